"""The judgements of a case, from the store and from files, as rulings."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dossier.build.pointing import Pointing, Unclear
from dossier.model import Annotations, Citation, Issue, Judgement
from dossier.resolve import Ruled, rule
from dossier.sources.stated import Stated


def judged(kept: Sequence[Judgement], stated: Sequence[Stated], read: Iterable[tuple[Citation, Annotations]]) -> Ruled:
    """The rulings of the judgements that are kept and of those that files state, which come after them."""
    listed = list(read)
    found, issues, notes = looked_up(stated, listed)
    ruled = rule([*kept, *found], listed)
    return replace(ruled, issues=(*issues, *ruled.issues), notes=(*notes, *ruled.notes))


def looked_up(
    stated: Sequence[Stated], read: Iterable[tuple[Citation, Annotations]]
) -> tuple[list[Judgement], list[Issue], list[Issue]]:
    """What is stated in terms of the case; what is not clear; and what is about articles that are not in the case."""
    found: list[Judgement] = []
    issues: list[Issue] = []
    notes: list[Issue] = []
    if not stated:
        return found, issues, notes
    pointing = Pointing((words for one in stated for words in one.about), read)
    for one in stated:
        try:
            found.append(pointing.judgement(one))
        except Unclear as error:
            issue = Issue(one.where, f"{one.kind}: {error}", error.advice)
            (notes if error.is_absent else issues).append(issue)
    return found, issues, notes
