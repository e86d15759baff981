"""What comes round again in the calendar (months, weekdays, seasons, named days), and its occurrences around a day."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Protocol

from dateutil.easter import easter

from dossier.annotate.timex.values.units import Slot, Unit


class Repeating(Protocol):
    """Something that comes round again in the calendar."""

    @property
    def value(self) -> str:
        """Its TIMEX3 value where it is not known which occurrence is meant."""

    def around(self, day: date) -> Iterator[Slot]:
        """Its occurrences near the day, in order: at least one that begins on it or before, and one after."""


class Yearly(ABC):
    """What comes round every year; it is ``Repeating``."""

    __slots__ = ()

    @property
    @abstractmethod
    def value(self) -> str:
        """Its TIMEX3 value where it is not known which occurrence is meant."""

    @abstractmethod
    def of(self, year: int) -> Slot:
        """The occurrence in one year. Raises ValueError where the year has none."""

    def around(self, day: date) -> Iterator[Slot]:
        """The occurrences in the year before, the year of the day, and the year after."""
        return (self.of(year) for year in _years(day, 1))


def latest(repeating: Repeating, day: date) -> Slot:
    """The last occurrence that begins on the day or before.

    >>> latest(DayOfWeek(0), date(2025, 3, 14)).value
    '2025-03-10'
    """
    return max((slot for slot in repeating.around(day) if slot.start <= day), key=lambda slot: slot.start)


def coming(repeating: Repeating, day: date) -> Slot:
    """The first occurrence that begins after the day; or the month, quarter or season that holds the day."""
    ahead = (
        slot for slot in repeating.around(day) if slot.start > day or (slot.unit is not Unit.DAY and slot.holds(day))
    )
    return min(ahead, key=lambda slot: slot.start)


def nearest(repeating: Repeating, day: date) -> Slot:
    """The occurrence that begins nearest to the day; of two equally near, the earlier.

    >>> nearest(DayOfYear(12, 30), date(2020, 1, 4)).value
    '2019-12-30'
    """
    return min(repeating.around(day), key=lambda slot: (abs(slot.start - day), slot.start))


@dataclass(frozen=True, slots=True)
class DayOfWeek:
    """A weekday; Monday is 0."""

    number: int

    @property
    def value(self) -> str:
        """The TIMEX3 value of a weekday in an unknown week."""
        return f"XXXX-WXX-{self.number + 1}"

    def around(self, day: date) -> Iterator[Slot]:
        """The last two, the day itself included, and the next two."""
        last = day - timedelta(days=(day.weekday() - self.number) % 7)
        return (Slot(Unit.DAY, last + timedelta(days=days)) for days in (-7, 0, 7, 14))


@dataclass(frozen=True, slots=True)
class PartOfYear(Yearly):
    """A month, quarter, half or season, by its first month."""

    unit: Unit
    month: int

    @property
    def value(self) -> str:
        """The TIMEX3 value without the year."""
        return "XXXX" + self.of(2000).value[4:]

    def of(self, year: int) -> Slot:
        """The occurrence in one year."""
        return Slot(self.unit, date(year, self.month, 1))


@dataclass(frozen=True, slots=True)
class DayOfYear(Yearly):
    """A day of a month: 14 March. Raises ValueError for one that no year has, such as the 31st of April."""

    month: int
    day: int

    def __post_init__(self) -> None:
        date(2000, self.month, self.day)

    @property
    def value(self) -> str:
        """The TIMEX3 value without the year."""
        return f"XXXX-{self.month:02}-{self.day:02}"

    def of(self, year: int) -> Slot:
        """The occurrence in one year. Raises ValueError where the year has none."""
        return Slot(Unit.DAY, date(year, self.month, self.day))

    def around(self, day: date) -> Iterator[Slot]:
        """Its occurrences up to eight years away: for so long (1897 to 1903) there may be no 29th of February."""
        for year in _years(day, 8):
            if (self.month, self.day) != (2, 29) or _is_leap(year):
                yield self.of(year)


@dataclass(frozen=True, slots=True)
class NthDay(Yearly):
    """The n-th day of a month, or its n-th weekday; ``n`` is 1 for the first, and -1 for the last.

    With WEEKEND as its unit, it is the weekend that begins with that day, a Saturday.

    >>> NthDay(11, 1, 1).of(2019).value, NthDay(6, -1, 4).of(2016).value, NthDay(2, -1).of(2024).value
    ('2019-11-05', '2016-06-24', '2024-02-29')
    """

    month: int
    n: int
    weekday: int | None = None
    unit: Unit = Unit.DAY

    @property
    def value(self) -> str:
        """The TIMEX3 value without the year and the day."""
        return f"XXXX-{self.month:02}-XX"

    def of(self, year: int) -> Slot:
        """The occurrence in one year. Raises ValueError where the month has none."""
        month = Slot(Unit.MONTH, date(year, self.month, 1))
        start = month.start if self.n > 0 else month.shift(1).start
        steps = self.n - 1 if self.n > 0 else self.n
        if self.weekday is None:
            day = start + timedelta(days=steps)
        else:
            day = start + timedelta(days=(self.weekday - start.weekday()) % 7 + 7 * steps)
        if not month.holds(day):
            raise ValueError(f"no such day: {self}")
        return Slot(self.unit, day)


@dataclass(frozen=True, slots=True)
class FromEaster(Yearly):
    """The day so many days after Easter, or before it if negative."""

    days: int

    @property
    def value(self) -> str:
        """The TIMEX3 value of an unknown day."""
        return "XXXX-XX-XX"

    def of(self, year: int) -> Slot:
        """The occurrence in one year."""
        return Slot(Unit.DAY, easter(year) + timedelta(days=self.days))


@dataclass(frozen=True, slots=True)
class BesideDay(Yearly):
    """The next weekday after another day of the year, or the last before it where ``side`` is -1."""

    day: Yearly
    weekday: int
    side: int

    @property
    def value(self) -> str:
        """The TIMEX3 value of an unknown day."""
        return "XXXX-XX-XX"

    def of(self, year: int) -> Slot:
        """The occurrence beside that day of one year."""
        start = self.day.of(year).start
        days = (self.side * (self.weekday - start.weekday()) - 1) % 7 + 1
        return Slot(Unit.DAY, start + timedelta(days=self.side * days))


def _years(day: date, distance: int) -> range:
    return range(max(day.year - distance, MINYEAR), min(day.year + distance, MAXYEAR) + 1)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
