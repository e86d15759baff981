"""Which marks a chart can tell apart: where nearly all lie close together, the few far off are left to the caption."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from dossier.render.context import Mark

_SHARE = 0.75  # a chart that leaves out more than a quarter would mislead
_NARROW = 10  # pressed into a tenth of the width, marks become one column


def crowd(marks: Sequence[Mark]) -> Sequence[Mark]:
    """All the marks; or those within a time so short that drawing the others would press them into a column."""
    kept = marks
    while len(near := _nearest(kept)) < len(kept) and len(near) >= _SHARE * len(marks) and _differ(near):
        kept = near
    return kept


def extent(marks: Iterable[Mark]) -> tuple[datetime, datetime]:
    """Where the first mark begins and the last one ends."""
    listed = list(marks)
    return min(mark.start for mark in listed), max(mark.end for mark in listed)


def _nearest(marks: Sequence[Mark]) -> Sequence[Mark]:
    """As many of the marks as lie within a small part of their whole extent."""
    first, last = extent(marks)
    length = (last - first) / _NARROW
    ordered = sorted(marks, key=lambda mark: mark.end)
    most, begin = range(0), 0
    for end, mark in enumerate(ordered, 1):
        while mark.end - ordered[begin].end > length:
            begin += 1
        most = max(most, range(begin, end), key=len)
    until = ordered[most[-1]].end
    numbers = {ordered[at].number for at in most if until - ordered[at].start <= length}
    return [mark for mark in marks if mark.number in numbers]


def _differ(marks: Sequence[Mark]) -> bool:
    return len({(mark.start, mark.end) for mark in marks}) > 1
