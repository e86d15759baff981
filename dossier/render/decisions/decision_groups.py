"""Which decisions of the history were made together: those that set one telling apart from others, or say one thing."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from dossier.model import (
    ActorPointer,
    EventPointer,
    Identity,
    Judgement,
    Verdict,
    decision_kind,
    pointers_of,
    values_of,
)
from dossier.text.names import normal

Telling = Callable[[EventPointer], object]
"""A function that gives the sentence that tells an event; None where it is not known."""


def decided_together(made: Iterable[Judgement], sentence: Telling = lambda _: None) -> Iterator[tuple[Judgement, ...]]:
    """The judgements in their order, each alone, or the pairs of one split together, or what is said of one by article.

    The pairs of a split stand one behind the other, have one signature, day and reason, and one telling in common. So
    do decisions that say the same of one name in each of several articles, or of several events of one ``sentence``.
    """
    run: list[Judgement] = []
    shared: set[object] = set()
    for one in made:
        sides = _sides(one, sentence)
        if run and _signed(one) == _signed(run[-1]) and shared & sides:
            run.append(one)
            shared &= sides
        else:
            yield from _parted(run)
            run, shared = [one], sides
    yield from _parted(run)


def is_one_thing(judgements: Sequence[Judgement]) -> bool:
    """Whether several judgements say the same of one name, each in another article."""
    said = {_said(one) for one in judgements}
    return len(judgements) > 1 and len(said) == 1 and None not in said


def _said(judgement: Judgement) -> object:
    """What a judgement says of a name in one article, but for the article; None where it says something else."""
    decision = judgement.decision
    match pointers_of(decision):
        case (ActorPointer(name=name, article=article),) if article:
            return decision_kind(decision), normal(name), tuple(sorted(values_of(decision).items()))
    return None


def _said_of_event(judgement: Judgement, sentence: Telling) -> object:
    """The same of an event, but for its words; None where its sentence is not known."""
    decision = judgement.decision
    first, *others = pointers_of(decision)
    if isinstance(first, EventPointer) and (told := sentence(first)):
        return decision_kind(decision), told, tuple(others), tuple(sorted(values_of(decision).items()))
    return None


def _sides(judgement: Judgement, sentence: Telling) -> set[object]:
    """What the judgement has in common with those made together with it: tellings of a pair, or what it says."""
    decision = judgement.decision
    if not isinstance(decision, Identity):
        return {said} if (said := _said(judgement) or _said_of_event(judgement, sentence)) else set()
    pointers = pointers_of(decision)
    return set(pointers) if all(one.article for one in pointers) else set()


def _signed(judgement: Judgement) -> tuple[object, ...]:
    return judgement.by, judgement.made, judgement.why


def _parted(run: list[Judgement]) -> Iterator[tuple[Judgement, ...]]:
    """The run as it is, but pairs that set nothing apart each alone."""
    pairs = [one.decision for one in run if isinstance(one.decision, Identity)]
    if pairs and not any(one.verdict is Verdict.DIFFERENT for one in pairs):
        yield from ((one,) for one in run)
    elif run:
        yield tuple(run)
