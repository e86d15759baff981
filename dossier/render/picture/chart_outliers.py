"""Outliers of a chart: if most marks lie close together, the caption names the few far from them instead."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from dossier.render.page_values.chart_context import ChartMark

MIN_SHARE_DRAWN = 0.75
"""Share of the marks that must stay when outliers are left out, and again when marks are counted by a unit of time.

Set by hand; no measurement is recorded.
"""
_PARTS_OF_WIDTH = 10
"""Marks within one of so many equal parts of the width look like one column. Set by hand; not measured."""


def without_outliers(marks: Sequence[ChartMark]) -> Sequence[ChartMark]:
    """The marks without the outliers that would press the others into a column; all marks where there are none.

    No mark is an outlier where the marks that are left would be too few, or would all have one date.
    """
    kept = marks
    while len(near := _most_crowded(kept)) < len(kept) and len(near) >= MIN_SHARE_DRAWN * len(marks) and _differ(near):
        kept = near
    return kept


def extent(marks: Iterable[ChartMark]) -> tuple[datetime, datetime]:
    """The start of the first mark and the end of the last. Raises ValueError when there are no marks."""
    listed = list(marks)
    return min(mark.start for mark in listed), max(mark.end for mark in listed)


def _most_crowded(marks: Sequence[ChartMark]) -> Sequence[ChartMark]:
    """The marks in the stretch of time in which most marks end, without those that begin before that stretch.

    A stretch is one of ``_PARTS_OF_WIDTH`` equal parts of the time from the first mark to the last.
    """
    first, last = extent(marks)
    length = (last - first) / _PARTS_OF_WIDTH
    ordered = sorted(marks, key=lambda mark: mark.end)
    most, begin = range(0), 0
    for end, mark in enumerate(ordered, 1):
        while mark.end - ordered[begin].end > length:
            begin += 1
        most = max(most, range(begin, end), key=len)
    until = ordered[most[-1]].end
    numbers = {ordered[at].number for at in most if until - ordered[at].start <= length}
    return [mark for mark in marks if mark.number in numbers]


def _differ(marks: Sequence[ChartMark]) -> bool:
    return len({(mark.start, mark.end) for mark in marks}) > 1
