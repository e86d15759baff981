"""Calendar time with its precision, and nothing more than is known of it.

A ``Period`` is one calendar unit ("2019", "14 March 2019"). A ``When`` is one period, or an interval between two
with either end possibly unknown. Both are written as EDTF (ISO 8601-2), of which this is a part: dates of the
precisions below, a qualifier for the whole date, and intervals.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache


class Precision(StrEnum):
    """The length of a period, the longest first."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


class Qualifier(StrEnum):
    """EDTF's mark for a whole date: uncertain, approximate, or both."""

    NONE = ""
    UNCERTAIN = "?"
    APPROXIMATE = "~"
    BOTH = "%"


_WIDTHS = {
    Precision.YEAR: len("2019"),
    Precision.MONTH: len("2019-03"),
    Precision.DAY: len("2019-03-14"),
    Precision.MINUTE: len("2019-03-14T15:00"),
    Precision.SECOND: len("2019-03-14T15:00:00"),
}
_APPROXIMATE = (Qualifier.APPROXIMATE, Qualifier.BOTH)
_UNCERTAIN = (Qualifier.UNCERTAIN, Qualifier.BOTH)
_YEARS = {Precision.CENTURY: 100, Precision.DECADE: 10, Precision.YEAR: 1}
_LENGTHS = {
    Precision.DAY: timedelta(days=1),
    Precision.MINUTE: timedelta(minutes=1),
    Precision.SECOND: timedelta(seconds=1),
}
_EDTF = re.compile(
    r"(?P<year>\d{2}XX|\d{3}X|\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?P<zone>Z|[+-]\d\d:\d\d)?)?)?)?(?P<mark>[?~%]?)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Period:
    """One calendar unit: it begins at ``start`` (wall-clock time, no zone) and is as long as ``precision`` says.

    ``zone`` ("Z", "+01:00" or "") is kept as it was written and shifts nothing.

    >>> Period.parse("2019-02").end
    datetime.datetime(2019, 3, 1, 0, 0)

    Raises ValueError when ``start`` is not where such a unit begins, or its end lies beyond the calendar.
    """

    start: datetime
    precision: Precision
    qualifier: Qualifier = Qualifier.NONE
    zone: str = ""

    def __post_init__(self) -> None:
        if self.start.tzinfo is not None:
            raise ValueError("a period starts at a wall-clock time; its zone is kept apart")
        if self.start != _floor(self.start, self.precision):
            raise ValueError(f"no {self.precision} begins at {self.start}")
        if self.zone and self.precision not in (Precision.MINUTE, Precision.SECOND):
            raise ValueError(f"a {self.precision} has no time zone")
        _end(self.start, self.precision)

    @classmethod
    def of(cls, moment: date, precision: Precision) -> "Period":
        """The unit of that precision which holds ``moment`` (a date or a datetime)."""
        clock = moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)
        return cls(_floor(clock.replace(tzinfo=None), precision), precision)

    @classmethod
    def parse(cls, edtf: str) -> "Period":
        """Read one EDTF date. Raises ValueError when it is none, or not one that is supported."""
        match = _EDTF.fullmatch(edtf)
        if match is None:
            raise ValueError(f"not an EDTF date: {edtf!r}")
        year = match["year"]
        month, day = (int(match[name] or 1) for name in ("month", "day"))
        hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
        if "X" in year and match["month"]:
            raise ValueError(f"an unspecified year has no months: {edtf!r}")
        try:
            start = datetime(int(year.replace("X", "0")), month, day, hour, minute, second)
        except ValueError as error:
            raise ValueError(f"no such date: {edtf!r} ({error})") from None
        return cls(start, _precision(match), Qualifier(match["mark"]), match["zone"] or "")

    @property
    def end(self) -> datetime:
        """The first moment after it."""
        return _end(self.start, self.precision)

    @property
    def edtf(self) -> str:
        """The period as EDTF.

        >>> Period(datetime(1960, 1, 1), Precision.DECADE).edtf
        '196X'
        """
        year = f"{self.start.year:04d}"
        if self.precision is Precision.CENTURY:
            text = year[:2] + "XX"
        elif self.precision is Precision.DECADE:
            text = year[:3] + "X"
        else:
            text = self.start.isoformat()[: _WIDTHS[self.precision]]
        return text + self.zone + self.qualifier.value


@dataclass(frozen=True, slots=True)
class When:
    """A time as far as it is known: one period, or all from ``first`` to ``last``.

    ``None`` at one end is a bound that is not known: ``/2025-03-14`` is on or before that day. Half-open as
    moments (``start``, ``end``), inclusive as days (``earliest``, ``latest``).

    >>> When.parse("2019").earliest, When.parse("2019").latest
    (datetime.date(2019, 1, 1), datetime.date(2019, 12, 31))
    >>> When.parse("/2025-03-14").earliest is None
    True

    Raises ValueError when neither end is known, or the last lies before the first.
    """

    first: Period | None
    last: Period | None

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise ValueError("a time needs at least one bound")
        if self.first and self.last and self.first.start >= self.last.end:
            raise ValueError(f"{self.last.edtf} lies before {self.first.edtf}")

    @classmethod
    def of(cls, period: Period) -> "When":
        """That period and no other."""
        return cls(period, period)

    @classmethod
    def day(cls, day: date) -> "When":
        """One calendar day."""
        return cls.of(Period.of(day, Precision.DAY))

    @classmethod
    def until(cls, last: Period) -> "When":
        """On or before the end of that period."""
        return cls(None, last)

    @classmethod
    @cache
    def parse(cls, edtf: str) -> "When":
        """Read EDTF: a date, or an interval with ``/``, open (``..``) or unknown at one end.

        Raises ValueError when it is none, or not one that is supported.
        """
        if "/" not in edtf:
            return cls.of(Period.parse(edtf))
        return cls(*(None if side in ("", "..") else Period.parse(side) for side in edtf.split("/", 1)))

    @property
    def edtf(self) -> str:
        """The time as EDTF; ``When.parse`` of it is this value again."""
        if self.first == self.last and self.first is not None:
            return self.first.edtf
        return "/".join(side.edtf if side else "" for side in (self.first, self.last))

    @property
    def is_interval(self) -> bool:
        """Whether it runs from one period to another, or is bounded on one side only."""
        return self.first != self.last

    @property
    def precision(self) -> Precision | None:
        """The precision of a single period; None for an interval."""
        return None if self.is_interval or self.first is None else self.first.precision

    @property
    def start(self) -> datetime | None:
        """The first moment it can be; None where there is no bound."""
        return self.first.start if self.first else None

    @property
    def end(self) -> datetime | None:
        """The first moment after it; None where there is no bound."""
        return self.last.end if self.last else None

    @property
    def earliest(self) -> date | None:
        """The first calendar day it can be."""
        return self.first.start.date() if self.first else None

    @property
    def latest(self) -> date | None:
        """The last calendar day it can be."""
        return (self.last.end - timedelta(microseconds=1)).date() if self.last else None

    @property
    def is_within_a_day(self) -> bool:
        """Whether it is one day or a part of one."""
        return self.precision in (Precision.DAY, Precision.MINUTE, Precision.SECOND)

    @property
    def known_day(self) -> date | None:
        """The calendar day that it lies in, where that is one day.

        >>> When.parse("2019-03-14T15:00").known_day, When.parse("2019-03").known_day
        (datetime.date(2019, 3, 14), None)
        """
        return self.earliest if self.earliest == self.latest else None

    @property
    def is_uncertain(self) -> bool:
        """Whether either end is marked uncertain."""
        return any(end is not None and end.qualifier in _UNCERTAIN for end in (self.first, self.last))

    def as_uncertain(self) -> "When":
        """The same time, marked uncertain.

        >>> When.parse("2019-03-14").as_uncertain().edtf, When.parse("/2019~").as_uncertain().edtf
        ('2019-03-14?', '/2019%')
        """
        return When(*(end and _in_doubt(end) for end in (self.first, self.last)))

    def contains(self, other: "When") -> bool:
        """Whether the other lies wholly within this one."""
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        ends = self.end is None or (other.end is not None and other.end <= self.end)
        return starts and ends

    def before(self, other: "When") -> bool:
        """Whether this is certainly over when the other begins."""
        return self.end is not None and other.start is not None and self.end <= other.start

    def overlaps(self, other: "When") -> bool:
        """Whether the two can have a moment in common."""
        return not self.before(other) and not other.before(self)


def newest(dates: Iterable[When | None]) -> When | None:
    """The date that ends last, None where there is none; of "on or before 14 March", the 14 March.

    One without an end ends first.
    """
    found = max((date for date in dates if date), key=lambda date: (date.end or datetime.min, date.edtf), default=None)
    return When.of(found.last) if found and found.first is None and found.last else found


def _in_doubt(period: Period) -> Period:
    return replace(period, qualifier=Qualifier.BOTH if period.qualifier in _APPROXIMATE else Qualifier.UNCERTAIN)


def _precision(match: re.Match[str]) -> Precision:
    if "X" in match["year"]:
        return Precision.CENTURY if match["year"].endswith("XX") else Precision.DECADE
    finest = Precision.YEAR
    for name in (Precision.MONTH, Precision.DAY, Precision.MINUTE, Precision.SECOND):
        if match[name.value]:
            finest = name
    return finest


def _floor(moment: datetime, precision: Precision) -> datetime:
    if precision in _YEARS:
        return datetime(moment.year - moment.year % _YEARS[precision], 1, 1)
    if precision is Precision.MONTH:
        return datetime(moment.year, moment.month, 1)
    if precision is Precision.DAY:
        return datetime(moment.year, moment.month, moment.day)
    return moment.replace(microsecond=0, second=0 if precision is Precision.MINUTE else moment.second)


def _end(start: datetime, precision: Precision) -> datetime:
    try:
        if precision in _YEARS:
            return start.replace(year=start.year + _YEARS[precision])
        if precision is Precision.MONTH:
            return start.replace(year=start.year + start.month // 12, month=start.month % 12 + 1)
        return start + _LENGTHS[precision]
    except (ValueError, OverflowError):
        raise ValueError(f"the {precision} of {start} ends beyond the calendar") from None
