"""Clusters from links between pairs: the strongest link first, and no link between items that must stay apart."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Clusters(Generic[T]):
    """A disjoint-set forest with constraints: each item is in a cluster of its own until it is joined to others.

    ``apart`` are pairs of groups: no item of the first group may come into a cluster with an item of the second.
    The cost of a join is linear in the size of the smaller cluster.
    """

    def __init__(self, items: Iterable[T], apart: Iterable[tuple[Iterable[T], Iterable[T]]] = ()) -> None:
        self._members: dict[T, list[T]] = {item: [item] for item in items}
        self._head: dict[T, T] = {item: item for item in self._members}
        self._sides: dict[T, set[tuple[int, int]]] = {}
        """By the head of a cluster its constraints: number of the pair in ``apart``, and side in it (0 or 1)."""
        for number, groups in enumerate(apart):
            for side, group in enumerate(groups):
                for item in group:
                    self._sides.setdefault(item, set()).add((number, side))

    def of(self, item: T) -> Sequence[T]:
        """The items of the cluster that holds ``item``."""
        return self._members[self._head[item]]

    def are_one(self, left: T, right: T) -> bool:
        """Whether the two items are in one cluster."""
        return self._head[left] == self._head[right]

    def may_join(self, left: T, right: T) -> bool:
        """Whether no constraint keeps the clusters of the two items apart."""
        few, many = sorted((self._sides_of(left), self._sides_of(right)), key=len)
        return all((number, 1 - side) not in many for number, side in few)

    def join(self, left: T, right: T) -> bool:
        """Join the clusters of the two items unless a constraint forbids it. True if they are one cluster now."""
        small, large = sorted((self._head[left], self._head[right]), key=lambda head: len(self._members[head]))
        if small == large:
            return True
        if not self.may_join(left, right):
            return False
        joined = self._members.pop(small)
        self._members[large] += joined
        self._head.update((item, large) for item in joined)
        if sides := self._sides.pop(small, None):
            self._sides[large] = self._sides.get(large, set()) | sides
        return True

    def all(self) -> list[Sequence[T]]:
        """All clusters. Their order, and the order of items in each, depend on the joins."""
        return list(self._members.values())

    def _sides_of(self, item: T) -> set[tuple[int, int]]:
        return self._sides.get(self._head[item], set())


def join_strongest(
    clusters: Clusters[T],
    links: Iterable[tuple[float, T, T]],
    fits: Callable[[Sequence[T], Sequence[T]], bool] = lambda left, right: True,
) -> None:
    """Join along the links (weight, left, right), the strongest first, where ``fits`` is true of the two clusters.

    The order in which the links come changes nothing: of links with equal weight, that with the smaller items comes
    first. So items must be sortable. ``fits`` is asked right before each join.
    """
    ordered = sorted(links, key=lambda link: (-link[0], *sorted(link[1:])))  # type: ignore[type-var]
    join_in_order(clusters, ordered, fits)


def join_in_order(
    clusters: Clusters[T], links: Iterable[tuple[float, T, T]], fits: Callable[[Sequence[T], Sequence[T]], bool]
) -> None:
    """The same along links that come with the strongest first."""
    for _, left, right in links:
        if not clusters.are_one(left, right) and fits(clusters.of(left), clusters.of(right)):
            clusters.join(left, right)
