"""What a match of each form of date means: a day, a month, a year or a decade, or no date after all."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from dossier.annotate.foreign.calendar_dates import calendar_date, day_number, first_of_month, month_number
from dossier.annotate.foreign.date_patterns import date_patterns_of
from dossier.annotate.foreign.foreign_words import date_words
from dossier.annotate.foreign.match_context import (
    counts_next_word,
    follows_amount_word,
    follows_street_word,
    names_its_year,
)
from dossier.annotate.foreign.month_names import is_day_first
from dossier.annotate.languages import primary_language
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import Period, Precision, Qualifier, When

_LEAP_YEAR = 2000  # a year that has the 29th of February, to try days and months in
_DAYS_OF_A_KNOWN_YEAR = frozenset({(9, 11)})
"""Month and day of dates that name no nearest one: the eleventh of September is mostly that of 2001."""


@dataclass(frozen=True, slots=True)
class ForeignDateReading:
    """The characters ``start`` to ``end`` (half-open) read as a date.

    rule: the form of the date.
    value: the TIMEX3 value; empty for what looks like a date and is none ("31 février 2019").
    when: the calendar time, where the words alone give one.
    day: month and day of a date that may mean the nearest year ("14 mars"); None where nothing is left open.
    """

    start: int
    end: int
    rule: RuleName
    value: str = ""
    when: When | None = None
    day: tuple[int, int] | None = None


def all_readings(plain: str, tag: str) -> Iterator[ForeignDateReading]:
    """What each match of each form of date means. Readings may overlap, and their order is that of the forms.

    ``plain`` is folded text in the language of ``tag``.
    """
    language = primary_language(tag)
    patterns = date_patterns_of(language)
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[ForeignDateReading]]], ...] = (
        (patterns.full, partial(_full_dates, language)),
        (patterns.month_first, partial(_full_dates, language)),
        (patterns.numeric, partial(_numeric_dates, tag)),
        (patterns.year_first, partial(_year_first_dates, language)),
        (patterns.month_year, partial(_months_of_years, language)),
        (patterns.month_day, partial(_days_without_year, language)),
        (patterns.month, partial(_months_without_year, language)),
        (patterns.decade, _decades),
        (patterns.year, partial(_years_after_cue, language)),
        (patterns.possible_year, partial(_possible_years, language)),
        (patterns.marked_year, partial(_years_before_mark, language)),
        (patterns.year_in_brackets, partial(_years_of_match, language)),
        (patterns.leading_year, partial(_years_of_match, language)),
    )
    for pattern, read in readers:
        for match in pattern.finditer(plain):
            yield from read(match)


def _full_dates(language: str, match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """14 mars 2019; Donnerstag, den 14. März 2019; 14 de marzo de 2019; 14 آذار/مارس 2019."""
    month = month_number(match, language)
    found = calendar_date(day_number(match["day"]), month, int(match["year"]), language) if month else None
    yield _full_date_reading(match, found)


def _numeric_dates(tag: str, match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """14.03.2019, 3/4/2019. If both orders give a day, both days, unless ``tag`` always has the day first."""
    left, right, year = int(match["day"]), int(match["month"]), int(match["year"])
    readings = [
        calendar_date(left, right, year, primary_language(tag)),
        calendar_date(right, left, year, primary_language(tag)),
    ]
    days = sorted({found for found in readings if found})
    if len(days) == 2 and not is_day_first(tag):
        both = When(*(Period.parse(f"{found}{Qualifier.UNCERTAIN}") for found in days))
        yield ForeignDateReading(
            match.start(), match.end(), RuleName.AMBIGUOUS_DATE, value=f"{year:04}-XX-XX", when=both
        )
    else:
        yield _full_date_reading(match, readings[0] or readings[1])


def _year_first_dates(language: str, match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """2019-03-14, 2019/3/14."""
    found = calendar_date(int(match["day"]), int(match["month"]), int(match["year"]), language)
    yield _full_date_reading(match, found)


def _full_date_reading(match: re.Match[str], found: date | None) -> ForeignDateReading:
    """The match read as the day ``found``; as no date where that is None."""
    start = match.start()
    if found is None:
        return ForeignDateReading(start, match.end(), RuleName.FULL_DATE)
    return ForeignDateReading(start, match.end(), RuleName.FULL_DATE, value=found.isoformat(), when=When.day(found))


def _months_of_years(language: str, match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """März 2019, marzo de 2019, в марте 2019 года."""
    month = month_number(match, language)
    found = first_of_month(month, int(match["year"]), language) if month else None
    if found:
        period = Period.of(found, Precision.MONTH)
        yield ForeignDateReading(
            match.start(), match.end(), RuleName.MONTH_YEAR, value=period.edtf, when=When.of(period)
        )


def _days_without_year(language: str, match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """14 mars; not "9 de Julio" in the name of an avenue, and not "31 février"."""
    month, day = month_number(match, language), day_number(match["day"])
    if month and calendar_date(day, month, _LEAP_YEAR, language) and not follows_street_word(match, language):
        open_day = None if names_its_year(match, language) or (month, day) in _DAYS_OF_A_KNOWN_YEAR else (month, day)
        yield ForeignDateReading(
            match.start(), match.end(), RuleName.MONTH_DAY, value=f"XXXX-{month:02}-{day:02}", day=open_day
        )


def _months_without_year(language: str, match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """En mars, im Mai: a month without its year."""
    month = month_number(match, language)
    if month:
        yield ForeignDateReading(match.start("month"), match.end(), RuleName.MONTH, value=f"XXXX-{month:02}")


def _decades(match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """Années 1990, 1990er Jahre."""
    period = Period.of(date(int(match["year"]), 1, 1), Precision.DECADE)
    yield ForeignDateReading(match.start(), match.end(), RuleName.DECADE, value=match["year"][:3], when=When.of(period))


def _years_of_match(language: str, match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """En 2019, im Jahr 2019, entre 2015 et 2019: each year for itself, without the words around it.

    Left out are a second year that is not later, and a year that is as likely of another calendar (1440 in Arabic).
    """
    first, second = int(match["year"]), int(match["second"] or 0)
    other = date_words(language).other_calendar_years
    for group, year in (("year", first), ("second", second)):
        if (group == "year" or second > first) and not (other and other[0] <= year <= other[1]):
            yield _year_reading(match.start(group), year)


def _years_after_cue(language: str, match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """En 2019; not "en 2000 exemplaires": a round number before another word may count it."""
    if match["second"] or not (match["year"].endswith("00") and counts_next_word(match, language)):
        yield from _years_of_match(language, match)


def _possible_years(language: str, match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """De 2015 à 2019; de 2019, unless it is round, may count the next word, or is an amount ("plus de 2019")."""
    is_round = match["year"].endswith("00")
    if match["second"] or not (is_round or counts_next_word(match, language) or follows_amount_word(match, language)):
        yield from _years_of_match(language, match)


def _years_before_mark(language: str, match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """2019 год, 2015-2019 годы; not after a word for an amount."""
    if not follows_amount_word(match, language):
        yield _year_reading(match.start("year"), int(match["year"]))
        if match["second"]:
            yield _year_reading(match.start("second"), int(match["second"]))


def _year_reading(start: int, year: int) -> ForeignDateReading:
    """The four digits from ``start`` read as the year."""
    period = Period.of(date(year, 1, 1), Precision.YEAR)
    return ForeignDateReading(start, start + 4, RuleName.YEAR, value=period.edtf, when=When.of(period))
