"""An axis of time that breaks where nothing is told."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from dossier.render.page_values.chart_context import ChartMark

_LONG_GAP = 0.2
"""A stretch may break at a gap that is so great a part of all its gaps. Set by hand."""
_UNUSUAL = 3
"""A stretch may break at a gap that is so many times the median of its others. Set by hand."""
_SHORT = timedelta(days=4)
"""The axis never breaks at a gap as short as that. Set by hand."""
_MAX_BREAKS = 4
"""Set by hand."""
_BREAK = 18.0
"""Pixels between two stretches."""
_LEAST = 64.0
"""Pixels of a stretch: the tick of one day has room in it. Set by hand."""
_MARGIN = 10.0
"""Pixels of a stretch before its first time and after its last."""

Interval = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class AxisStretch:
    """A part of the axis without a break, from ``start`` to ``end`` and from pixel ``left`` to pixel ``right``."""

    start: datetime
    end: datetime
    left: float
    right: float

    def x(self, moment: datetime) -> float:
        """The pixel of a moment; that of the nearer end for one outside."""
        inside = min(max(moment, self.start), self.end)
        share = (inside - self.start) / (self.end - self.start) if self.end > self.start else 0.5
        return self.left + _MARGIN + share * (self.right - self.left - 2 * _MARGIN)


@dataclass(frozen=True, slots=True)
class Axis:
    """The stretches from left to right."""

    stretches: tuple[AxisStretch, ...]

    def x(self, moment: datetime) -> float:
        """The pixel of a moment; one in a break stands at the end of the stretch before it."""
        holder = next((s for s in reversed(self.stretches) if s.start <= moment), self.stretches[0])
        return holder.x(moment)

    @property
    def breaks(self) -> tuple[float, ...]:
        """The pixels at which the axis breaks."""
        return tuple((one.right + other.left) / 2 for one, other in pairwise(self.stretches))

    def pieces(self, left: float, right: float) -> tuple[tuple[float, float], ...]:
        """What the stretches have of the pixels from ``left`` to ``right``: no bar runs through a break."""
        cut = ((max(left, one.left), min(right, one.right)) for one in self.stretches)
        return tuple((start, end) for start, end in cut if start < end)


def axis(marks: Sequence[ChartMark], width: float) -> Axis:
    """The axis of these marks, ``width`` pixels long. Raises ValueError when there are no marks.

    A later time never stands left of an earlier one. A stretch is the longer the more marks begin in it.
    """
    parts = _broken(_blocks(marks), sorted(mark.start for mark in marks))
    times = [(part[0][0], part[-1][1]) for part in parts]
    counts = [sum(start <= mark.start <= end for mark in marks) for start, end in times]
    room = width - _BREAK * (len(parts) - 1)
    least = min(_LEAST, room / len(parts))
    spare = room - least * len(parts)
    stretches, left = [], 0.0
    for (start, end), count in zip(times, counts, strict=True):
        right = left + least + spare * count / (sum(counts) or 1)
        stretches.append(AxisStretch(start, end, left, right))
        left = right + _BREAK
    return Axis(tuple(stretches))


def _blocks(marks: Iterable[ChartMark]) -> list[Interval]:
    """The times of the marks, those that overlap as one. Of a long time in which others begin, only its two ends."""
    listed = list(marks)
    starts = sorted(mark.start for mark in listed)
    times: list[Interval] = []
    for mark in listed:
        is_long = bisect_left(starts, mark.end) > bisect_right(starts, mark.start)
        times += [(mark.start, mark.start), (mark.end, mark.end)] if is_long else [(mark.start, mark.end)]
    joined: list[Interval] = []
    for start, end in sorted(times):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _broken(blocks: list[Interval], starts: Sequence[datetime]) -> list[list[Interval]]:
    """The blocks of each stretch. The stretch in which most marks start breaks first, at its longest gap."""
    parts = [blocks]
    while len(parts) <= _MAX_BREAKS:
        breakable = [(_starts_in(part, starts), -n) for n, part in enumerate(parts) if _breaks(part)]
        if not breakable:
            break
        n = -max(breakable)[1]
        at = _longest_gap(parts[n])
        parts[n : n + 1] = [parts[n][:at], parts[n][at:]]
    return parts


def _starts_in(part: Sequence[Interval], starts: Sequence[datetime]) -> int:
    return bisect_right(starts, part[-1][1]) - bisect_left(starts, part[0][0])


def _breaks(part: Sequence[Interval]) -> bool:
    """Whether the longest gap of a stretch is so much of its gaps, and of the others, that it would better break there.

    What lasts does not count: one term of eight years would leave no room for the days of an election.
    """
    gaps = sorted(other[0] - one[1] for one, other in pairwise(part))
    if len(gaps) <= 1:
        return False
    *others, gap = gaps
    is_long = gap >= sum(gaps, timedelta()) * _LONG_GAP
    return is_long and gap > _SHORT and gap >= sorted(others)[len(others) // 2] * _UNUSUAL


def _longest_gap(part: Sequence[Interval]) -> int:
    """The index of the block behind the longest gap."""
    return max(range(1, len(part)), key=lambda n: part[n][0] - part[n - 1][1])
