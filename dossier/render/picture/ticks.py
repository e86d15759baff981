"""The ticks of a stretch of time: days of the calendar, as many as have room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from dossier.render.picture.axis import AxisStretch

_ROOM = 62.0
"""Pixels from one tick to the next, which "12 Mar 2021" needs. Set by hand."""
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 3, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
_YEAR = 12
"""Months."""
_MONDAY = datetime(1, 1, 1)
_MOST_DAYS = timedelta(days=200)
"""A longer stretch has no ticks of days."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick at pixel ``x`` with its label."""

    x: float
    label: str


def ticks(stretch: AxisStretch) -> tuple[Tick, ...]:
    """The ticks of the shortest unit of time that has room; one at the start of a stretch where none has."""
    room = max((stretch.right - stretch.left) / _ROOM, 1.0)
    for moments, unit in _units(stretch):
        if 0 < len(moments) <= room:
            return tuple(Tick(stretch.x(moment), _label(moment, unit, n)) for n, moment in enumerate(moments))
    return (Tick(stretch.x(stretch.start), _label(stretch.start, "day", 0)),)


def _units(stretch: AxisStretch) -> Iterator[tuple[Sequence[datetime], str]]:
    if stretch.end - stretch.start <= _MOST_DAYS:
        for step in _DAYS:
            yield tuple(_days(stretch, step)), "day"
    for months in _MONTHS:
        yield tuple(_firsts(stretch, months)), "month" if months < _YEAR else "year"


def _days(stretch: AxisStretch, step: int) -> Iterator[datetime]:
    """Days that are ``step`` apart; those of whole weeks are Mondays."""
    days_since = (stretch.start - _MONDAY).days
    moment = _MONDAY + timedelta(days=-(-days_since // step) * step)
    if moment < stretch.start:
        moment += timedelta(days=step)
    while moment < stretch.end:
        yield moment
        moment += timedelta(days=step)


def _firsts(stretch: AxisStretch, months: int) -> Iterator[datetime]:
    """First days of months that are ``months`` apart, counted from the year 0."""
    index = -(-_month_index(stretch.start) // months) * months
    while (moment := _first(index)) and moment < stretch.end:
        if moment >= stretch.start:
            yield moment
        index += months


def _month_index(moment: datetime) -> int:
    return moment.year * 12 + moment.month - 1


def _first(index: int) -> datetime | None:
    year, month = divmod(index, 12)
    return datetime(year, month + 1, 1) if 1 <= year <= 9999 else None


def _label(moment: datetime, unit: str, n: int) -> str:
    """A day has its year at the first tick only."""
    if unit == "year":
        return str(moment.year)
    if unit == "month":
        return f"{moment:%b} {moment.year}"
    return f"{moment.day} {moment:%b}" + (f" {moment.year}" if n == 0 else "")
