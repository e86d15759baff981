"""Years, decades and centuries."""

import re
from datetime import date

from dossier.annotate.timex.calendar.other_calendars import is_of_other_calendar
from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.rules.rule import Rule, approximation
from dossier.annotate.timex.values.repeating import PartOfYear
from dossier.annotate.timex.values.time_reading import TimeReading, explicit, unresolved
from dossier.annotate.timex.values.units import Slot, Unit, duration
from dossier.annotate.timex.values.year_numbers import is_year
from dossier.annotate.timex.words.counts import count, digits, ordinal
from dossier.annotate.timex.words.grammar import RuleMatch
from dossier.annotate.timex.words.lexicon import DECADE_NAMES, MONTHS, SEASONS
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import Basis, Dating, Qualifier, TimexType, When
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.timex", "timex_words.toml")

_BEFORE_YEAR = _WORDS["before_year"]
_BEFORE_AGE = _WORDS["before_age"]
_CENTURY = 100  # years
_MAX_YEARS_AHEAD = 10
"""A year of two digits lies at most so many years after the publication. Set by hand; no measurement is recorded."""


def _edge_year(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Mid-2013."""
    return explicit(Slot(Unit.YEAR, date(int(found.text("edge")[-4:]), 1, 1)), "", Qualifier.APPROXIMATE)


def _year(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """A year; not a number of four digits that counts or identifies something."""
    if not (found.has("edge") or found.has("the") or context.in_label or is_year(context.doc[found.token("year")])):
        return None
    year = int(found.text("year"))
    if is_of_other_calendar(year, context):
        return unresolved("XXXX")
    return explicit(Slot(Unit.YEAR, date(year, 1, 1)), "", approximation(found))


def _second_year(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The 60 of 1957-60. None where it is not the later year."""
    year = int(found.text("first")[:2] + found.text("two"))
    return explicit(Slot(Unit.YEAR, date(year, 1, 1))) if year > int(found.text("first")) else None


def _before_christ(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """44 BC: a TIMEX3 value without a calendar time. Notes in ``context`` that the text has left the calendar."""
    context.left_calendar = True
    if found.has("nth"):
        return unresolved(f"BC{ordinal(found.text('nth')):02}")
    number = digits(found.text("number"))
    if found.text("number").endswith("s"):
        return unresolved(f"BC{number // 10:03}")
    suffix = f"-{MONTHS[found.text('month')]:02}" if found.has("month") else ""
    suffix += f"-{digits(found.text('day')):02}" if found.has("day") else ""
    if found.has("season"):
        suffix = PartOfYear(Unit.SEASON, SEASONS[found.text("season")]).value[4:]
    return unresolved(f"BC{number:04}{suffix}")


def _anno_domini(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """AD 79, in capitals only: "ad" is a word."""
    words = context.doc.span(context.start, context.end).text
    if words != words.upper() or not found.text("number").isdecimal():
        return None
    return explicit(Slot(Unit.YEAR, date(int(found.text("number")), 1, 1)))


def _year_span(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """2010-12: from the first year to the last, at most two centuries."""
    first, last = re.split("[-–/ ]+", found.text("span"))
    last = first[: -len(last)] + last
    if not 0 < int(last) - int(first) < 2 * _CENTURY:
        return None
    years = Slot(Unit.YEAR, date(int(first), 1, 1)), Slot(Unit.YEAR, date(int(last), 1, 1))
    when = When(years[0].when.first, years[1].when.last)
    return TimeReading(
        TimexType.DURATION, duration(str(int(last) - int(first) + 1), Unit.YEAR), Dating(when, Basis.EXPLICIT)
    )


def _year_in_words(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """Nineteen ninety-six; the year two thousand; March nineteen ninety-six."""
    month = MONTHS.get(found.text("month"), 1)
    year = int(float(count(found.words_of("hundreds"))))
    if "thousand" not in found.words_of("hundreds"):
        year *= _CENTURY
    year += int(float(count(found.words_of("rest")))) if found.has("rest") else 0
    return explicit(Slot(Unit.MONTH if found.has("month") else Unit.YEAR, date(year, month, 1)))


def _short_year(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """In '98: the year of the century of the publication, or of the one before if it would lie far ahead."""
    before = context.first_token.nbor(-1).lower_ if context.start else ""
    if before not in _BEFORE_YEAR and before not in MONTHS and before not in SEASONS:
        return None  # a product of that name
    number = int(found.text("two"))
    year = _century_start(context) + number
    if context.published and year > context.published.year + _MAX_YEARS_AHEAD:
        year -= _CENTURY
    return explicit(Slot(Unit.YEAR, date(year, 1, 1)))


def _century_start(context: AnchorContext) -> int:
    """The first year of the century of the publication; 2000 where that is not known."""
    year = context.published.year if context.published else 2000
    return year - year % _CENTURY


def _decade(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The 1990s; the '90s; the nineties: of the twentieth century where the words do not say."""
    word = found.text("decade")
    if word.isdecimal() and int(word) % 10:
        return None  # the 1994's
    if context.start and context.first_token.nbor(-1).lower_ in _BEFORE_AGE:
        return None  # his age
    if word.rstrip("s'’").endswith("00") and word < "2":  # the 1900s are a century, the 2000s a decade
        return explicit(Slot(Unit.CENTURY, date(int(word[:4]), 1, 1)), "", approximation(found))
    year = 1900 + 10 * DECADE_NAMES[word] if word in DECADE_NAMES else digits(word)
    year += 1900 if year < _CENTURY else 0
    edge = found.has("edge") or word.startswith("mid")
    return explicit(Slot(Unit.DECADE, date(year, 1, 1)), "", Qualifier.APPROXIMATE if edge else Qualifier.NONE)


def _century_reading(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The 20th century: the years from 1900 to 1999."""
    word = found.text("nth").replace(" ", "")
    number = ordinal(word)
    mark = Qualifier.APPROXIMATE if found.has("edge") or word.startswith("mid") else Qualifier.NONE
    return explicit(Slot(Unit.CENTURY, date((number - 1) * _CENTURY or 1, 1, 1)), "", mark) if number else None


_REST_OF_YEAR = "(?!hundred|thousand) (?P<rest>{cardinal} (?:-? {cardinal})?)"
RULES = (
    Rule(RuleName.YEARS, "(?P<span>{year_span})", _year_span),
    Rule(RuleName.YEAR_OF_A_SPAN, "(?<=(?P<first>{year}) -) (?P<two>{two}) (?!-)", _second_year),
    Rule(RuleName.YEAR_OF_A_SPAN, "(?<={year} -) (?P<the>) YEAR", _year),
    Rule(RuleName.YEAR_OF_A_SPAN, "(?P<the>) YEAR (?= - (?:{year}|{two}) (?! -))", _year),
    Rule(RuleName.BEFORE_CHRIST, "ABOUT (?P<number>{number}) BEFORE", _before_christ),
    Rule(RuleName.BEFORE_CHRIST, "MONTH DAY ,? (?P<number>{number}) BEFORE", _before_christ),
    Rule(RuleName.BEFORE_CHRIST, "DAY of? MONTH ,? (?P<number>{number}) BEFORE", _before_christ),
    Rule(RuleName.BEFORE_CHRIST, "ABOUT MONTH (?P<number>{number}) BEFORE", _before_christ),
    Rule(RuleName.BEFORE_CHRIST, "the? ABOUT (?P<season>{season}) of? (?P<number>{number}) BEFORE", _before_christ),
    Rule(RuleName.BEFORE_CHRIST, "ABOUT (?P<number>{number}) (?= (?:-|to|and|or) {number} BEFORE)", _before_christ),
    Rule(RuleName.BEFORE_CHRIST, "the? ABOUT (?P<number>{old_decade}) BEFORE", _before_christ),
    Rule(RuleName.BEFORE_CHRIST, "the? ABOUT (?P<nth>{nth}|{ordinal}) century BEFORE", _before_christ),
    Rule(RuleName.YEAR, "ABOUT (?P<the>the year)? YEAR (?! - {number})", _year),
    Rule(RuleName.YEAR, "(?P<edge>{edge_year})", _edge_year),
    Rule(RuleName.YEAR, f"(?:the year|MONTH)? (?P<hundreds>nineteen|eighteen) {_REST_OF_YEAR}", _year_in_words),
    Rule(RuleName.YEAR, "the year (?P<hundreds>two thousand) (?P<rest>and? {cardinal})?", _year_in_words),
    Rule(RuleName.YEAR, "ad (?P<number>{number})", _anno_domini),
    Rule(RuleName.YEAR, "(?P<number>{number}) (?:ad|a.d.)", _anno_domini),
    Rule(RuleName.SHORT_YEAR, "{quote} (?P<two>{two})", _short_year),
    Rule(RuleName.DECADE, "the (?P<edge>EDGE)? (?P<decade>{year}) 's", _decade),
    Rule(RuleName.DECADE, "the? (?P<edge>EDGE)? {quote}? (?P<decade>{decade}|{short_decade}|{decade_name})", _decade),
    Rule(RuleName.CENTURY, "the? (?P<edge>EDGE)? (?P<nth>{nth}|{ordinal}|twenty - first) -? century", _century_reading),
)
