"""Count the rows of a long timeline by month, quarter, year, decade or century."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from dossier.render.page_values.chart_context import ChartMark, Footing
from dossier.render.page_values.row_context import Status
from dossier.render.picture.chart_outliers import MIN_SHARE_DRAWN

_UNITS = (("month", 1), ("quarter", 3), ("year", 12), ("decade", 120), ("century", 1200))
"""Units of the calendar with their months, the shortest first."""
_MAX_BARS = 80
"""Units of time from the first bar to the last. Set by hand: with more, bars would be hairlines."""


_Kind = tuple[Status, bool]
"""The status of a bar, and whether its rows are only reported: they are of one kind, whatever their status."""
_KINDS: tuple[_Kind, ...] = (*((status, False) for status in Status), (Status.FACT, True))
"""The kinds of bars, from below."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The rows of one kind in one unit of time (half-open), stacked from ``low`` to ``high``.

    Those that are only reported are of one kind, the others are told apart by ``status``.
    """

    start: datetime
    end: datetime
    status: Status
    is_reported: bool
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Tally:
    """The bars; ``placed`` counts the rows in them, ``left_out`` those whose date is longer than one ``unit``."""

    unit: str
    bars: tuple[Bar, ...]
    placed: int
    left_out: int

    @property
    def start(self) -> datetime:
        """The start of the first bar."""
        return min(bar.start for bar in self.bars)

    @property
    def end(self) -> datetime:
        """The end of the last bar."""
        return max(bar.end for bar in self.bars)


def tally(marks: Sequence[ChartMark]) -> Tally | None:
    """The rows counted by the shortest unit that suits them; None if no unit does.

    A row counts only where its whole date lies within one unit: "2019" belongs to no month. A unit suits the rows if
    ``MIN_SHARE_DRAWN`` of them count, and the time from the first to the last has at most ``_MAX_BARS`` units.
    """
    for unit, months in _UNITS:
        counts = Counter((_index(mark.start, months), _kind(mark)) for mark in marks if _fits(mark, months))
        placed = counts.total()
        if placed >= MIN_SHARE_DRAWN * len(marks) and _units_spanned(counts) <= _MAX_BARS:
            return Tally(unit, tuple(_bars(counts, months)), placed, len(marks) - placed)
    return None


def _kind(mark: ChartMark) -> _Kind:
    return (Status.FACT, True) if mark.footing is Footing.REPORTED else (mark.status, False)


def _index(moment: datetime, months: int) -> int:
    return (moment.year * 12 + moment.month - 1) // months


def _fits(mark: ChartMark, months: int) -> bool:
    return _index(mark.start, months) == _index(mark.end - timedelta(microseconds=1), months)


def _units_spanned(counts: Counter[tuple[int, _Kind]]) -> int:
    indices = [index for index, _ in counts]
    return max(indices) - min(indices) + 1


def _bars(counts: Counter[tuple[int, _Kind]], months: int) -> Iterator[Bar]:
    for index in sorted({index for index, _ in counts}):
        low = 0
        for status, is_reported in _KINDS:
            if count := counts[index, (status, is_reported)]:
                yield Bar(
                    start=_begin(index, months),
                    end=_begin(index + 1, months),
                    status=status,
                    is_reported=is_reported,
                    low=low,
                    high=low + count,
                )
                low += count


def _begin(index: int, months: int) -> datetime:
    year, month = divmod(index * months, 12)
    return datetime(min(max(year, 1), 9999), month + 1, 1)  # the calendar has no year 0 and no year 10000
