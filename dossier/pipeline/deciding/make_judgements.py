"""Judgements that a user makes: their references are resolved in the last run, then they are checked and saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from dossier.annotate.ontology import ontology
from dossier.model import (
    ActorPointer,
    AddedEvent,
    Annotations,
    Citation,
    EventTypes,
    Issue,
    Judgement,
    Participation,
    Renaming,
    pointers_of,
)
from dossier.pipeline.cases.claims import claims_of, text_of
from dossier.pipeline.deciding.judgement_remarks import near_names, remarks_on, unknown_names
from dossier.pipeline.deciding.numbered_entries import NumberedEntries
from dossier.pipeline.references.apply_judgements import override_issue, resolve_stated, with_judged_claims
from dossier.pipeline.references.named_entry import EntryFinder
from dossier.pipeline.references.references import parse_reference
from dossier.pipeline.references.resolve_references import ReferenceResolver, UnclearReference
from dossier.resolve import (
    effective_judgements,
    interpret_judgements,
    new_judgements,
    overridden,
    subject_of,
)
from dossier.sources.judgement_file import read_judgements
from dossier.sources.stated_judgements import StatedJudgement, StatedReference
from dossier.store import Run, Store
from dossier.text.names import normal

__all__ = [
    "AnnotatedCitations",
    "SavedJudgements",
    "annotated_citations",
    "parse_reference",
    "resolve_one",
    "save_file",
    "save_judgements",
    "save_new",
    "save_stated",
]
AnnotatedCitations = Sequence[tuple[Citation, Annotations]]
"""The articles of a run: each article's citation with its annotations."""


@dataclass(frozen=True, slots=True)
class SavedJudgements:
    """The judgements that were new and are saved now, and the issues with any of the judgements that were given.

    ``remarks`` say what else comes of those that were saved: see ``remarks_on``.
    """

    judgements: Sequence[Judgement]
    issues: Sequence[Issue]
    remarks: Sequence[Issue] = ()


def annotated_citations(store: Store, run: Run) -> AnnotatedCitations:
    """The citation and the annotations of each article of ``run``, in the order of the run."""
    citations = {article.id: article.citation for article in store.articles(run.articles)}
    return [(citations[found.article], found) for found in claims_of(store, run)]


def save_stated(
    stated: StatedJudgement,
    store: Store,
    articles: AnnotatedCitations,
    entry: EntryFinder | None = None,
) -> SavedJudgements:
    """Save what one decision says, whose references come from ``parse_reference``.

    ``entry`` finds an entry by the name of its dossier and its number; without it, as the case has it now.
    Raises UnclearReference when a reference fits nothing in the articles, or when the judgement would have no effect.
    """
    judgements = resolve_one(stated, store, articles, entry)
    held, run = store.judgements(), store.last_run()
    saved = save_judgements(judgements, store, articles)
    watched = run.watched if run else ()
    remarks = [
        one for made in saved.judgements for one in remarks_on(made, articles, [*held, *saved.judgements], watched)
    ]
    return replace(saved, remarks=remarks)


def resolve_one(
    stated: StatedJudgement,
    store: Store,
    articles: AnnotatedCitations,
    entry: EntryFinder | None = None,
) -> list[Judgement]:
    """The judgements that one decision amounts to, checked as ``save_stated`` does, and not saved."""
    texts, types, held = partial(text_of, store), _types(store), store.judgements()
    judged = with_judged_claims(articles, held, texts, types)
    resolver = ReferenceResolver(stated.about, judged, texts, entry or NumberedEntries(store).entry)
    given = {normal(one.decision.name): one.decision for one in held if isinstance(one.decision, Renaming)}
    about = tuple(_as_read(_split_name_and_article(one, resolver), given, judged) for one in stated.about)
    if of := stated.values.get("of"):
        meant = _as_read(_split_name_and_article(StatedReference(name=of), resolver), given, judged)
        stated = replace(stated, values={**stated.values, "of": "@".join(filter(None, (meant.name, meant.article)))})
    judgements = [resolver.judgement(one) for one in resolver.each_event(replace(stated, about=about))]
    for judgement in judgements:
        _refuse_unknown_names(judgement, judged)
    subjects, in_effect = set(map(subject_of, judgements)), set(effective_judgements([*held, *judgements]))
    others = [one for one in held if one in in_effect and subject_of(one) not in subjects]
    alone = interpret_judgements(judgements, with_judged_claims(articles, others, texts, types), types, texts)
    if problems := (*alone.issues, *alone.notes):
        earlier = ", ".join(one.id for one in effective_judgements(held) if one not in in_effect)
        instead = f"; what was decided before is taken back by undoing it ({earlier})" if earlier else ""
        raise UnclearReference(f"{problems[0].what}{instead}", problems[0].advice)
    return judgements


def save_file(
    path: Path,
    by: str,
    on: date,
    store: Store,
    articles: AnnotatedCitations,
    entry: EntryFinder | None = None,
) -> SavedJudgements:
    """Save the judgements of a file.

    ``by`` signs those without a signature. Those without a day get the day of the same judgement in the store, else
    ``on``. ``entry`` is that of ``save_stated``. An entry that is not understood is an issue. Raises JudgementsUnusable
    when the file cannot be read.
    """
    entries = read_judgements(path, by)
    broken = [entry for entry in entries if isinstance(entry, Issue)]
    stated = [entry for entry in entries if not isinstance(entry, Issue)]
    texts, held = partial(text_of, store), store.judgements()
    judged = with_judged_claims(articles, held, texts, _types(store))
    located, issues, notes = resolve_stated(stated, judged, texts, entry or NumberedEntries(store).entry)
    dated = _with_days([judgement for _, judgement in located], on, held)
    saved = save_judgements(dated, store, articles)
    return SavedJudgements(saved.judgements, (*broken, *issues, *notes, *saved.issues))


def save_judgements(judgements: Sequence[Judgement], store: Store, articles: AnnotatedCitations) -> SavedJudgements:
    """Save the judgements; the issues say which of them have no effect, or contradict others in the store."""
    added = save_new(judgements, store)
    held = store.judgements()
    report = interpret_judgements(held, articles, _types(store), partial(text_of, store))
    ids = [judgement.id for judgement in added]
    about_added = [issue for issue in (*report.issues, *report.notes) if any(key in issue.where for key in ids)]
    refs = {citation.id: citation.ref for citation, _ in articles}
    without_effect = [
        override_issue(f"judgement {judgement.id}", judgement, later, refs)
        for judgement, later in overridden(judgements, held)
    ]
    return SavedJudgements(added, [*about_added, *without_effect])


def save_new(judgements: Sequence[Judgement], store: Store) -> list[Judgement]:
    """Save the judgements that make a difference, and return them.

    These are the ones that are new, and the ones that a later judgement overrides and that are now made again.
    """
    added = new_judgements(judgements, store.judgements())
    store.add_judgements(added)
    return added


def _with_days(judgements: Sequence[Judgement], on: date, held: Sequence[Judgement]) -> list[Judgement]:
    """The judgements, each with a day: its own, else that of the same decision among ``held``, else ``on``."""
    days = {(one.decision, one.by, one.why): one.made for one in effective_judgements(held)}
    return [
        one if one.made else replace(one, made=days.get((one.decision, one.by, one.why)) or on) for one in judgements
    ]


def _split_name_and_article(reference: StatedReference, resolver: ReferenceResolver) -> StatedReference:
    """``NAME@ARTICLE`` as a name in an article, if the run has such an article; else the reference unchanged."""
    name, at, article = reference.name.rpartition("@")
    if at and name and resolver.has_article(article):
        return StatedReference(name=name, article=article)
    return reference


def _as_read(
    reference: StatedReference, given: Mapping[str, Renaming], articles: AnnotatedCitations
) -> StatedReference:
    """The reference by a name that articles have: "Unit #3", or that of an actor to whom the analyst gave another."""
    if reference.entry is not None and reference.text and not unknown_names([ActorPointer(reference.text)], articles):
        return StatedReference(name=reference.text)
    renaming = given.get(normal(reference.name))
    if renaming is None or reference.article or not unknown_names([ActorPointer(reference.name)], articles):
        return reference
    return replace(reference, name=renaming.actor.name, article=renaming.actor.article)


def _types(store: Store) -> EventTypes | None:
    """The event types of the last run."""
    run = store.last_run()
    return ontology(run.ontology).types if run else None


def _refuse_unknown_names(judgement: Judgement, articles: AnnotatedCitations) -> None:
    """Raise UnclearReference, with near names, when the judgement is about an actor whom no article names."""
    if isinstance(judgement.decision, Participation):
        return  # a name that nobody bears is plain words there
    actors = [one for one in pointers_of(judgement.decision) if isinstance(one, ActorPointer)]
    if isinstance(judgement.decision, AddedEvent) and judgement.decision.actor:
        actors.append(judgement.decision.actor)
    for name in unknown_names(actors, articles):
        raise UnclearReference(f"nobody is called {name!r} in these articles", near_names(name, articles))
