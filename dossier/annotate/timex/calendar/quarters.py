"""Quarters, halves and fiscal years, for which results are reported."""

from dataclasses import replace
from datetime import date

from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.rules.rule import Rule, approximation
from dossier.annotate.timex.values.repeating import PartOfYear, latest, nearest
from dossier.annotate.timex.values.time_reading import (
    Anchor,
    TimeReading,
    explicit,
    relative,
    unresolved,
    with_qualifier,
)
from dossier.annotate.timex.values.units import Slot, Unit, duration
from dossier.annotate.timex.words.counts import digits, ordinal
from dossier.annotate.timex.words.grammar import RuleMatch
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import Basis, Dating, Period, Precision, Qualifier, TimexType, When

_QUARTERS_IN_YEAR = 4  # by the calendar
_CENTURY = 100  # years
_SENTENCE_TOKENS = 60
"""How far back a sentence is looked at. Set by hand: it bounds the cost."""


def _quarter(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The third quarter; the second half. Without a year, as ``_occurrence`` says.

    None for a half with no year beside it, which may be that of a match, and for a fifth quarter.
    """
    unit = Unit.HALF if found.has("half") else Unit.QUARTER
    if unit is Unit.HALF and not any(map(found.has, ("year", "last", "next", "this", "fiscal"))):
        return None  # of a match
    number = ordinal(found.text("nth"))
    if number > (2 if unit is Unit.HALF else _QUARTERS_IN_YEAR):
        return None
    part = PartOfYear(unit, (number - 1) * (6 if unit is Unit.HALF else 3) + 1)
    if found.has("year"):
        return _as_fiscal(found, explicit(part.of(int(found.text("year"))), "", approximation(found)))
    anchor = context.publication_day
    if anchor is None:
        return unresolved(part.value)
    return _as_fiscal(found, relative(_occurrence(found, part, anchor, context), anchor, "", approximation(found)))


def _last_quarter(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The last quarter of 2019."""
    return explicit(Slot(Unit.QUARTER, date(int(found.text("year")), 10, 1)))


def _occurrence(found: RuleMatch, part: PartOfYear, anchor: Anchor, context: AnchorContext) -> Slot:
    """Which third quarter, or other part of a year, is meant where no year stands beside it.

    Words such as "last year's" and "year-ago" say so. Else it is the last that has begun or, under a verb that looks
    ahead, the nearest.
    """
    year = anchor.slot.start.year
    if found.has("ago"):
        return latest(part, anchor.slot.start).shift(-_QUARTERS_IN_YEAR if part.unit is Unit.QUARTER else -2)
    if found.has("last"):
        return part.of(year - 1)
    if found.has("next"):
        return part.of(year + 1)
    if found.has("this"):
        return part.of(year)
    return (nearest if context.direction == "future" else latest)(part, anchor.slot.start)


def _as_fiscal(found: RuleMatch, reading: TimeReading) -> TimeReading:
    """The reading with wider bounds if it is fiscal: a fiscal year may begin and end in the years beside it."""
    if not found.has("fiscal") or reading.slot is None:
        return reading
    return replace(reading, dating=replace(reading.dating, when=_fiscal_bounds(reading.slot.start.year)))


def _fiscal_bounds(year: int) -> When:
    """From the year before to the year after, approximate."""
    first, last = (Period.of(date(y, 1, 1), Precision.YEAR) for y in (year - 1, year + 1))
    return with_qualifier(When(first, last), Qualifier.APPROXIMATE)


def _fiscal_year(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Fiscal 2019; FY19."""
    year = digits(found.text("year"))
    slot = Slot(Unit.YEAR, date(year if year >= _CENTURY else year + 2000, 1, 1))
    return TimeReading(TimexType.DATE, slot.value, Dating(_fiscal_bounds(slot.start.year), Basis.EXPLICIT), slot)


def _this_fiscal_year(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The current fiscal year; the next financial year."""
    anchor = context.publication_day
    if anchor is None:
        return unresolved("XXXX")
    slot = Slot.of(Unit.YEAR, anchor.slot.start).shift(found.step)
    return TimeReading(
        TimexType.DATE, slot.value, Dating(_fiscal_bounds(slot.start.year), Basis.RELATIVE, anchor.name), slot
    )


def _this_fiscal_quarter(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The last financial quarter."""
    anchor = context.publication_day
    if anchor is None:
        return unresolved("XXXX-QX")
    steps = found.step
    return _as_fiscal(found, relative(Slot.of(Unit.QUARTER, anchor.slot.start).shift(steps), anchor))


def _some_fiscal_year(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Its fiscal year: a duration, as the words do not say which."""
    return TimeReading(TimexType.DURATION, duration("1", Unit.YEAR))


def _reported(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The latest quarter; the period: the quarter whose results are reported."""
    anchor = _results_quarter(context)
    return relative(anchor.slot, anchor) if anchor else unresolved("XXXX-QX")


def _results_quarter(context: AnchorContext) -> Anchor | None:
    """The first quarter that the text named, else the last one before the publication; None if neither is known."""
    if context.results_quarter or not context.publication_day:
        return context.results_quarter
    over = Slot.of(Unit.QUARTER, context.publication_day.slot.start).shift(-1)
    return Anchor(over, context.publication_day.name)


def _quarter_of_year(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The 1988 quarter; the 1988 period."""
    anchor = _results_quarter(context)
    year = int(found.text("year"))
    if anchor is None:
        return unresolved(f"{year}-QX")
    return explicit(Slot(Unit.QUARTER, anchor.slot.start.replace(year=year)))


def _year_ago(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The year-ago quarter; the same period last year; in a sentence on several months, the year before."""
    anchor = _results_quarter(context)
    if anchor and _is_about_months(context):
        return relative(Slot.of(Unit.YEAR, anchor.slot.start).shift(-1), anchor)
    return relative(anchor.slot.shift(-_QUARTERS_IN_YEAR), anchor) if anchor else unresolved("XXXX-QX")


def _is_about_months(context: AnchorContext) -> bool:
    """Whether the sentence has told of several months: "for the nine months, it earned more than a year earlier"."""
    start = max(context.first_token.sent.start, context.start - _SENTENCE_TOKENS)
    return any(word.lower_ == "months" for word in context.doc[start : context.start])


def _year_ago_in_results(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """A year earlier, in a report of results: the same quarter. None in other texts."""
    return _year_ago(found, context) if context.results_quarter else None


_NTH = "(?P<nth>first|second|third|fourth|{nth})"
_NTH_QUARTER = f"(?P<fiscal>FISCAL)? -? {_NTH} FISCAL? (?:quarter|(?P<half>half))"
_YEAR_AGO = "year - (?:ago|earlier)"
_LAST_NEXT_OR_THIS = "(?: (?P<last>last) | (?P<next>next) | (?P<this>this) )"
_DETERMINER = "(?:the|its|their|this|a)?"
_OF_YEAR = "(?: (?:of|in|for)? FISCAL? YEAR )?"
_QUARTER_OR_PERIOD = "(?:quarter|period) (?: last year | a year (?:ago|earlier) )?"
RULES = (
    Rule(RuleName.QUARTER, f"{_DETERMINER} (?P<ago>{_YEAR_AGO})? (?P<edge>EDGE)? {_NTH_QUARTER} {_OF_YEAR}", _quarter),
    Rule(RuleName.QUARTER, f"(?P<fiscal>FISCAL)? -? {_NTH} - (?:quarter|(?P<half>half))", _quarter),
    Rule(RuleName.QUARTER, f"the? YEAR 's? {_NTH_QUARTER}", _quarter),
    Rule(RuleName.QUARTER, f"{_LAST_NEXT_OR_THIS} year 's? {_NTH_QUARTER}", _quarter),
    Rule(RuleName.QUARTER, f"(?:the|its)? {_NTH_QUARTER} (?:of|in)? {_LAST_NEXT_OR_THIS} year", _quarter),
    Rule(RuleName.QUARTER, f"(?:the|its)? {_NTH_QUARTER} of (?P<this>the) year", _quarter),
    Rule(RuleName.QUARTER, f"(?P<nth>{{quarter_name}}) {_OF_YEAR}", _quarter),
    Rule(RuleName.QUARTER, "the (?:last|final) quarter of YEAR", _last_quarter),
    Rule(RuleName.FISCAL_YEAR, "the? FISCAL year? YEAR", _fiscal_year),
    Rule(RuleName.FISCAL_YEAR, "(?P<year>{fiscal_name})", _fiscal_year),
    Rule(RuleName.FISCAL_YEAR, f"(?: (?:the|its) current | the? {_LAST_NEXT_OR_THIS} ) FISCAL year", _this_fiscal_year),
    Rule(RuleName.FISCAL_YEAR, "(?:the|its) FISCAL year", _some_fiscal_year),
    Rule(RuleName.FISCAL_QUARTER, f"the? {_LAST_NEXT_OR_THIS} (?P<fiscal>FISCAL) quarter", _this_fiscal_quarter),
    Rule(RuleName.REPORTED_QUARTER, "(?: (?:the|its) quarter | (?:the|its)? latest (?:quarter|period) )", _reported),
    Rule(RuleName.QUARTER_OF_A_YEAR, "the YEAR (?:quarter|period)", _quarter_of_year),
    Rule(
        RuleName.YEAR_AGO_QUARTER,
        f"(?:the|its)? (?:{_YEAR_AGO}|same|corresponding|comparable) {_QUARTER_OR_PERIOD}",
        _year_ago,
    ),
    Rule(RuleName.YEAR_AGO_QUARTER, "the quarter a year (?:ago|earlier)", _year_ago),
    Rule(RuleName.YEAR_AGO_QUARTER, _YEAR_AGO, _year_ago),
    Rule(RuleName.YEAR_AGO_QUARTER, "a year (?:ago|earlier)", _year_ago_in_results),
)
