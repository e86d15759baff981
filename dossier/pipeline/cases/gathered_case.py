"""What a case is resolved from: its claims as the judgements make them, and what is known beside."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import NamedTuple

from dossier.annotate.ontology import ontology
from dossier.memo import Memo, ids
from dossier.model import (
    Annotations,
    Article,
    Citation,
    EventTypes,
    Issue,
    Judgement,
    Marking,
    WithheldEvents,
)
from dossier.pipeline.cases.claims import CaseClaims, text_of
from dossier.pipeline.cases.openings import with_openings
from dossier.pipeline.intake.event_redaction import Material, marked_above, withheld_events
from dossier.pipeline.intake.outlet_grades import grade_outlets
from dossier.pipeline.intake.running_pages import open_publications
from dossier.pipeline.intake.unread_languages import unread_language
from dossier.pipeline.intake.withheld_claims import blanked
from dossier.pipeline.references.apply_judgements import apply_judgements
from dossier.resolve import Origins, RulingReport, Rulings, StatedRelation, find_origins, stated_relations
from dossier.sources.stated_judgements import StatedJudgement
from dossier.store import Store


@dataclass(frozen=True, slots=True)
class RereadClaims:
    """The annotations that a case is resolved from, read again each time; ``changed`` are not as the store has them."""

    claims: CaseClaims
    changed: Mapping[str, Annotations]

    def __iter__(self) -> Iterator[Annotations]:
        """Those of all articles, in the order of the run."""
        return (self.changed.get(found.article, found) for found in self.claims.each_annotated())

    def of(self, articles: Collection[str]) -> Iterator[Annotations]:
        """Those of some articles."""
        return (self.changed.get(found.article, found) for found in self.claims.each_annotated(articles))


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheredCase:
    """A case before it is resolved. Its annotations can be taken once, so that no later step holds them.

    ``judged`` has no claims; ``material`` has those, with the rulings on them.
    """

    material: Material
    reread: RereadClaims
    judged: RulingReport
    origins: Origins
    citations: dict[str, Citation]
    relations: Sequence[StatedRelation]
    withheld: WithheldEvents
    unread_languages: tuple[Issue, ...]
    outlet_notes: tuple[Issue, ...]


class _ReadCase(NamedTuple):
    """The citations of the articles by id, which of them are copies, and what was read in each."""

    citations: dict[str, Citation]
    origins: Origins
    annotations: Sequence[Annotations]


def gather(
    claims: CaseClaims,
    saved: Sequence[Judgement],
    stated: Sequence[StatedJudgement],
    outlets: Mapping[str, str],
    limit: Marking | None,
    types: EventTypes,
) -> GatheredCase:
    """The articles of ``claims`` as these judgements make them; what they are is said at ``resolve_claims``."""
    read = _read(claims)
    pairs = [(read.citations[found.article], found) for found in read.annotations]
    judged = apply_judgements(saved, stated, pairs, types, partial(text_of, claims.store))
    return _gathered(claims, read, judged, outlets, limit)


def gather_judged(
    claims: CaseClaims,
    judge: Callable[[Annotations], Annotations],
    rulings: Rulings,
    outlets: Mapping[str, str],
    before: Sequence[str],
) -> GatheredCase:
    """The same, where it is known what the judgements make of each article, and what they rule; none is withheld.

    The articles may be copies of those that were printed ``before`` (ids), which are not among them.
    """
    read = _read(claims, before)
    return _gathered(claims, read, RulingReport(rulings, tuple(map(judge, read.annotations))), outlets, None)


def _read(claims: CaseClaims, before: Sequence[str] = ()) -> _ReadCase:
    citations: dict[str, Citation] = {}
    articles = chain(_recorded(claims.articles(), citations), claims.store.articles(before))
    return _ReadCase(citations, _origins(articles, claims.memo), claims.annotations())


def _gathered(
    claims: CaseClaims, before: _ReadCase, judged: RulingReport, outlets: Mapping[str, str], limit: Marking | None
) -> GatheredCase:
    store, run, memo = claims.store, claims.run, claims.memo
    types = ontology(run.ontology).types
    citations, origins, read = before
    material = Material(_same_as_before(judged.claims, read, memo), claims.articles, judged.rulings)
    marked = marked_above(judged.in_effect, limit)
    withheld = withheld_events(marked, material, types, origins, run.watched, store)
    if withheld.passages:
        material = material.without(withheld)
        origins = _origins(_recorded(material.articles(), citations), memo)
    annotations = material.annotations
    citations |= {key: replace(citations[key], copy_of=origins.of(key)) for key in origins.copies if key in citations}
    titled = with_openings(citations, annotations, partial(_open_text, store, withheld))
    graded = grade_outlets(titled, outlets)
    dated = open_publications({**titled, **graded.citations}, annotations)
    return GatheredCase(
        material=material,
        reread=RereadClaims(claims, _changed(annotations, read)),
        judged=replace(judged, claims=()),
        origins=origins,
        citations={key: memo.table("citation").same(key, citation) for key, citation in dated.items()},
        relations=list(stated_relations(annotations)),
        withheld=withheld,
        unread_languages=tuple(
            issue for found in annotations if (issue := unread_language(citations[found.article].ref, found.language))
        ),
        outlet_notes=tuple(graded.notes),
    )


def _open_text(store: Store, withheld: WithheldEvents, article: str) -> str:
    """The text of an article with blanks for what is withheld."""
    return blanked(text_of(store, article), withheld.passages.get(article, ()))


def _changed(annotations: Iterable[Annotations], read: Iterable[Annotations]) -> Mapping[str, Annotations]:
    """The annotations that are other objects than those that were read, by article."""
    pairs = zip(annotations, read, strict=True)
    return {found.article: found for found, unchanged in pairs if found is not unchanged}


def _same_as_before(judged: Iterable[Annotations], read: Iterable[Annotations], memo: Memo) -> list[Annotations]:
    """The judged annotations; where a judgement changed them as it did before, the objects that it made then."""
    known = memo.table("judged annotations")
    pairs = zip(judged, read, strict=True)
    return [found if found is unjudged else known.same(found.article, found) for found, unjudged in pairs]


def _origins(articles: Iterable[Article], memo: Memo) -> Origins:
    if not memo.is_kept:
        return find_origins(articles)
    read = list(articles)
    found: Origins = memo.table("origins").recall(ids(read), partial(find_origins, read), read)
    return found


def _recorded(articles: Iterable[Article], citations: dict[str, Citation]) -> Iterator[Article]:
    """The articles as they come; each one's citation is put into ``citations``, so that no text need be held."""
    for article in articles:
        citations[article.id] = article.citation
        yield article
