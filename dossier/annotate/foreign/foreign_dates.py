"""Explicit dates in articles of other languages than English: full dates, months, years and decades.

The shape of each is proven by the names that Unicode's CLDR has for the months and by the words around it;
``dateparser`` reads only what is proven to be a full date, or a month and its year, in the one language of the
article. Nothing relative is read, and nothing depends on the machine's clock, time zone or locale.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache, partial

import dateparser

from dossier.annotate.foreign.date_patterns import patterns
from dossier.annotate.foreign.foreign_words import month_names, stop_words, words
from dossier.annotate.foreign.month_names import folded, is_day_first, key, short_months, standard_month
from dossier.annotate.languages import primary_language
from dossier.annotate.timex.repeating import DayOfYear, nearest
from dossier.model import Basis, Dating, Period, Precision, Qualifier, Quote, Span, TimeMention, TimexType, When
from dossier.text.segments import segments

_STRICT = {
    "PARSERS": ["absolute-time"],
    "REQUIRE_PARTS": ["month", "year"],
    "DATE_ORDER": "DMY",
    "PREFER_DAY_OF_MONTH": "first",
    "RELATIVE_BASE": datetime(2000, 1, 1),  # never used, as no part is missing: the machine's clock cannot come in
}
_BREAK = re.compile("[\r\n]")
_LEAP_YEAR = 2000
_NAMED_DAYS = frozenset({(9, 11)})  # the eleventh of September is mostly that of 2001


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands at ``start`` to ``end``: a value with its date, if it has one; no value for what is no date.

    ``day`` is a month and day whose year may be the nearest.
    """

    start: int
    end: int
    rule: str
    value: str = ""
    when: When | None = None
    day: tuple[int, int] | None = None


def times(text: str, tag: str, published: When | None) -> tuple[TimeMention, ...]:
    """The dates of a text in the language of ``tag`` (one of ``languages.WITH_DATES``, with its country or without).

    In text order; offsets are code points of ``text``. A day and month without a year are those nearest to
    ``published``, where that is known to the day and the text was not last speaking of another year.
    """
    plain = folded(_lines_joined(text))
    day = published.known_day if published else None
    read = _resolved(_chosen(_readings(plain, tag)), day)
    return tuple(
        TimeMention(f"t{n}", Quote.cut(text, Span(r.start, r.end)), TimexType.DATE, r.value, dating, r.rule)
        for n, (r, dating) in enumerate(read, start=1)
    )


def _lines_joined(text: str) -> str:
    """The text with spaces for the line breaks within a paragraph: there, a date may run over a line's end."""
    pieces, taken = [], 0
    for paragraph in segments(text):
        pieces += [text[taken : paragraph.start], _BREAK.sub(" ", text[paragraph.start : paragraph.end])]
        taken = paragraph.end
    return "".join([*pieces, text[taken:]])


def _chosen(readings: Iterator[Reading]) -> Iterator[Reading]:
    """The longest reading at each place; what is no date keeps its place, so that no part of it is read as one."""
    taken = 0
    for reading in sorted(readings, key=lambda found: (found.start, -found.end)):
        if reading.start >= taken:
            taken = reading.end
            if reading.value:
                yield reading


def _resolved(readings: Iterator[Reading], published: date | None) -> Iterator[tuple[Reading, Dating]]:
    in_year = published
    for reading in readings:
        if reading.when:
            yield reading, Dating(reading.when, Basis.EXPLICIT)
            in_year = published if published and _is_near(reading.when, published) else None
            continue
        found = nearest(DayOfYear(*reading.day), in_year).start if reading.day and in_year else None
        if found is None:
            yield reading, Dating()
        else:
            resolved = Reading(reading.start, reading.end, reading.rule, found.isoformat())
            yield resolved, Dating(When.day(found), Basis.RELATIVE, "published")


def _is_near(when: When, published: date) -> bool:
    first, last = when.earliest, when.latest
    return first is not None and last is not None and first.year - 1 <= published.year <= last.year + 1


def _readings(plain: str, tag: str) -> Iterator[Reading]:
    language = primary_language(tag)
    shapes = patterns(language)
    rules: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[Reading]]], ...] = (
        (shapes.full, partial(_full, language)),
        (shapes.month_first, partial(_full, language)),
        (shapes.numeric, partial(_numeric, tag)),
        (shapes.year_first, partial(_year_first, language)),
        (shapes.month_year, partial(_month_year, language)),
        (shapes.month_day, partial(_month_day, language)),
        (shapes.month, partial(_month, language)),
        (shapes.decade, _decade),
        (shapes.year, partial(_cued_years, language)),
        (shapes.maybe_year, partial(_maybe_years, language)),
        (shapes.marked_year, partial(_marked_years, language)),
        (shapes.year_in_brackets, partial(_years, language)),
        (shapes.leading_year, partial(_years, language)),
    )
    for shape, rule in rules:
        for match in shape.finditer(plain):
            yield from rule(match)


def _full(language: str, match: re.Match[str]) -> Iterator[Reading]:
    """14 mars 2019; Donnerstag, den 14. März 2019; 14 de marzo de 2019; 14 آذار/مارس 2019."""
    month = _month_number(match, language)
    found = _date(_day_number(match["day"]), month, int(match["year"]), language) if month else None
    yield _day(match, found)


def _numeric(tag: str, match: re.Match[str]) -> Iterator[Reading]:
    """14.03.2019, 3/4/2019: the day first, where the language or the country writes it so."""
    left, right, year = int(match["day"]), int(match["month"]), int(match["year"])
    readings = [_date(left, right, year, primary_language(tag)), _date(right, left, year, primary_language(tag))]
    days = sorted({found for found in readings if found})
    if len(days) == 2 and not is_day_first(tag):
        both = When(*(Period.parse(f"{found}{Qualifier.UNCERTAIN}") for found in days))
        yield Reading(match.start(), match.end(), "ambiguous date", f"{year:04}-XX-XX", both)
    else:
        yield _day(match, readings[0] or readings[1])


def _year_first(language: str, match: re.Match[str]) -> Iterator[Reading]:
    """2019-03-14, 2019/3/14."""
    yield _day(match, _date(int(match["day"]), int(match["month"]), int(match["year"]), language))


def _day(match: re.Match[str], found: date | None) -> Reading:
    start = match.start()
    if found is None:
        return Reading(start, match.end(), "full date")
    return Reading(start, match.end(), "full date", found.isoformat(), When.day(found))


def _month_year(language: str, match: re.Match[str]) -> Iterator[Reading]:
    """März 2019, marzo de 2019, в марте 2019 года."""
    month = _month_number(match, language)
    found = _first_of_month(month, int(match["year"]), language) if month else None
    if found:
        period = Period.of(found, Precision.MONTH)
        yield Reading(match.start(), match.end(), "month year", period.edtf, When.of(period))


def _month_day(language: str, match: re.Match[str]) -> Iterator[Reading]:
    """14 mars; not the "9 de Julio" of an avenue."""
    month, day = _month_number(match, language), _day_number(match["day"])
    if month and _date(day, month, _LEAP_YEAR, language) and not _is_name(match, language):
        open_day = None if _is_shifted(match, language) or (month, day) in _NAMED_DAYS else (month, day)
        yield Reading(match.start(), match.end(), "month day", f"XXXX-{month:02}-{day:02}", day=open_day)


def _month(language: str, match: re.Match[str]) -> Iterator[Reading]:
    """En mars, im Mai: a month of which year is not said."""
    month = _month_number(match, language)
    if month:
        yield Reading(match.start("month"), match.end(), "month", f"XXXX-{month:02}")


def _decade(match: re.Match[str]) -> Iterator[Reading]:
    """Années 1990, 1990er Jahre."""
    period = Period.of(date(int(match["year"]), 1, 1), Precision.DECADE)
    yield Reading(match.start(), match.end(), "decade", match["year"][:3], When.of(period))


def _years(language: str, match: re.Match[str]) -> Iterator[Reading]:
    """En 2019, im Jahr 2019, entre 2015 et 2019: the numbers alone, each for itself."""
    first, second = int(match["year"]), int(match["second"] or 0)
    other = words(language).other_years
    for group, year in (("year", first), ("second", second)):
        if (group == "year" or second > first) and not (other and other[0] <= year <= other[1]):
            yield _year(match.start(group), year)


def _cued_years(language: str, match: re.Match[str]) -> Iterator[Reading]:
    """En 2019; not "en 2000 exemplaires": a round number before another word may count it."""
    if match["second"] or not (match["year"].endswith("00") and _counts(match, language)):
        yield from _years(language, match)


def _maybe_years(language: str, match: re.Match[str]) -> Iterator[Reading]:
    """Two years between which something lies; one, unless it counts the next word ("de 2019 soldats")."""
    is_round = match["year"].endswith("00")
    if match["second"] or not (is_round or _counts(match, language) or _is_amount(match, language)):
        yield from _years(language, match)


def _marked_years(language: str, match: re.Match[str]) -> Iterator[Reading]:
    """2019 год, 2015-2019 годы."""
    if not _is_amount(match, language):
        first, second = int(match["year"]), match["second"]
        yield _year(match.start("year"), first)
        if second:
            yield _year(match.start("second"), int(second))


def _year(start: int, year: int) -> Reading:
    period = Period.of(date(year, 1, 1), Precision.YEAR)
    return Reading(start, start + 4, "year", period.edtf, When.of(period))


def _counts(match: re.Match[str], language: str) -> bool:
    following = re.compile(r"[ \t]{1,3}([^\W\d_]+)").match(match.string, match.end())
    return following is not None and following[1].casefold() not in stop_words(language)


def _is_amount(match: re.Match[str], language: str) -> bool:
    before = re.search(r"([^\W\d_]+)[ \t]+$", _before(match))
    return before is not None and before[1].casefold() in _folded(words(language).amounts)


def _is_name(match: re.Match[str], language: str) -> bool:
    return patterns(language).street.search(_before(match)) is not None


def _is_shifted(match: re.Match[str], language: str) -> bool:
    """Whether words near the match say in their own way of which year it is ("dernier", "de ese año")."""
    after = match.string[match.end() : match.end() + 40].partition("\n")[0]
    near = [*_words(_before(match))[-1:], *_words(after)[:4]]
    return not {word.casefold() for word in near}.isdisjoint(_folded(words(language).shifted))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


@cache
def _folded(listed: tuple[str, ...]) -> frozenset[str]:
    return frozenset(folded(word).casefold() for word in listed)


def _before(match: re.Match[str]) -> str:
    """As much of the text before the match as decides what it is."""
    return match.string[max(0, match.start() - 40) : match.start()]


def _month_number(match: re.Match[str], language: str) -> int | None:
    """The month; None where it stands by two names that are not one month's."""
    known = month_names(language) | short_months(language)
    names = [" ".join(key(name).split()) for name in (match["month"], match["also"]) if name]
    # re.I takes the dotless i of Turkish for an i, which no table of names does
    numbers = {known.get(name) for name in names}
    return numbers.pop() if len(numbers) == 1 else None


def _day_number(words_of_day: str) -> int:
    """The number, or 1 for "the first"."""
    digits = re.match("[0-9]+", words_of_day)
    return int(digits[0]) if digits else 1


@lru_cache(maxsize=4096)
def _date(day: int, month: int, year: int, language: str) -> date | None:
    """The day, by dateparser; None where the calendar has none."""
    if not 1 <= month <= 12:
        return None
    return _parsed(f"{day} {standard_month(month, language)} {year}", language, "day")


@lru_cache(maxsize=4096)
def _first_of_month(month: int, year: int, language: str) -> date | None:
    return _parsed(f"{standard_month(month, language)} {year}", language)


def _parsed(text: str, language: str, *parts: str) -> date | None:
    settings = _STRICT | {"REQUIRE_PARTS": [*parts, "month", "year"]}
    parsed = dateparser.parse(text, languages=[language], settings=settings)
    return parsed.date() if isinstance(parsed, datetime) else None
