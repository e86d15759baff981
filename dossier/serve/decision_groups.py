"""Which decisions of the history were made together: those that set one telling apart from others."""

from collections.abc import Iterable, Iterator

from dossier.model import Identity, JudgedPointer, Verdict, pointers_of
from dossier.store import StoredJudgement

Together = tuple[StoredJudgement, ...]


def decided_together(stored: Iterable[StoredJudgement]) -> Iterator[Together]:
    """The judgements in their order, each alone, or the pairs of one split together.

    The pairs of a split stand one behind the other, have one signature, day and reason, and one telling in common.
    """
    run: list[StoredJudgement] = []
    shared: set[JudgedPointer] = set()
    for one in stored:
        sides = _sides(one)
        if run and _signed(one) == _signed(run[-1]) and shared & sides:
            run.append(one)
            shared &= sides
        else:
            yield from _parted(run)
            run, shared = [one], sides
    yield from _parted(run)


def _sides(stored: StoredJudgement) -> set[JudgedPointer]:
    """The two tellings that a pair is about; none where it is no pair, or about a name in all articles."""
    decision = stored.judgement.decision
    pointers = set(pointers_of(decision)) if isinstance(decision, Identity) else set()
    return pointers if all(one.article for one in pointers) else set()


def _signed(stored: StoredJudgement) -> tuple[object, ...]:
    return stored.judgement.by, stored.judgement.made, stored.judgement.why


def _parted(run: list[StoredJudgement]) -> Iterator[Together]:
    """The run as it is where it sets something apart, else each of it alone."""
    decisions = [one.judgement.decision for one in run]
    if any(isinstance(one, Identity) and one.verdict is Verdict.DIFFERENT for one in decisions):
        yield tuple(run)
    else:
        yield from ((one,) for one in run)
