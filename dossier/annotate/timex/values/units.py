"""Units of time and slots of the calendar, with which the meaning of temporal expressions is computed.

After SCATE (Bethard and Parker 2016, "A Semantically Compositional Annotation Scheme for Time Normalization").
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dossier.model import Period, Precision, Qualifier, When


class Unit(StrEnum):
    """A unit of time, by its English name."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


MONTHS_IN = {
    Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.SEASON: 12, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200,
}  # fmt: skip
"""Months from the start of a unit to the start of the next; for a season a year ("last summer")."""
DAYS_IN = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7}
"""Days from the start of a unit to the start of the next."""
_YEARS_IN = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}
_DURATION_FORMATS = {
    Unit.SECOND: "PT{}S", Unit.MINUTE: "PT{}M", Unit.HOUR: "PT{}H", Unit.DAY: "P{}D", Unit.WEEKEND: "P{}WE",
    Unit.WEEK: "P{}W", Unit.MONTH: "P{}M", Unit.QUARTER: "P{}Q", Unit.YEAR: "P{}Y", Unit.DECADE: "P{}DE",
    Unit.CENTURY: "P{}CE",
}  # fmt: skip
_SMALLER_UNITS = {
    Unit.MINUTE: (Unit.SECOND, 60),
    Unit.HOUR: (Unit.MINUTE, 60),
    Unit.DAY: (Unit.HOUR, 24),
    Unit.YEAR: (Unit.MONTH, 12),
}
"""In which smaller unit a half is counted, and how many of it make one unit: half a year is six months."""
_ISO_CHARACTERS = {Unit.DAY: 10, Unit.MONTH: 7, Unit.YEAR: 4, Unit.DECADE: 3, Unit.CENTURY: 2}
"""How much of an ISO date is the TIMEX3 value of a unit: "2019-03" of "2019-03-01" for a month."""
_SEASON_CODES = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_SATURDAY = 5  # of a week that begins with Monday, 0
_DECEMBER = 12  # the month, of 1 to 12


def add_months(day: date, count: int) -> date:
    """The same day of a month ``count`` months later, or that month's last day where it has no such day.

    >>> add_months(date(2024, 3, 31), -1)
    datetime.date(2024, 2, 29)
    """
    months = day.year * 12 + day.month - 1 + count
    first = date(months // 12, months % 12 + 1, 1)
    following = date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), following - timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Slot:
    """One unit in the calendar, by its first day: March 2019, the week of 4 March 2019.

    A season begins with its first month in the north.

    >>> Slot(Unit.QUARTER, date(1989, 7, 1)).shift(-4).value
    '1988-Q3'
    """

    unit: Unit
    start: date

    @classmethod
    def of(cls, unit: Unit, day: date) -> "Slot":
        """The unit that holds the day, or the weekend of its week. The unit is a day or longer and no season."""
        if unit in _YEARS_IN:
            return cls(unit, date(max(day.year - day.year % _YEARS_IN[unit], 1), 1, 1))
        if unit in MONTHS_IN:
            return cls(unit, date(day.year, day.month - (day.month - 1) % MONTHS_IN[unit], 1))
        if unit is Unit.DAY:
            return cls(unit, day)
        monday = day - timedelta(days=day.weekday())
        return cls(unit, monday if unit is Unit.WEEK else monday + timedelta(days=_SATURDAY))

    def shift(self, count: int) -> "Slot":
        """The slot ``count`` units later; for a season, ``count`` years later."""
        if self.unit in DAYS_IN:
            return Slot(self.unit, self.start + timedelta(days=count * DAYS_IN[self.unit]))
        return Slot(self.unit, add_months(self.start, count * MONTHS_IN[self.unit]))

    def holds(self, day: date) -> bool:
        """Whether the day lies in the slot; a season is three months long."""
        end = add_months(self.start, 3) if self.unit is Unit.SEASON else self.shift(1).start
        return self.start <= day < end

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        if self.unit in (Unit.WEEK, Unit.WEEKEND):
            week = "{:04}-W{:02}".format(*self.start.isocalendar()[:2])
            return week if self.unit is Unit.WEEK else f"{week}-WE"
        if self.unit in _ISO_CHARACTERS:
            return self.start.isoformat()[: _ISO_CHARACTERS[self.unit]]
        month = self.start.month
        part = {
            Unit.QUARTER: f"Q{month // 3 + 1}",
            Unit.HALF: f"H{month // 6 + 1}",
            Unit.SEASON: _SEASON_CODES.get(month),
        }
        return f"{self.start.year:04}-{part[self.unit]}"

    @property
    def when(self) -> When:
        """The calendar time: one period, or the first and last of a week, quarter, half or season."""
        if self.unit is Unit.SEASON:
            return self._season()
        if self.unit in (Unit.WEEK, Unit.WEEKEND):
            days = 6 if self.unit is Unit.WEEK else 1
            last = Period.of(self.start + timedelta(days=days), Precision.DAY)
            return When(Period.of(self.start, Precision.DAY), last)
        if self.unit in (Unit.QUARTER, Unit.HALF):
            last = Period.of(add_months(self.start, MONTHS_IN[self.unit] - 1), Precision.MONTH)
            return When(Period.of(self.start, Precision.MONTH), last)
        return When.of(Period.of(self.start, Precision(self.unit.value)))

    def _season(self) -> When:
        """About June to September for a summer; for a winter, about the two winters that begin or end in its year."""
        first, last = self.start, add_months(self.start, 3)
        if first.month == _DECEMBER:
            first = add_months(first, -12)
        return When(*(approximate(Period.of(month, Precision.MONTH)) for month in (first, last)))


def approximate(period: Period) -> Period:
    """The period, marked as approximate."""
    return qualified(period, Qualifier.APPROXIMATE)


def qualified(period: Period, mark: Qualifier) -> Period:
    """The period with the qualifier added to the one it has: uncertain and approximate together are BOTH."""
    both = period.qualifier not in (Qualifier.NONE, mark)
    return Period(period.start, period.precision, Qualifier.BOTH if both else mark, period.zone)


def duration(count: str, unit: Unit) -> str:
    """The TIMEX3 value of a duration; ``count`` is a number or X.

    A known number of decades or centuries is counted in years, half a minute, hour, day or year in a smaller unit.

    >>> duration("1", Unit.DECADE), duration("X", Unit.WEEK), duration("2.5", Unit.YEAR), duration("1.5", Unit.HOUR)
    ('P10Y', 'PXW', 'P2.5Y', 'PT1H30M')
    """
    if count.endswith(".5") and count != "0.5" and unit in (Unit.MINUTE, Unit.HOUR):
        return duration(count.removesuffix(".5"), unit) + duration("0.5", unit).removeprefix("PT")
    if count == "0.5" and unit in _SMALLER_UNITS:
        unit, whole = _SMALLER_UNITS[unit]
        return _DURATION_FORMATS[unit].format(whole // 2)
    if unit in _YEARS_IN and count != "X":
        count, unit = f"{float(count) * _YEARS_IN[unit]:g}", Unit.YEAR
    return _DURATION_FORMATS[unit].format(count)
