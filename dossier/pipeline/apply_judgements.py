"""Apply judgements to a case: those of the store and those of files become rulings on its chains and mentions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from dossier.model import Annotations, Citation, EventPointer, EventTypes, Issue, Judgement
from dossier.pipeline.resolve_references import ReferenceResolver, UnclearReference
from dossier.resolve import RulingReport, describe_judgement, interpret_judgements, overridden
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
    entry: Callable[[str, int], EventPointer] | None = None,
) -> ResolvedStatements:
    """Resolve the references of stated judgements to the articles, actors, events and words of a case.

    ``text_of`` and ``entry`` are those of ``ReferenceResolver``.
    """
    result = ResolvedStatements([], [], [])
    if not stated:
        return result
    resolver = ReferenceResolver((reference for one in stated for reference in one.about), annotated, text_of, entry)
    for one in stated:
        try:
            result.located.extend(
                LocatedJudgement(one.where, resolver.judgement(each)) for each in resolver.each_event(one)
            )
        except UnclearReference as error:
            issue = Issue(one.where, f"{one.kind}: {error}", error.advice)
            (result.notes if error.is_absent else result.issues).append(issue)
    return result
