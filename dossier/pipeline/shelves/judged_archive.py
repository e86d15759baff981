"""The judgements on a large case, without holding what was read in all its articles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from dossier.annotate.ontology import ontology
from dossier.model import ActorPointer, Annotations, DescriptionRejection, Judgement, pointers_of
from dossier.pipeline.cases.claims import CaseClaims, text_of
from dossier.pipeline.references.apply_judgements import apply_judgements
from dossier.resolve import NO_RULINGS, RulingReport, named_in
from dossier.sources.stated_judgements import StatedJudgement
from dossier.text.names import normal
from dossier.text.repair import folded_words


@dataclass(frozen=True, slots=True)
class JudgedArchive:
    """The rulings on all articles with their report, and those of the annotations that judgements change, by article.

    The claims of the report are those alone of which a judgement may speak.
    """

    report: RulingReport
    changed: Mapping[str, Annotations]

    def judge(self, found: Annotations) -> Annotations:
        """The annotations as the judgements make them."""
        return self.changed.get(found.article, found)


def judge_archive(
    claims: CaseClaims,
    saved: Sequence[Judgement],
    stated: Sequence[StatedJudgement],
) -> JudgedArchive:
    """What the judgements make of the articles.

    What a file states may name any article, so with those all are read and held.
    """
    if not saved and not stated:
        return JudgedArchive(RulingReport(NO_RULINGS, ()), {})
    read = claims.each_annotated()
    spoken_of = list(read if stated else _spoken_of(saved, read))
    articles = claims.store.articles([found.article for found in spoken_of])
    citations = {article.id: article.citation for article in articles}
    pairs = [(citations[found.article], found) for found in spoken_of]
    types = ontology(claims.run.ontology).types
    report = apply_judgements(saved, stated, pairs, types, partial(text_of, claims.store))
    judged = zip(report.claims, spoken_of, strict=True)
    return JudgedArchive(report, {found.article: found for found, unjudged in judged if found is not unjudged})


def _spoken_of(judgements: Iterable[Judgement], read: Iterable[Annotations]) -> Iterator[Annotations]:
    """Those of the articles that a judgement names, or in which somebody is called as in one."""
    decisions = [judgement.decision for judgement in judgements]
    pointers = [pointer for one in decisions for pointer in (*pointers_of(one), *named_in(one))]
    articles = {pointer.article for pointer in pointers}
    names = {normal(pointer.name) for pointer in pointers if isinstance(pointer, ActorPointer)}
    described = {folded_words(one.description) for one in decisions if isinstance(one, DescriptionRejection)}
    for found in read:
        if found.article in articles or not names.isdisjoint(_names(found)) or not described.isdisjoint(_said(found)):
            yield found


def _names(found: Annotations) -> Iterator[str]:
    for chain in found.actors:
        yield normal(chain.name)
        yield from (normal(mention.quote.exact) for mention in chain.mentions)


def _said(found: Annotations) -> Iterator[str]:
    return (folded_words(mention.quote.exact) for chain in found.actors for mention in chain.mentions)
