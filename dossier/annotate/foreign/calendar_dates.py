"""The day or month of the calendar that the parts of a match name, read by dateparser.

Dateparser gets only a full date, or a month and its year, written anew in the language of the article.
"""

import re
from datetime import date, datetime
from functools import lru_cache

import dateparser

from dossier.annotate.foreign.foreign_words import inflected_month_names
from dossier.annotate.foreign.month_names import comparison_key, short_months, standard_month

_DATEPARSER_SETTINGS = {
    "PARSERS": ["absolute-time"],
    "REQUIRE_PARTS": ["month", "year"],
    "DATE_ORDER": "DMY",
    "PREFER_DAY_OF_MONTH": "first",
    "RELATIVE_BASE": datetime(2000, 1, 1),  # never used, as no part is missing; without it the clock would be read
}


def month_number(match: re.Match[str], language: str) -> int | None:
    """The number of the month; None where its two names are of different months, or one is not known."""
    known = inflected_month_names(language) | short_months(language)
    names = [" ".join(comparison_key(name).split()) for name in (match["month"], match["also"]) if name]
    # The patterns ignore case, and so take the dotless i of Turkish for an i. The table of names does not know it.
    numbers = {known.get(name) for name in names}
    return numbers.pop() if len(numbers) == 1 else None


def day_number(words_of_day: str) -> int:
    """The number of the day; 1 for a word such as "premier"."""
    digits = re.match("[0-9]+", words_of_day)
    return int(digits[0]) if digits else 1


@lru_cache(maxsize=4096)
def calendar_date(day: int, month: int, year: int, language: str) -> date | None:
    """The day of the calendar; None for one that does not exist, such as the 31st of February."""
    if not 1 <= month <= 12:
        return None
    return _by_dateparser(f"{day} {standard_month(month, language)} {year}", language, "day")


@lru_cache(maxsize=4096)
def first_of_month(month: int, year: int, language: str) -> date | None:
    """The first day of the month."""
    return _by_dateparser(f"{standard_month(month, language)} {year}", language)


def _by_dateparser(text: str, language: str, *parts: str) -> date | None:
    """The date that dateparser reads in ``text``; None unless it has a month, a year and the ``parts``."""
    settings = _DATEPARSER_SETTINGS | {"REQUIRE_PARTS": [*parts, "month", "year"]}
    parsed = dateparser.parse(text, languages=[language], settings=settings)
    return parsed.date() if isinstance(parsed, datetime) else None
