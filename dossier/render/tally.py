"""Counting the rows of a long timeline by the shortest unit of the calendar that suits them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from dossier.render.context import Mark, Status

_UNITS = (("month", 1), ("quarter", 3), ("year", 12), ("decade", 120), ("century", 1200))
_BARS = 80  # more would be hairlines
_SHARE = 0.75  # a chart that leaves out more than a quarter would mislead


@dataclass(frozen=True, slots=True)
class Bar:
    """So many rows of one status in one unit, stacked from ``low`` to ``high``."""

    start: datetime
    end: datetime
    status: Status
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Tally:
    """The bars, how many rows they hold, and how many have dates that fit into no single unit."""

    unit: str
    bars: tuple[Bar, ...]
    placed: int
    left_out: int

    @property
    def start(self) -> datetime:
        """Where the first bar begins."""
        return min(bar.start for bar in self.bars)

    @property
    def end(self) -> datetime:
        """Where the last bar ends."""
        return max(bar.end for bar in self.bars)


def tally(marks: Sequence[Mark]) -> Tally | None:
    """The rows counted by the first unit that holds most of them in not too many bars; None if there is none.

    A row counts only where its whole date lies within one unit: "2019" belongs to no month.
    """
    for unit, months in _UNITS:
        counts = Counter((_index(mark.start, months), mark.status) for mark in marks if _fits(mark, months))
        placed = counts.total()
        if placed >= _SHARE * len(marks) and _width(counts) <= _BARS:
            return Tally(unit, tuple(_bars(counts, months)), placed, len(marks) - placed)
    return None


def _index(moment: datetime, months: int) -> int:
    return (moment.year * 12 + moment.month - 1) // months


def _fits(mark: Mark, months: int) -> bool:
    return _index(mark.start, months) == _index(mark.end - timedelta(microseconds=1), months)


def _width(counts: Counter[tuple[int, Status]]) -> int:
    indices = [index for index, _ in counts]
    return max(indices) - min(indices) + 1


def _bars(counts: Counter[tuple[int, Status]], months: int) -> Iterator[Bar]:
    for index in sorted({index for index, _ in counts}):
        low = 0
        for status in Status:
            if count := counts[index, status]:
                yield Bar(_begin(index, months), _begin(index + 1, months), status, low, low + count)
                low += count


def _begin(index: int, months: int) -> datetime:
    year, month = divmod(index * months, 12)
    return datetime(min(max(year, 1), 9999), month + 1, 1)  # the calendar has no year 0 and no year 10000
