"""Find the items of a text that overlap a span, without going through all of them."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Generic, TypeVar

from dossier.model import Span

T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Items of a text, sorted once by their spans; ``span_of`` gives the span of an item.

    A query costs a binary search and then one step for each item of the answer. Where spans lie within each other, it
    also passes the items inside the longest of them.
    """

    def __init__(self, items: Iterable[T], span_of: Callable[[T], Span]) -> None:
        found = sorted(((span_of(item), item) for item in items), key=lambda one: one[0])
        self._items = [item for _, item in found]
        self._spans = [span for span, _ in found]
        self._starts = [span.start for span in self._spans]
        self._latest_ends = list(accumulate((span.end for span in self._spans), max))
        """For each span the latest of its own end and the ends of all spans before it."""

    def overlapping(self, span: Span) -> Iterator[T]:
        """The items that share at least one character with the span, the last first."""
        n = bisect_left(self._starts, span.end) - 1  # the last item that begins before the end of the span
        while n >= 0 and self._latest_ends[n] > span.start:
            if self._spans[n].end > span.start:
                yield self._items[n]
            n -= 1

    def has_overlap(self, span: Span) -> bool:
        """Whether an item shares at least one character with the span."""
        return next(self.overlapping(span), None) is not None
