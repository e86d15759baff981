"""What follows from who is the same and who is different, and where that cannot all be true."""

from collections import deque
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dossier.model import Identity, Judgement, Verdict
from dossier.resolve.clustering import Clusters

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Compared(Generic[T]):
    """A judgement on an identity, with the claims that each of its sides is about; no side is empty."""

    judgement: Judgement
    left: frozenset[T]
    right: frozenset[T]

    @property
    def verdict(self) -> Verdict | None:
        """Whether the sides are one."""
        decision = self.judgement.decision
        return decision.verdict if isinstance(decision, Identity) else None

    @property
    def both(self) -> frozenset[T]:
        """The claims of both sides."""
        return self.left | self.right


@dataclass(frozen=True, slots=True)
class Consistent(Generic[T]):
    """Identities that can all be true: ``groups`` of claims that are one, sorted, and pairs that are not.

    ``disputes`` are judgements that cannot all be true: a "different", and each "same" that speaks against it. Of them
    only "different" is kept, as nobody can say which "same" is the wrong one.
    """

    groups: tuple[frozenset[T], ...]
    different: tuple[Compared[T], ...]
    unsure: tuple[Compared[T], ...]
    disputes: tuple[tuple[Judgement, ...], ...]


def consistent(compared: Iterable[Compared[T]]) -> Consistent[T]:
    """The identities that hold together. Their order changes nothing; the cost is linear where nothing is disputed."""
    by_verdict: dict[Verdict | None, list[Compared[T]]] = {}
    for one in sorted(compared, key=lambda one: one.judgement.id):
        by_verdict.setdefault(one.verdict, []).append(one)
    same = by_verdict.get(Verdict.SAME, [])
    different = by_verdict.get(Verdict.DIFFERENT, [])
    disputes: list[tuple[Judgement, ...]] = []
    parts = _parts(same)
    for apart in different:
        while _meet(apart, parts):
            path = _path(apart, same)
            disputes.append((apart.judgement, *(one.judgement for one in path)))
            same = [one for one in same if one not in path]
            parts = _parts(same)
    unsure = [one for one in by_verdict.get(Verdict.UNSURE, []) if not _meet(one, parts)]
    groups = sorted(set(parts.values()), key=sorted)
    return Consistent(tuple(groups), tuple(different), tuple(unsure), tuple(disputes))


def _parts(same: Sequence[Compared[T]]) -> dict[T, frozenset[T]]:
    """For each claim all that it is one with, when all that is the same is put together."""
    clusters = Clusters(item for one in same for item in one.both)
    for one in same:
        first, *rest = one.both
        for item in rest:
            clusters.join(first, item)
    parts = (frozenset(part) for part in clusters.all())
    return {item: part for part in parts for item in part}


def _meet(apart: Compared[T], parts: dict[T, frozenset[T]]) -> bool:
    """Whether some claim of the one side is one with some claim of the other."""
    left, right = ({parts[item] for item in side if item in parts} for side in (apart.left, apart.right))
    return not left.isdisjoint(right)


def _path(apart: Compared[T], same: Sequence[Compared[T]]) -> list[Compared[T]]:
    """The fewest of ``same`` that lead from the one side to the other; the first ones in order, of several ways."""
    about: dict[T, list[Compared[T]]] = {}
    for one in same:
        for item in one.both:
            about.setdefault(item, []).append(one)
    ways: deque[tuple[frozenset[T], list[Compared[T]]]] = deque([(apart.left, [])])
    taken: set[str] = set()
    while ways:
        reached, way = ways.popleft()
        if way and not reached.isdisjoint(apart.right):
            return way
        following = {one.judgement.id: one for item in reached for one in about.get(item, [])}
        for key in sorted(following.keys() - taken):
            taken.add(key)
            ways.append((following[key].both, [*way, following[key]]))
    raise ValueError("no way leads from the one side to the other")
