"""The judgements of a case, from the store and from files, as rulings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dossier.model import Annotations, Citation, Issue, Judgement
from dossier.pipeline.resolve_references import Pointing, Unclear
from dossier.resolve import RulingReport, describe_judgement, interpret_judgements, overridden
from dossier.sources.stated_judgements import Stated


def judged(
    kept: Sequence[Judgement], stated: Sequence[Stated], read: Iterable[tuple[Citation, Annotations]]
) -> RulingReport:
    """The rulings of the judgements that are kept and of those that files state, which come after them."""
    listed = list(read)
    found, issues, notes = looked_up(stated, listed)
    judgements = [judgement for _, judgement in found]
    ruled = interpret_judgements([*kept, *judgements], listed)
    refs = {citation.id: citation.ref for citation, _ in listed}
    where = {judgement: place for place, judgement in found}
    late = overridden(judgements, [*kept, *judgements])
    notes += [outdated(where[one], one, other, refs) for one, other in late]
    return replace(ruled, issues=(*issues, *ruled.issues), notes=(*notes, *ruled.notes))


def outdated(where: str, judgement: Judgement, later: Judgement, refs: Mapping[str, str]) -> Issue:
    """That a judgement has no effect, as a later one on the same holds."""
    made = f", {later.made.isoformat()}" if later.made else ""
    holds = f"a later one holds, {describe_judgement(later, refs)} (judgement {later.id} by {later.by}{made})"
    what = f"{describe_judgement(judgement, refs)}: it has no effect, {holds}"
    return Issue(where, what, "decide anew, or withdraw the later ('dossier review undo ID')")


def looked_up(
    stated: Sequence[Stated], read: Iterable[tuple[Citation, Annotations]]
) -> tuple[list[tuple[str, Judgement]], list[Issue], list[Issue]]:
    """What is stated in terms of the case; what is not clear; and what is about articles that are not in the case.

    Each judgement comes with where it is stated.
    """
    found: list[tuple[str, Judgement]] = []
    issues: list[Issue] = []
    notes: list[Issue] = []
    if not stated:
        return found, issues, notes
    pointing = Pointing((words for one in stated for words in one.about), read)
    for one in stated:
        try:
            found.append((one.where, pointing.judgement(one)))
        except Unclear as error:
            issue = Issue(one.where, f"{one.kind}: {error}", error.advice)
            (notes if error.is_absent else issues).append(issue)
    return found, issues, notes
