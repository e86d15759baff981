"""Which of several judgements on one subject is in effect: the latest."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dossier.model import ActorPointer, Judgement
from dossier.text.names import normal


def effective_judgements(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The latest judgement on each subject, ordered by day and then by place in the input.

    A judgement without a day counts as made on the latest day that any judgement before it in the input has.
    """
    latest: dict[object, Judgement] = {}
    for judgement in _by_day(judgements):
        subject = subject_of(judgement)
        latest.pop(subject, None)
        latest[subject] = judgement
    return list(latest.values())


def subject_of(judgement: Judgement) -> tuple[object, ...]:
    """The subject of the judgement as a key: its kind, and what it is about with normal names, in a fixed order."""
    kind, *about = judgement.subject
    return kind, *sorted(map(_with_normal_name, about), key=repr)


def new_judgements(judgements: Sequence[Judgement], held: Sequence[Judgement]) -> list[Judgement]:
    """The judgements to add to ``held`` so that those of ``judgements`` come into effect.

    First come those that are not held yet. Then come those to add once more: held before, but replaced by a later
    judgement since.
    """
    known = set(held)
    new = [judgement for judgement in dict.fromkeys(judgements) if judgement not in known]
    in_effect = set(effective_judgements([*held, *new]))
    again = [judgement for judgement in effective_judgements([*held, *judgements]) if judgement not in in_effect]
    return [judgement for judgement in new if judgement not in again] + again


def overridden(judgements: Iterable[Judgement], held: Iterable[Judgement]) -> list[tuple[Judgement, Judgement]]:
    """Those of ``judgements`` that one of ``held`` overrides with another decision, each with the overriding one.

    A judgement that is itself among ``judgements`` overrides none of them here.
    """
    listed = list(dict.fromkeys(judgements))
    given = set(listed)
    in_effect = {subject_of(judgement): judgement for judgement in effective_judgements(held)}
    pairs = ((judgement, in_effect.get(subject_of(judgement), judgement)) for judgement in listed)
    return [(one, other) for one, other in pairs if other not in given and other.decision != one.decision]


def _by_day(judgements: Iterable[Judgement]) -> list[Judgement]:
    dated: list[tuple[date, Judgement]] = []
    latest = date.min
    for judgement in judgements:
        made = judgement.made or latest
        latest = max(latest, made)
        dated.append((made, judgement))
    return [judgement for _, judgement in sorted(dated, key=lambda one: one[0])]


def _with_normal_name(about: object) -> object:
    return replace(about, name=normal(about.name)) if isinstance(about, ActorPointer) else about
