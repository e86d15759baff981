"""What stands at a place of a text, found without going through all of it."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Generic, TypeVar

from dossier.model import Span

T = TypeVar("T")


class Overlaps(Generic[T]):
    """Items of a text by their places: sorted once, then the cost of a question is that of its answer.

    Where places lie within each other, it is that of the longest of them.
    """

    def __init__(self, items: Iterable[T], place: Callable[[T], Span]) -> None:
        found = sorted(((place(item), item) for item in items), key=lambda one: one[0])
        self._items = [item for _, item in found]
        self._places = [span for span, _ in found]
        self._starts = [span.start for span in self._places]
        self._reach = list(accumulate((span.end for span in self._places), max))  # how far any up to here goes

    def at(self, place: Span) -> Iterator[T]:
        """The items that share characters with the place, the last first."""
        n = bisect_left(self._starts, place.end) - 1
        while n >= 0 and self._reach[n] > place.start:
            if self._places[n].end > place.start:
                yield self._items[n]
            n -= 1

    def has(self, place: Span) -> bool:
        """Whether there are any."""
        return next(self.at(place), None) is not None
