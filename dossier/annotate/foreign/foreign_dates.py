"""Explicit dates in articles of other languages than English: full dates, months, years and decades.

Unicode's CLDR gives the names of the months, and ``foreign_words.toml`` the words that show that a number is a year.
``dateparser`` reads only what has the form of a full date, or of a month and its year, in the language of the article.
Relative times are not read, and nothing depends on the machine's clock, time zone or locale.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache, partial

import dateparser

from dossier.annotate.foreign.date_patterns import date_patterns_of
from dossier.annotate.foreign.foreign_words import date_words, month_names, stop_words
from dossier.annotate.foreign.month_names import comparison_key, folded, is_day_first, short_months, standard_month
from dossier.annotate.languages import primary_language
from dossier.annotate.timex.repeating import DayOfYear, nearest
from dossier.annotate.timex.rule_names import RuleName
from dossier.model import Basis, Dating, Period, Precision, Qualifier, Quote, Span, TimeMention, TimexType, When
from dossier.text.segments import segments

_DATEPARSER_SETTINGS = {
    "PARSERS": ["absolute-time"],
    "REQUIRE_PARTS": ["month", "year"],
    "DATE_ORDER": "DMY",
    "PREFER_DAY_OF_MONTH": "first",
    "RELATIVE_BASE": datetime(2000, 1, 1),  # never used, as no part is missing; without it the clock would be read
}
_LINE_BREAK = re.compile("[\r\n]")
_LEAP_YEAR = 2000
_WORDS_BEFORE, _WORDS_AFTER = 1, 4
"""Words beside a day that may say of which year it is. Set by hand; no measurement is recorded."""
_CONTEXT_CHARACTERS = 40
"""How much of the text before and after a match is looked at. Set by hand; no measurement is recorded."""
_DAYS_OF_A_KNOWN_YEAR = frozenset({(9, 11)})
"""Month and day of dates that name no nearest one: the eleventh of September is mostly that of 2001."""


@dataclass(frozen=True, slots=True)
class ForeignDateReading:
    """The characters ``start`` to ``end`` (half-open) read as a date: TIMEX3 value, and calendar time if one follows.

    ``value`` is empty for what looks like a date and is none. ``day`` is a month and day whose year is not written; the
    nearest year may be meant.
    """

    start: int
    end: int
    rule: RuleName
    value: str = ""
    when: When | None = None
    day: tuple[int, int] | None = None


def times(text: str, tag: str, published: When | None) -> tuple[TimeMention, ...]:
    """The dates of a text in the language of ``tag`` (one of ``languages.WITH_DATES``, with its country or without).

    In text order; offsets count code points of ``text``. A day and month without a year are those nearest to
    ``published``, if that is known to the day and the last date in the text is of about the same year.
    """
    plain = folded(_lines_joined(text))
    day = published.known_day if published else None
    read = _with_dates(_longest_readings(_all_readings(plain, tag)), day)
    return tuple(
        TimeMention(f"t{n}", Quote.cut(text, Span(r.start, r.end)), TimexType.DATE, r.value, dating, r.rule)
        for n, (r, dating) in enumerate(read, start=1)
    )


def _lines_joined(text: str) -> str:
    """The text with spaces for the line breaks within a paragraph, as a date may go on in the next line."""
    pieces, taken = [], 0
    for paragraph in segments(text):
        pieces += [text[taken : paragraph.start], _LINE_BREAK.sub(" ", text[paragraph.start : paragraph.end])]
        taken = paragraph.end
    return "".join([*pieces, text[taken:]])


def _longest_readings(readings: Iterator[ForeignDateReading]) -> Iterator[ForeignDateReading]:
    """The longest reading at each place. What is no date excludes readings of its parts, too."""
    taken = 0
    for reading in sorted(readings, key=lambda found: (found.start, -found.end)):
        if reading.start >= taken:
            taken = reading.end
            if reading.value:
                yield reading


def _with_dates(
    readings: Iterator[ForeignDateReading], published: date | None
) -> Iterator[tuple[ForeignDateReading, Dating]]:
    """Each reading with its date.

    A day without a year is the nearest to ``published``; after a date that is more than a year away it has none.
    """
    nearest_to = published
    for reading in readings:
        if reading.when:
            yield reading, Dating(reading.when, Basis.EXPLICIT)
            nearest_to = published if published and _is_within_a_year(reading.when, published) else None
            continue
        found = nearest(DayOfYear(*reading.day), nearest_to).start if reading.day and nearest_to else None
        if found is None:
            yield reading, Dating()
        else:
            resolved = ForeignDateReading(reading.start, reading.end, reading.rule, found.isoformat())
            yield resolved, Dating(When.day(found), Basis.RELATIVE, "published")


def _is_within_a_year(when: When, published: date) -> bool:
    """Whether the time is at most a year from the year of the publication."""
    first, last = when.earliest, when.latest
    return first is not None and last is not None and first.year - 1 <= published.year <= last.year + 1


def _all_readings(plain: str, tag: str) -> Iterator[ForeignDateReading]:
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
        (patterns.maybe_year, partial(_possible_years, language)),
        (patterns.marked_year, partial(_years_before_mark, language)),
        (patterns.year_in_brackets, partial(_years_of_match, language)),
        (patterns.leading_year, partial(_years_of_match, language)),
    )
    for pattern, read in readers:
        for match in pattern.finditer(plain):
            yield from read(match)


def _full_dates(language: str, match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """14 mars 2019; Donnerstag, den 14. März 2019; 14 de marzo de 2019; 14 آذار/مارس 2019."""
    month = _month_number(match, language)
    found = _calendar_date(_day_number(match["day"]), month, int(match["year"]), language) if month else None
    yield _full_date_reading(match, found)


def _numeric_dates(tag: str, match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """14.03.2019, 3/4/2019. If day and month may change places, both days, unless the day is written first."""
    left, right, year = int(match["day"]), int(match["month"]), int(match["year"])
    readings = [
        _calendar_date(left, right, year, primary_language(tag)),
        _calendar_date(right, left, year, primary_language(tag)),
    ]
    days = sorted({found for found in readings if found})
    if len(days) == 2 and not is_day_first(tag):
        both = When(*(Period.parse(f"{found}{Qualifier.UNCERTAIN}") for found in days))
        yield ForeignDateReading(match.start(), match.end(), RuleName.AMBIGUOUS_DATE, f"{year:04}-XX-XX", both)
    else:
        yield _full_date_reading(match, readings[0] or readings[1])


def _year_first_dates(language: str, match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """2019-03-14, 2019/3/14."""
    found = _calendar_date(int(match["day"]), int(match["month"]), int(match["year"]), language)
    yield _full_date_reading(match, found)


def _full_date_reading(match: re.Match[str], found: date | None) -> ForeignDateReading:
    start = match.start()
    if found is None:
        return ForeignDateReading(start, match.end(), RuleName.FULL_DATE)
    return ForeignDateReading(start, match.end(), RuleName.FULL_DATE, found.isoformat(), When.day(found))


def _months_of_years(language: str, match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """März 2019, marzo de 2019, в марте 2019 года."""
    month = _month_number(match, language)
    found = _first_of_month(month, int(match["year"]), language) if month else None
    if found:
        period = Period.of(found, Precision.MONTH)
        yield ForeignDateReading(match.start(), match.end(), RuleName.MONTH_YEAR, period.edtf, When.of(period))


def _days_without_year(language: str, match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """14 mars; not "9 de Julio" in the name of an avenue."""
    month, day = _month_number(match, language), _day_number(match["day"])
    if month and _calendar_date(day, month, _LEAP_YEAR, language) and not _is_street_name(match, language):
        open_day = None if _names_its_year(match, language) or (month, day) in _DAYS_OF_A_KNOWN_YEAR else (month, day)
        yield ForeignDateReading(
            match.start(), match.end(), RuleName.MONTH_DAY, f"XXXX-{month:02}-{day:02}", day=open_day
        )


def _months_without_year(language: str, match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """En mars, im Mai: a month without its year."""
    month = _month_number(match, language)
    if month:
        yield ForeignDateReading(match.start("month"), match.end(), RuleName.MONTH, f"XXXX-{month:02}")


def _decades(match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """Années 1990, 1990er Jahre."""
    period = Period.of(date(int(match["year"]), 1, 1), Precision.DECADE)
    yield ForeignDateReading(match.start(), match.end(), RuleName.DECADE, match["year"][:3], When.of(period))


def _years_of_match(language: str, match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """En 2019, im Jahr 2019, entre 2015 et 2019: each year for itself, without the words around it."""
    first, second = int(match["year"]), int(match["second"] or 0)
    other = date_words(language).other_calendar_years
    for group, year in (("year", first), ("second", second)):
        if (group == "year" or second > first) and not (other and other[0] <= year <= other[1]):
            yield _year_reading(match.start(group), year)


def _years_after_cue(language: str, match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """En 2019; not "en 2000 exemplaires": a round number before another word may count it."""
    if match["second"] or not (match["year"].endswith("00") and _counts_next_word(match, language)):
        yield from _years_of_match(language, match)


def _possible_years(language: str, match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """De 2015 à 2019; de 2019, unless it is round or counts the next word ("de 2019 soldats")."""
    is_round = match["year"].endswith("00")
    if match["second"] or not (is_round or _counts_next_word(match, language) or _follows_amount_word(match, language)):
        yield from _years_of_match(language, match)


def _years_before_mark(language: str, match: re.Match[str]) -> Iterator[ForeignDateReading]:
    """2019 год, 2015-2019 годы."""
    if not _follows_amount_word(match, language):
        first, second = int(match["year"]), match["second"]
        yield _year_reading(match.start("year"), first)
        if second:
            yield _year_reading(match.start("second"), int(second))


def _year_reading(start: int, year: int) -> ForeignDateReading:
    period = Period.of(date(year, 1, 1), Precision.YEAR)
    return ForeignDateReading(start, start + 4, RuleName.YEAR, period.edtf, When.of(period))


def _counts_next_word(match: re.Match[str], language: str) -> bool:
    """Whether a word that is no stop word follows the match: the number may count it."""
    following = re.compile(r"[ \t]{1,3}([^\W\d_]+)").match(match.string, match.end())
    return following is not None and following[1].casefold() not in stop_words(language)


def _follows_amount_word(match: re.Match[str], language: str) -> bool:
    """Whether the word before the match makes the number an amount: "environ 2019"."""
    before = re.search(r"([^\W\d_]+)[ \t]+$", _context_before(match))
    return before is not None and before[1].casefold() in _folded_words(date_words(language).before_amount)


def _is_street_name(match: re.Match[str], language: str) -> bool:
    return date_patterns_of(language).street.search(_context_before(match)) is not None


def _names_its_year(match: re.Match[str], language: str) -> bool:
    """Whether words near the match say of which year it is: "dernier", "de ese año"."""
    after = match.string[match.end() : match.end() + _CONTEXT_CHARACTERS].partition("\n")[0]
    near = [*_words(_context_before(match))[-_WORDS_BEFORE:], *_words(after)[:_WORDS_AFTER]]
    return not {word.casefold() for word in near}.isdisjoint(_folded_words(date_words(language).year_phrases))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


@cache
def _folded_words(listed: tuple[str, ...]) -> frozenset[str]:
    return frozenset(folded(word).casefold() for word in listed)


def _context_before(match: re.Match[str]) -> str:
    """The characters before the match that are looked at."""
    return match.string[max(0, match.start() - _CONTEXT_CHARACTERS) : match.start()]


def _month_number(match: re.Match[str], language: str) -> int | None:
    """The number of the month; None where its two names are of different months."""
    known = month_names(language) | short_months(language)
    names = [" ".join(comparison_key(name).split()) for name in (match["month"], match["also"]) if name]
    # re.I matches the dotless i of Turkish with an i; the table of names does not.
    numbers = {known.get(name) for name in names}
    return numbers.pop() if len(numbers) == 1 else None


def _day_number(words_of_day: str) -> int:
    """The number of the day; 1 for a word such as "premier"."""
    digits = re.match("[0-9]+", words_of_day)
    return int(digits[0]) if digits else 1


@lru_cache(maxsize=4096)
def _calendar_date(day: int, month: int, year: int, language: str) -> date | None:
    """The date, by dateparser; None for a day that does not exist."""
    if not 1 <= month <= 12:
        return None
    return _by_dateparser(f"{day} {standard_month(month, language)} {year}", language, "day")


@lru_cache(maxsize=4096)
def _first_of_month(month: int, year: int, language: str) -> date | None:
    return _by_dateparser(f"{standard_month(month, language)} {year}", language)


def _by_dateparser(text: str, language: str, *parts: str) -> date | None:
    """The date that dateparser reads in ``text``; None unless it has a month, a year and the ``parts``."""
    settings = _DATEPARSER_SETTINGS | {"REQUIRE_PARTS": [*parts, "month", "year"]}
    parsed = dateparser.parse(text, languages=[language], settings=settings)
    return parsed.date() if isinstance(parsed, datetime) else None
