"""Dates in numbers: 14/3/2019, 2019-03-14."""

import re
from collections.abc import Iterable
from datetime import date

from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.rules.rule import Rule
from dossier.annotate.timex.values.time_reading import TimeReading, explicit, with_qualifier
from dossier.annotate.timex.values.units import Slot, Unit
from dossier.annotate.timex.words.grammar import RuleMatch
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import Basis, Dating, Period, Precision, Qualifier, TimexType, When

_NUMERIC_DATE = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.][0-9]{2,4}", re.ASCII)
_LAST_DAY, _LAST_MONTH, _CENTURY = 31, 12, 100
_FIRST_YEAR_OF_1900S = 30
"""From here on, a year of two digits is of the twentieth century. Set by hand; no measurement is recorded."""


def day_first(words: Iterable[str]) -> bool | None:
    """Whether dates such as 14/3/2019 among the words begin with the day; None where none decides, or they differ.

    >>> day_first(["03/04/2019", "14/03/2019"]), day_first(["3/14/2019"]), day_first(["03/04/2019"])
    (True, False, None)
    """
    dates = [match for word in words if word[:1].isdigit() and (match := _NUMERIC_DATE.fullmatch(word))]
    first = any(int(match[1]) > _LAST_MONTH for match in dates)
    second = any(int(match[2]) > _LAST_MONTH for match in dates)
    return None if first == second else first


def _iso(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """2019-03-14; 2019-03-14T10:30Z, where "14T10:30Z" is one token."""
    year, month, rest = found.words_of("date")[::2]  # without the hyphens between them
    day, _, clock = rest.upper().partition("T")
    slot = Slot(Unit.DAY, date(int(year), int(month), int(day)))
    if not clock:
        return explicit(slot)
    when = When.of(Period.parse(f"{slot.value}T{clock}"))
    return TimeReading(TimexType.TIME, f"{slot.value}T{clock.rstrip('Z')}", Dating(when, Basis.EXPLICIT), slot)


def _numeric(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """14/3/2019. If both orders give a day, the time extends from the earlier to the later and is uncertain."""
    first, second, last = (int(part) for part in re.split(r"[/.-]", found.text("date").replace(" ", "")))
    if first > _LAST_DAY:
        return explicit(Slot(Unit.DAY, date(first, second, last)))
    year = last if last >= _CENTURY else last + (2000 if last < _FIRST_YEAR_OF_1900S else 1900)
    days = sorted(set(_possible_days(first, second, year, context.day_first)))
    if len(days) < 2:
        return explicit(Slot(Unit.DAY, days[0])) if days else None
    when = When(*(Period.of(day, Precision.DAY) for day in days))
    return TimeReading(
        TimexType.DATE, f"{year}-XX-XX", Dating(with_qualifier(when, Qualifier.UNCERTAIN), Basis.EXPLICIT)
    )


def _possible_days(first: int, second: int, year: int, in_order: bool | None) -> Iterable[date]:
    """The days that the numbers can mean. ``in_order`` says whether the day is first; None if that is not known."""
    if in_order is not False and second <= _LAST_MONTH:
        yield date(year, second, first)
    if in_order is not True and first <= _LAST_MONTH:
        yield date(year, first, second)


RULES = (
    Rule(RuleName.FULL_DATE, "(?P<date>{year} - {two} - (?:{two}|{day_clock}))", _iso),
    Rule(RuleName.NUMERIC_DATE, "(?P<date>{numeric_date}|{iso_date}|{two}-{two}-(?:{year}|{two}))", _numeric),
)
