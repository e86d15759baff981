"""Quarters, halves and fiscal years, as results are reported by."""

from dataclasses import replace
from datetime import date

from dossier.annotate.timex.anchor_context import Context
from dossier.annotate.timex.counts import digits, ordinal
from dossier.annotate.timex.grammar import Found
from dossier.annotate.timex.repeating import PartOfYear, latest, nearest
from dossier.annotate.timex.rule import Rule, about
from dossier.annotate.timex.time_reading import Anchor, Reading, explicit, marked, relative, unresolved
from dossier.annotate.timex.units import Slot, Unit, duration
from dossier.model import Basis, Dating, Period, Precision, Qualifier, TimexType, When

_QUARTERS = 4
_CENTURY = 100


def _quarter(found: Found, context: Context) -> Reading | None:
    """The third quarter (of a year, else the last one that has begun); the second half."""
    unit = Unit.HALF if found.has("half") else Unit.QUARTER
    if unit is Unit.HALF and not any(map(found.has, ("year", "last", "next", "this", "fiscal"))):
        return None  # of a match
    number = ordinal(found.word("nth"))
    if number > (2 if unit is Unit.HALF else _QUARTERS):
        return None
    part = PartOfYear(unit, (number - 1) * (6 if unit is Unit.HALF else 3) + 1)
    if found.has("year"):
        return _fiscal(found, explicit(part.of(int(found.word("year"))), "", about(found)))
    anchor = context.today
    if anchor is None:
        return unresolved(part.value)
    return _fiscal(found, relative(_which(found, part, anchor, context), anchor, "", about(found)))


def _last_quarter(found: Found, context: Context) -> Reading | None:
    """The last quarter of 2019."""
    return explicit(Slot(Unit.QUARTER, date(int(found.word("year")), 10, 1)))


def _which(found: Found, part: PartOfYear, anchor: Anchor, context: Context) -> Slot:
    year = anchor.slot.start.year
    if found.has("ago"):
        return latest(part, anchor.slot.start).shift(-_QUARTERS if part.unit is Unit.QUARTER else -2)
    if found.has("last"):
        return part.of(year - 1)
    if found.has("next"):
        return part.of(year + 1)
    if found.has("this"):
        return part.of(year)
    return (nearest if context.direction == "future" else latest)(part, anchor.slot.start)


def _fiscal(found: Found, reading: Reading) -> Reading:
    """A company's year need not be the calendar's: it lies in the three calendar years about."""
    if not found.has("fiscal") or reading.slot is None:
        return reading
    return replace(reading, dating=replace(reading.dating, when=_around(reading.slot.start.year)))


def _around(year: int) -> When:
    first, last = (Period.of(date(y, 1, 1), Precision.YEAR) for y in (year - 1, year + 1))
    return marked(When(first, last), Qualifier.APPROXIMATE)


def _fiscal_year(found: Found, context: Context) -> Reading | None:
    year = digits(found.word("year"))
    slot = Slot(Unit.YEAR, date(year if year >= _CENTURY else year + 2000, 1, 1))
    return Reading(TimexType.DATE, slot.value, Dating(_around(slot.start.year), Basis.EXPLICIT), slot)


def _this_fiscal_year(found: Found, context: Context) -> Reading | None:
    anchor = context.today
    if anchor is None:
        return unresolved("XXXX")
    slot = Slot.of(Unit.YEAR, anchor.slot.start).shift(found.step)
    return Reading(TimexType.DATE, slot.value, Dating(_around(slot.start.year), Basis.RELATIVE, anchor.name), slot)


def _this_fiscal_quarter(found: Found, context: Context) -> Reading | None:
    """The last financial quarter."""
    anchor = context.today
    if anchor is None:
        return unresolved("XXXX-QX")
    steps = found.step
    return _fiscal(found, relative(Slot.of(Unit.QUARTER, anchor.slot.start).shift(steps), anchor))


def _some_fiscal_year(found: Found, context: Context) -> Reading | None:
    return Reading(TimexType.DURATION, duration("1", Unit.YEAR))


def _reported(found: Found, context: Context) -> Reading | None:
    """The latest quarter, the period: the one whose results are reported."""
    anchor = _results(context)
    return relative(anchor.slot, anchor) if anchor else unresolved("XXXX-QX")


def _results(context: Context) -> Anchor | None:
    """The quarter of the results: the one last spoken of, else the last one that is over."""
    if context.quarter or not context.today:
        return context.quarter
    over = Slot.of(Unit.QUARTER, context.today.slot.start).shift(-1)
    return Anchor(over, context.today.name)


def _of_year(found: Found, context: Context) -> Reading | None:
    """The 1988 quarter; the 1988 period."""
    anchor = _results(context)
    year = int(found.word("year"))
    if anchor is None:
        return unresolved(f"{year}-QX")
    return explicit(Slot(Unit.QUARTER, anchor.slot.start.replace(year=year)))


def _year_ago(found: Found, context: Context) -> Reading | None:
    """The year-ago quarter; a year earlier, in a report of results."""
    anchor = _results(context)
    return relative(anchor.slot.shift(-_QUARTERS), anchor) if anchor else unresolved("XXXX-QX")


def _year_ago_in_results(found: Found, context: Context) -> Reading | None:
    return _year_ago(found, context) if context.quarter else None


_NTH = "(?P<nth>first|second|third|fourth|{nth})"
_OF = f"(?P<fiscal>FISCAL)? -? {_NTH} FISCAL? (?:quarter|(?P<half>half))"
_YEAR_AGO = "year - (?:ago|earlier)"
_SHIFT = "(?: (?P<last>last) | (?P<next>next) | (?P<this>this) )"
_WHOSE = "(?:the|its|their|this|a)?"
_YEAR = "(?: (?:of|in|for)? FISCAL? YEAR )?"
_PERIOD = "(?:quarter|period) (?: last year | a year (?:ago|earlier) )?"
RULES = (
    Rule("quarter", f"{_WHOSE} (?P<ago>{_YEAR_AGO})? (?P<edge>EDGE)? {_OF} {_YEAR}", _quarter),
    Rule("quarter", f"(?P<fiscal>FISCAL)? -? {_NTH} - (?:quarter|(?P<half>half))", _quarter),
    Rule("quarter", f"the? YEAR 's? {_OF}", _quarter),
    Rule("quarter", f"{_SHIFT} year 's? {_OF}", _quarter),
    Rule("quarter", f"(?:the|its)? {_OF} (?:of|in)? {_SHIFT} year", _quarter),
    Rule("quarter", f"(?:the|its)? {_OF} of (?P<this>the) year", _quarter),
    Rule("quarter", f"(?P<nth>{{quarter_name}}) {_YEAR}", _quarter),
    Rule("quarter", "the (?:last|final) quarter of YEAR", _last_quarter),
    Rule("fiscal year", "the? FISCAL year? YEAR", _fiscal_year),
    Rule("fiscal year", "(?P<year>{fiscal_name})", _fiscal_year),
    Rule("fiscal year", f"(?: (?:the|its) current | the? {_SHIFT} ) FISCAL year", _this_fiscal_year),
    Rule("fiscal year", "(?:the|its) FISCAL year", _some_fiscal_year),
    Rule("fiscal quarter", f"the? {_SHIFT} (?P<fiscal>FISCAL) quarter", _this_fiscal_quarter),
    Rule("reported quarter", "(?: (?:the|its) quarter | (?:the|its)? latest (?:quarter|period) )", _reported),
    Rule("quarter of a year", "the YEAR (?:quarter|period)", _of_year),
    Rule("year-ago quarter", f"(?:the|its)? (?:{_YEAR_AGO}|same|corresponding|comparable) {_PERIOD}", _year_ago),
    Rule("year-ago quarter", "the quarter a year (?:ago|earlier)", _year_ago),
    Rule("year-ago quarter", _YEAR_AGO, _year_ago),
    Rule("year-ago quarter", "a year (?:ago|earlier)", _year_ago_in_results),
)
