"""Dates in numbers: 14/3/2019, 2019-03-14."""

import re
from collections.abc import Iterable
from datetime import date

from dossier.annotate.timex.anchor_context import Context
from dossier.annotate.timex.grammar import Found
from dossier.annotate.timex.rule import Rule
from dossier.annotate.timex.time_reading import Reading, explicit, marked
from dossier.annotate.timex.units import Slot, Unit
from dossier.model import Basis, Dating, Period, Precision, Qualifier, TimexType, When

_WHOLE = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.][0-9]{2,4}", re.ASCII)
_LAST_DAY, _LAST_MONTH, _CENTURY, _PIVOT = 31, 12, 100, 30


def day_first(words: Iterable[str]) -> bool | None:
    """Whether the dates among the words are written with the day first; None where no date of them decides.

    >>> day_first(["03/04/2019", "14/03/2019"]), day_first(["3/14/2019"]), day_first(["03/04/2019"])
    (True, False, None)
    """
    dates = [match for word in words if (match := _WHOLE.fullmatch(word))]
    first = any(int(match[1]) > _LAST_MONTH for match in dates)
    second = any(int(match[2]) > _LAST_MONTH for match in dates)
    return None if first == second else first


def _iso(found: Found, context: Context) -> Reading | None:
    year, month, rest = found.all("date")[::2]
    day, _, clock = rest.upper().partition("T")
    slot = Slot(Unit.DAY, date(int(year), int(month), int(day)))
    if not clock:
        return explicit(slot)
    when = When.of(Period.parse(f"{slot.value}T{clock}"))
    return Reading(TimexType.TIME, f"{slot.value}T{clock.rstrip('Z')}", Dating(when, Basis.EXPLICIT), slot)


def _numeric(found: Found, context: Context) -> Reading | None:
    """14/3/2019. Where day and month could change places, both readings stand: from the one to the other."""
    first, second, last = (int(part) for part in re.split(r"[/.-]", found.word("date").replace(" ", "")))
    if first > _LAST_DAY:
        return explicit(Slot(Unit.DAY, date(first, second, last)))
    year = last if last >= _CENTURY else last + (2000 if last < _PIVOT else 1900)
    days = sorted(set(_readings(first, second, year, context.day_first)))
    if len(days) < 2:
        return explicit(Slot(Unit.DAY, days[0])) if days else None
    when = When(*(Period.of(day, Precision.DAY) for day in days))
    return Reading(TimexType.DATE, f"{year}-XX-XX", Dating(marked(when, Qualifier.UNCERTAIN), Basis.EXPLICIT))


def _readings(first: int, second: int, year: int, in_order: bool | None) -> Iterable[date]:
    """The days that the numbers can be, by the order of the article's other dates where that is known."""
    if in_order is not False and second <= _LAST_MONTH:
        yield date(year, second, first)
    if in_order is not True and first <= _LAST_MONTH:
        yield date(year, first, second)


RULES = (
    Rule("full date", "(?P<date>{year} - {two} - (?:{two}|{day_clock}))", _iso),
    Rule("numeric date", "(?P<date>{numeric_date}|{iso_date}|{two}-{two}-(?:{year}|{two}))", _numeric),
)
