"""Names of months and weekdays in other languages, from Unicode's CLDR, and the folding of texts to match them."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from babel.dates import get_date_format, get_day_names, get_month_names
from babel.localedata import locale_identifiers

NameContext = Literal["format", "stand-alone"]
_NAME_CONTEXTS: tuple[NameContext, ...] = ("format", "stand-alone")
# One character for one, so that offsets stay the same. The cedilla stays: "março" is a month, "Marco" a name.
_FOLDED_CHARACTERS = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹أإآàáâãäèéêëìíîïòóôõöùúûüÀÁÂÃÄÈÉÊËÌÍÎÏÒÓÔÕÖÙÚÛÜёЁ’ʼ\u00a0\u202f\u2009–—‑−º",  # noqa: RUF001
    "01234567890123456789اااaaaaaeeeeiiiiooooouuuuAAAAAEEEEIIIIOOOOOUUUUеЕ''   ----°",  # noqa: RUF001
)


def folded(text: str) -> str:
    r"""The text without most accents, with Western digits, plain spaces, apostrophes and hyphens; of the same length.

    >>> folded("1º août\u00a0\u0662\u0660\u0661\u0669")
    '1° aout 2019'
    """
    return text.translate(_FOLDED_CHARACTERS)


def comparison_key(name: str) -> str:
    """A name in the form in which names are compared: folded, in lower case, without a final dot."""
    return folded(name).casefold().rstrip(".")


@cache
def months(language: str) -> dict[str, int]:
    """The number of each month by its full names (as ``comparison_key``) in all countries that write the language."""
    return {comparison_key(name): number for number, name in _months(language, "wide")}


@cache
def short_months(language: str) -> dict[str, int]:
    """The number of each month by its abbreviations (as ``comparison_key``), without those that are full names."""
    short = {comparison_key(name): number for number, name in _months(language, "abbreviated")}
    return {name: number for name, number in short.items() if name not in months(language)}


@cache
def weekdays(language: str) -> tuple[str, ...]:
    """The full names of weekdays (as ``comparison_key``) in all countries that write the language, sorted."""
    names = {
        comparison_key(name)
        for locale in _locales(language)
        for name in get_day_names("wide", "format", locale).values()
    }
    return tuple(sorted(names))


def standard_month(number: int, language: str) -> str:
    """The full name of the month, in the form that it has in a date.

    >>> standard_month(3, "ru")
    'марта'
    """
    return str(get_month_names("wide", "format", language)[number])


@cache
def is_day_first(tag: str) -> bool:
    """Whether a numeric date begins with the day in the language or, if ``tag`` has one that CLDR knows, the country.

    >>> is_day_first("es"), is_day_first("es-PR"), is_day_first("es-XX")
    (True, False, True)
    """
    locale = tag.replace("-", "_")
    known = locale if locale in locale_identifiers() else tag.partition("-")[0]
    return get_date_format("short", known).pattern.lstrip("\u200f").startswith("d")


def _months(language: str, width: Literal["wide", "abbreviated"]) -> Iterator[tuple[int, str]]:
    """The number and name of each month in each country, as it stands in a date ("марта") and alone ("март")."""
    for locale in _locales(language):
        for context in _NAME_CONTEXTS:
            yield from get_month_names(width, context, locale).items()


@cache
def _locales(language: str) -> tuple[str, ...]:
    """CLDR's names of the language and of its forms in each country."""
    return tuple(sorted(locale for locale in locale_identifiers() if locale.split("_")[0] == language))
