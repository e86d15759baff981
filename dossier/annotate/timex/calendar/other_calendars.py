"""Dates of other calendars: 3 Rajab 1440 AH, 15 Khordad 1357, 1357 (1978). They are never taken for our years.

A year of our calendar in brackets beside the other says which is meant; else the date stays open.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.rules.rule import Rule
from dossier.annotate.timex.values.time_reading import TimeReading, explicit, unresolved
from dossier.annotate.timex.values.units import Slot, Unit
from dossier.annotate.timex.words.counts import digits
from dossier.annotate.timex.words.grammar import RuleMatch
from dossier.annotate.timex.words.lexicon import CLASSES
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.text.word_lists import word_lists

_LANDS = word_lists("dossier.annotate.timex", "timex_words.toml")["lands_of_other_calendars"]
_MONTHS = CLASSES["other_month"]
_SHORT_ERA_LETTERS = 2
"""An era of so many letters is one in capitals only: "SH", not "sh"."""
_LIKELY_YEARS = range(1300, 1500)
"""Years of the Hijri calendars, solar and lunar, that the news tells of: 1300 is 1921 and 1882."""
_OUR_YEARS = range(1500, 2101)  # what the news tells of
_HIJRA = 622  # the year of ours in which both Hijri calendars begin
_LUNAR_YEAR = 354.367 / 365.2425  # the mean lengths, in days
_BUDDHIST_OFFSET, _HEBREW_OFFSET = 543, -3760  # in years; their years begin on other days
_ROUNDING = 1  # a year of another calendar lies in two of ours


def uses_other_calendar(words: Sequence[str]) -> bool:
    """Whether the words (lower case) name a land that dates by another calendar, or have a year behind such a month.

    A bare "1398" is doubtful then.
    """
    if not _LANDS.isdisjoint(words):
        return True
    return not _MONTHS.isdisjoint(words) and any(
        word in _MONTHS and year.isdecimal() and int(year) in _LIKELY_YEARS for word, year in pairwise(words)
    )


def is_of_other_calendar(year: int, context: AnchorContext) -> bool:
    """Whether a bare year is as likely one of another calendar, in a text that uses one or tells of such a land."""
    return context.other_calendar and year in _LIKELY_YEARS


def _open_date(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """3 Rajab 1440 AH; Khordad 1357: open. None with a year of ours, as behind a name: "Asad 2011".

    Notes in ``context`` that the text uses another calendar.
    """
    if not (found.has("era") or found.has("later")) and digits(found.text("year")) in _OUR_YEARS:
        return None
    context.other_calendar = True
    return unresolved("XXXX-XX-XX" if found.has("day") else "XXXX-XX")


def _open_day(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """The 10th of Muharram: open."""
    return unresolved("XXXX-XX-XX")


def _open_year(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """1440 AH; AH 1440; the Persian year 1398: open. None where the era is a word: "in 2020 be".

    Notes in ``context`` that the text uses another calendar.
    """
    era = context.doc[found.token("era")].text if found.has("era") else ""
    if era and len(era) <= _SHORT_ERA_LETTERS and not era.isupper():
        return None
    context.other_calendar = True
    return unresolved("XXXX")


def _two_years(found: RuleMatch, context: AnchorContext) -> TimeReading | None:
    """1357 (1978); 2019 (1398): the year of ours. None where the two are not one year in two calendars."""
    first, second = digits(found.text("first")), digits(found.text("second"))
    for other, ours in ((first, second), (second, first)):
        if ours in _OUR_YEARS and _is_same_year(other, ours):
            context.other_calendar = True
            return explicit(Slot(Unit.YEAR, date(ours, 1, 1)))
    return None


def _is_same_year(other: int, ours: int) -> bool:
    """Whether the year of another calendar lies in that of ours or the one before.

    >>> _is_same_year(1357, 1978), _is_same_year(1440, 2019), _is_same_year(5778, 2018), _is_same_year(1914, 1978)
    (True, True, True, False)
    """
    counterparts = (
        other + _HIJRA - 1,
        _HIJRA + int(other * _LUNAR_YEAR),
        other + _HEBREW_OFFSET,
        other - _BUDDHIST_OFFSET,
    )
    return any(abs(ours - year) <= _ROUNDING for year in counterparts)


_YEAR = "(?P<year>{year}|{number})"
_ERA = "(?P<era>{other_era})"
_MONTH = "(?: (?P<later>{later_month}) | {other_month} ) (?: -? {other_month_part} ){0,3}"
_CALENDAR = "the? {other_calendar} calendar"
_DAY = "(?P<day>{day}|{ordinal_day})"
RULES = (
    Rule(RuleName.OTHER_CALENDAR, f"(?: the? {_DAY} of? )? {_MONTH} ,? {_YEAR} {_ERA}?", _open_date),
    Rule(RuleName.OTHER_CALENDAR, f"{_MONTH} {_DAY} ,? {_YEAR} {_ERA}?", _open_date),
    Rule(RuleName.OTHER_CALENDAR, f"{_YEAR} {_ERA}", _open_year),
    Rule(RuleName.OTHER_CALENDAR, f"{_ERA} {_YEAR}", _open_year),
    Rule(RuleName.OTHER_CALENDAR, f"the? {{other_calendar}}{{1,2}} new? year {_YEAR}", _open_year),
    Rule(RuleName.OTHER_CALENDAR, f"the? {_DAY} of {_MONTH}", _open_day),
    Rule(RuleName.OTHER_CALENDAR, f"{_YEAR} (?={{opening}} {_CALENDAR})", _open_year),
    Rule(RuleName.OTHER_CALENDAR, f"{_YEAR} (?:in|by|on|under|according to) {_CALENDAR}", _open_year),
    Rule(RuleName.OTHER_CALENDAR, f"the? year? {_YEAR} of the {{other_calendar}}", _open_year),
    Rule(
        RuleName.OTHER_CALENDAR,
        "(?P<first>{year}|{number}) {opening} (?P<second>{year}|{number}) {closing}",
        _two_years,
    ),
)
