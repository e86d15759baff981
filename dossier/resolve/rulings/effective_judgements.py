"""Which of several judgements on one subject is in effect: the latest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from dossier.model import ActorPointer, Judgement, answers_of
from dossier.text.names import normal
from dossier.text.repair import folded_words


def effective_judgements(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that no later one replaces, ordered by day and then by place in the input.

    A later one replaces those on its subject, and those that answer otherwise what it answers ("she is Ada Brandt",
    "she is Nora Brandt"). Of two without a day neither replaces the other's answer: nobody knows which is the later, so
    both are given. A judgement without a day counts as made on the latest day that any before it in the input has.
    """
    latest: dict[object, Judgement] = {}
    answers: dict[object, dict[object, object]] = defaultdict(dict)
    for judgement in _by_day(judgements):
        subject = subject_of(judgement)
        latest.pop(subject, None)
        for question, answer in _answers(judgement).items():
            given = answers[question]
            for other in [one for one in given if given[one] != answer and one in latest]:
                if may_replace(judgement, latest[other]):
                    del latest[other]
            given[subject] = answer
        latest[subject] = judgement
    return list(latest.values())


def may_replace(later: Judgement, earlier: Judgement) -> bool:
    """Whether it is known which of the two came first: any of them has a day."""
    return bool(later.made or earlier.made)


def subject_of(judgement: Judgement) -> tuple[object, ...]:
    """The subject of the judgement as a key: its kind, and what it is about with normal names, in a fixed order."""
    kind, *about = judgement.subject
    return kind, *sorted(map(_normal, about), key=repr)


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

    A judgement that is itself among ``judgements`` overrides none of them here, but where neither has a day: then only
    their order says which is the later.
    """
    listed = list(dict.fromkeys(judgements))
    given = set(listed)
    in_effect = effective_judgements(held)
    pairs = ((judgement, other) for judgement in listed if (other := _replacement(judgement, in_effect)))
    return [
        (one, other)
        for one, other in pairs
        if other.decision != one.decision and (other not in given or not may_replace(other, one))
    ]


def _replacement(judgement: Judgement, in_effect: Sequence[Judgement]) -> Judgement | None:
    """The judgement that holds in place of this one; None where it holds itself."""
    if judgement in in_effect:
        return None
    subject, answers = subject_of(judgement), _answers(judgement)
    on_subject = (one for one in in_effect if subject_of(one) == subject)
    return next(on_subject, None) or next((one for one in in_effect if _opposes(answers, _answers(one))), None)


def _opposes(answers: Mapping[object, object], others: Mapping[object, object]) -> bool:
    return any(others[question] != answers[question] for question in answers.keys() & others.keys())


def _answers(judgement: Judgement) -> dict[object, object]:
    """What the judgement answers, with names and words in a form in which they are compared."""
    found = answers_of(judgement.decision).items()
    return {tuple(map(_folded, question)): _folded(answer) for question, answer in found}


def _folded(part: object) -> object:
    return folded_words(part) if isinstance(part, str) else _normal(part)


def _by_day(judgements: Iterable[Judgement]) -> list[Judgement]:
    dated: list[tuple[date, Judgement]] = []
    latest = date.min
    for judgement in judgements:
        made = judgement.made or latest
        latest = max(latest, made)
        dated.append((made, judgement))
    return [judgement for _, judgement in sorted(dated, key=lambda one: one[0])]


def _normal(about: object) -> object:
    return replace(about, name=normal(about.name)) if isinstance(about, ActorPointer) else about
