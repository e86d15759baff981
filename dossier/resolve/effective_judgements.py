"""Which of the judgements on one subject holds."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dossier.model import Judgement, Named, Pointer
from dossier.text.names import normal


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Of the judgements on each subject the latest, in the order in which they were made.

    That is by their days, then by their places in the list; one without a day is of the latest day before it there.
    """
    latest: dict[object, Judgement] = {}
    for judgement in _by_day(judgements):
        subject = subject_of(judgement)
        latest.pop(subject, None)
        latest[subject] = judgement
    return list(latest.values())


def subject_of(judgement: Judgement) -> tuple[object, ...]:
    """What it is about, with names as they are compared."""
    kind, *pointers = judgement.subject
    return kind, *sorted((_folded(pointer) for pointer in pointers if pointer), key=repr)


def news(judgements: Sequence[Judgement], held: Sequence[Judgement]) -> list[Judgement]:
    """Those that make a difference behind the ones ``held``: new ones, and those that are to stand once more."""
    known = set(held)
    new = [judgement for judgement in dict.fromkeys(judgements) if judgement not in known]
    stand = set(standing([*held, *new]))
    again = [judgement for judgement in standing([*held, *judgements]) if judgement not in stand]
    return [judgement for judgement in new if judgement not in again] + again


def overridden(judgements: Iterable[Judgement], held: Iterable[Judgement]) -> list[tuple[Judgement, Judgement]]:
    """Those that one of the others ``held`` overrides with another decision, each with that one."""
    listed = list(dict.fromkeys(judgements))
    own = set(listed)
    stand = {subject_of(judgement): judgement for judgement in standing(held)}
    pairs = ((judgement, stand.get(subject_of(judgement), judgement)) for judgement in listed)
    return [(one, other) for one, other in pairs if other not in own and other.decision != one.decision]


def _by_day(judgements: Iterable[Judgement]) -> list[Judgement]:
    dated: list[tuple[date, Judgement]] = []
    latest = date.min
    for judgement in judgements:
        made = judgement.made or latest
        latest = max(latest, made)
        dated.append((made, judgement))
    return [judgement for _, judgement in sorted(dated, key=lambda one: one[0])]


def _folded(pointer: Pointer) -> Pointer:
    return replace(pointer, name=normal(pointer.name)) if isinstance(pointer, Named) else pointer
