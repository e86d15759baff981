"""Clusters from links between pairs: the strongest first, never against what must stay apart."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Clusters(Generic[T]):
    """Items, each in a cluster of its own until it is joined to others: a disjoint-set forest with constraints.

    ``apart`` are pairs of groups: no item of the one may come into a cluster with an item of the other. Joining costs
    as much as the smaller cluster is large.
    """

    def __init__(self, items: Iterable[T], apart: Iterable[tuple[Iterable[T], Iterable[T]]] = ()) -> None:
        self._members: dict[T, list[T]] = {item: [item] for item in items}
        self._head: dict[T, T] = {item: item for item in self._members}
        self._sides: dict[T, set[tuple[int, int]]] = {}
        for number, groups in enumerate(apart):
            for side, group in enumerate(groups):
                for item in group:
                    self._sides.setdefault(item, set()).add((number, side))

    def of(self, item: T) -> Sequence[T]:
        """The items of its cluster."""
        return self._members[self._head[item]]

    def are_one(self, left: T, right: T) -> bool:
        """Whether the two are in one cluster."""
        return self._head[left] == self._head[right]

    def may_join(self, left: T, right: T) -> bool:
        """Whether nothing says that the clusters of the two must stay apart."""
        few, many = sorted((self._sides_of(left), self._sides_of(right)), key=len)
        return all((number, 1 - side) not in many for number, side in few)

    def join(self, left: T, right: T) -> bool:
        """Make the clusters of the two one, where they may; whether they are one now."""
        small, large = sorted((self._head[left], self._head[right]), key=lambda head: len(self._members[head]))
        if small == large:
            return True
        if not self.may_join(left, right):
            return False
        moved = self._members.pop(small)
        self._members[large] += moved
        self._head.update((item, large) for item in moved)
        if sides := self._sides.pop(small, None):
            self._sides[large] = self._sides.get(large, set()) | sides
        return True

    def all(self) -> list[Sequence[T]]:
        """All clusters; which of them comes first, and their order within, depends on the joins."""
        return list(self._members.values())

    def _sides_of(self, item: T) -> set[tuple[int, int]]:
        return self._sides.get(self._head[item], set())


def join_strongest(
    clusters: Clusters[T],
    links: Iterable[tuple[float, T, T]],
    fits: Callable[[Sequence[T], Sequence[T]], bool] = lambda left, right: True,
) -> None:
    """Join along the links (weight, left, right), the strongest first, where the two clusters fit.

    The outcome does not depend on the order in which links come: equal weights go by the items, which must be
    sortable.
    """
    ordered = sorted(links, key=lambda link: (-link[0], *sorted(link[1:])))  # type: ignore[type-var]
    for _, left, right in ordered:
        if not clusters.are_one(left, right) and fits(clusters.of(left), clusters.of(right)):
            clusters.join(left, right)
