"""Apply judgements to a case: those of the store and those of files become rulings on its chains and mentions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from dossier.model import (
    KIND_FORMS,
    Annotations,
    Citation,
    EventTypes,
    Issue,
    Judgement,
    WordsPointer,
)
from dossier.pipeline.references.named_entry import EntryFinder
from dossier.pipeline.references.resolve_references import ReferenceResolver, UnclearReference
from dossier.resolve import RulingReport, WordsDecision, describe_judgement, interpret_judgements, overridden
from dossier.sources.stated_judgements import StatedJudgement


class LocatedJudgement(NamedTuple):
    """A judgement with the place where a file states it: the file and the line."""

    where: str
    judgement: Judgement


class ResolvedStatements(NamedTuple):
    """The judgements that files state, with their references resolved.

    ``issues`` are on judgements whose references are unclear, ``notes`` on those that name an article which is not in
    the case.
    """

    located: list[LocatedJudgement]
    issues: list[Issue]
    notes: list[Issue]


def apply_judgements(
    saved: Sequence[Judgement],
    stated: Sequence[StatedJudgement],
    annotated: Iterable[tuple[Citation, Annotations]],
    types: EventTypes,
    text_of: Callable[[str], str],
) -> RulingReport:
    """The rulings that the ``saved`` judgements, and after them the ``stated`` ones, make on the articles of a case.

    The report has a note for each stated judgement that a later one overrides.
    """
    articles = list(annotated)
    located, issues, notes = resolve_stated(stated, articles, text_of)
    of_files = [judgement for _, judgement in located]
    report = interpret_judgements([*saved, *of_files], articles, types, text_of)
    refs = {citation.id: citation.ref for citation, _ in articles}
    where = {judgement: place for place, judgement in located}
    for judgement, later in overridden(of_files, [*saved, *of_files]):
        notes.append(override_issue(where[judgement], judgement, later, refs))
    return replace(report, issues=(*issues, *report.issues), notes=(*notes, *report.notes))


def override_issue(where: str, judgement: Judgement, later: Judgement, refs: Mapping[str, str]) -> Issue:
    """The issue that ``judgement`` has no effect, because ``later`` decides otherwise on the same subject.

    ``refs`` gives what each article is called, by id.
    """
    made = f", {later.made.isoformat()}" if later.made else ""
    holds = f"a later one holds, {describe_judgement(later, refs)} (judgement {later.id} by {later.by}{made})"
    what = f"{describe_judgement(judgement, refs)}: it has no effect, {holds}"
    return Issue(where, what, "decide anew, or withdraw the later ('dossier review undo ID')")


def resolve_stated(
    stated: Sequence[StatedJudgement],
    annotated: Iterable[tuple[Citation, Annotations]],
    text_of: Callable[[str], str],
    entry: EntryFinder | None = None,
) -> ResolvedStatements:
    """Resolve the references of stated judgements to the articles, actors, events and words of a case.

    ``text_of`` and ``entry`` are those of ``ReferenceResolver``.
    """
    if not stated:
        return ResolvedStatements([], [], [])
    articles = list(annotated)
    wanted = [reference for one in stated for reference in one.about]
    found: dict[int, list[LocatedJudgement]] = {}
    issues: list[Issue] = []
    notes: list[Issue] = []
    for are_on_words in (True, False):  # those on words first, since others may be about an event that they add
        resolver = ReferenceResolver(wanted, articles, text_of, entry)
        for number, one in enumerate(stated):
            if (KIND_FORMS[one.kind].target.sides[0] is WordsPointer) is not are_on_words:
                continue
            try:
                judged = [resolver.judgement(each) for each in resolver.each_event(one)]
                found[number] = [LocatedJudgement(one.where, judgement) for judgement in judged]
            except UnclearReference as error:
                issue = Issue(one.where, f"{one.kind}: {error}", error.advice)
                (notes if error.is_absent else issues).append(issue)
        articles = with_judged_claims(articles, [one.judgement for those in found.values() for one in those], text_of)
    return ResolvedStatements([one for number in sorted(found) for one in found[number]], issues, notes)


def with_judged_claims(
    articles: Sequence[tuple[Citation, Annotations]],
    held: Sequence[Judgement],
    text_of: Callable[[str], str],
    types: EventTypes | None = None,
) -> list[tuple[Citation, Annotations]]:
    """The articles with their annotations as the judgements on words make them: an event that was added is there."""
    if not any(isinstance(one.decision, WordsDecision) for one in held):
        return list(articles)
    claims = interpret_judgements(held, articles, types, text_of).claims
    return [(citation, found) for (citation, _), found in zip(articles, claims, strict=True)]
