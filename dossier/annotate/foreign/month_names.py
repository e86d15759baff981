"""Names of months and weekdays in other languages, from Unicode's CLDR, and how a text is compared with them."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from babel.dates import get_date_format, get_day_names, get_month_names
from babel.localedata import locale_identifiers

Context = Literal["format", "stand-alone"]
_CONTEXTS: tuple[Context, ...] = ("format", "stand-alone")
# Each character for one other: offsets into the folded text are offsets into the text. No cedilla: "Marco" is a name.
_FOLDED = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹أإآàáâãäèéêëìíîïòóôõöùúûüÀÁÂÃÄÈÉÊËÌÍÎÏÒÓÔÕÖÙÚÛÜёЁ’ʼ\u00a0\u202f\u2009–—‑−º",  # noqa: RUF001
    "01234567890123456789اااaaaaaeeeeiiiiooooouuuuAAAAAEEEEIIIIOOOOOUUUUеЕ''   ----°",  # noqa: RUF001
)


def folded(text: str) -> str:
    r"""The text without accents, with Western digits, plain spaces, apostrophes and hyphens; of the same length.

    >>> folded("1º août\u00a0\u0662\u0660\u0661\u0669")
    '1° aout 2019'
    """
    return text.translate(_FOLDED)


def key(name: str) -> str:
    """A name as it is compared: folded, without case and the dot of an abbreviation."""
    return folded(name).casefold().rstrip(".")


@cache
def months(language: str) -> dict[str, int]:
    """The months by their full names (see ``key``), in all countries that write the language."""
    return {key(name): number for number, name in _months(language, "wide")}


@cache
def short_months(language: str) -> dict[str, int]:
    """The months by abbreviations that are no full names."""
    short = {key(name): number for number, name in _months(language, "abbreviated")}
    return {name: number for name, number in short.items() if name not in months(language)}


@cache
def weekdays(language: str) -> tuple[str, ...]:
    """The full names of the days of the week (see ``key``), in all countries that write the language."""
    names = {key(name) for place in _places(language) for name in get_day_names("wide", "format", place).values()}
    return tuple(sorted(names))


def standard_month(number: int, language: str) -> str:
    """The name of the month as a date has it in most countries that write the language.

    >>> standard_month(3, "ru")
    'марта'
    """
    return str(get_month_names("wide", "format", language)[number])


@cache
def is_day_first(tag: str) -> bool:
    """Whether a numeric date in that language, or in that country, has the day before the month.

    >>> is_day_first("es"), is_day_first("es-PR"), is_day_first("es-XX")
    (True, False, True)
    """
    place = tag.replace("-", "_")
    known = place if place in locale_identifiers() else tag.partition("-")[0]
    return get_date_format("short", known).pattern.lstrip("\u200f").startswith("d")


def _months(language: str, width: Literal["wide", "abbreviated"]) -> Iterator[tuple[int, str]]:
    for place in _places(language):
        for context in _CONTEXTS:
            yield from get_month_names(width, context, place).items()


@cache
def _places(language: str) -> tuple[str, ...]:
    """The language itself and in each country, in CLDR's names."""
    return tuple(sorted(place for place in locale_identifiers() if place.split("_")[0] == language))
