"""The words of temporal expressions, by class, and what the words of a class stand for.

The words and their values stand in ``timex_words.toml``.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from dossier.annotate.timex.values.units import Unit
from dossier.text.calendar_words import FULL_MONTHS, FULL_WEEKDAYS, SHORT_MONTHS, SHORT_WEEKDAYS
from dossier.text.word_lists import word_tables

_TABLES = word_tables("dossier.annotate.timex", "timex_words.toml")


def _values(table: str) -> dict[str, str]:
    """The value of each word of a table."""
    return {word: value for value, words in _TABLES[table].items() for word in words.split()}


def _numbers(table: str) -> dict[str, int]:
    """The value of each word of a table whose values are whole numbers."""
    return {word: int(value) for word, value in _values(table).items()}


MONTHS = {**FULL_MONTHS, **SHORT_MONTHS}
WEEKDAYS = FULL_WEEKDAYS
PLURAL_WEEKDAYS = {f"{word}s": number for word, number in WEEKDAYS.items()}
DEICTIC = _numbers("deictic_days")
UNITS = {unit.value: unit for unit in Unit if unit not in (Unit.HALF, Unit.SEASON)}
PLURAL_UNITS = {f"{word}s".replace("ys", "ies" if word == "century" else "ys"): unit for word, unit in UNITS.items()}
SEASONS = _numbers("seasons")
DAY_PARTS = _values("day_parts")
HOUR_NAMES = _values("hour_names")
FREQUENCY_ADVERBS = {word: Unit(unit) for word, unit in _values("frequency_adverbs").items()}
CARDINALS = _numbers("cardinals")
ORDINALS = _numbers("ordinals")
DECADE_NAMES = _numbers("decade_names")
FRACTIONS = {word: float(value) for word, value in _values("fractions").items()}

_CLASSES: dict[str, Iterable[str]] = {
    "month": MONTHS,
    "weekday": WEEKDAYS,
    "short_weekday": SHORT_WEEKDAYS,
    "weekdays": PLURAL_WEEKDAYS,
    "deictic": DEICTIC,
    "unit": UNITS,
    "units": PLURAL_UNITS,
    "season": SEASONS,
    "part": DAY_PARTS,
    "hour_name": HOUR_NAMES,
    "adverb": FREQUENCY_ADVERBS,
    "cardinal": CARDINALS,
    "ordinal": ORDINALS,
    "decade_name": DECADE_NAMES,
    "fraction": FRACTIONS,
    **{name: words.split() for name, words in _TABLES["classes"].items()},
}
CLASSES = {name: frozenset(words) for name, words in _CLASSES.items()}
"""The words of each class, in lower case."""

_SHAPES = tuple(
    (re.compile(form, re.ASCII), classes.split())
    for form, classes in (
        (r"(1[0-9]|20)[0-9]{2}", "number year"),
        (r"0[1-9]|1[0-2]", "number two day clock_hour"),
        (r"[1-9]", "number day clock_hour"),
        (r"1[3-9]|2[0-4]", "number two day clock_hour"),
        (r"2[5-9]|3[01]", "number two day"),
        (r"[0-9]{2}", "number two"),
        (r"(19|20)[0-9]{2}\.?[0-9]{1,2}", "number glued_year"),
        (r"[0-9]{1,7}|[0-9]{1,3}(,[0-9]{3})+", "number"),
        (r"[0-9]{1,4}\.[0-9]{1,2}", "number"),
        (r"[0-9]½|[0-9]{1,2}[¼½¾]", "number"),
        (r"([12]?1st|2?2nd|2?3rd|1[0-9]th|2?[4-9]th|20th|30th|31st)", "ordinal_day nth"),
        (r"[0-9]{1,2}(st|nd|rd|th)", "nth"),
        (r"(1[0-9]|20)[0-9]0['’]?s", "decade"),
        (r"mid-(1[0-9]|20)[0-9]0['’]?s", "decade"),
        (r"(mid|early|late)-(1[0-9]|20)[0-9]{2}", "edge_year"),
        (r"mid-[0-9]{1,2}(st|nd|rd|th)", "nth"),
        (r"[a-z]{3,9}-(1[0-9]|20)[0-9]{2}", "month_year"),
        (r"[0-9]0['’]?s", "short_decade"),
        (r"[1-9][0-9]0s", "old_decade"),
        (r"(1[0-9]|20)[0-9]{2}[-–/]([0-9]{2}|(1[0-9]|20)[0-9]{2})", "year_span"),
        (r"([01]?[0-9]|2[0-4])[:.][0-5][0-9](:[0-5][0-9])?", "clock"),
        (r"([01]?[0-9]|2[0-4])([:.][0-5][0-9])?[ap]\.?m\.?", "clock_12"),
        (r"[0-9]{1,2}[/.][0-9]{1,2}[/.]((1[0-9]|20)[0-9]{2}|[0-9]{2})", "numeric_date"),
        (r"(1[0-9]|20)[0-9]{2}[/.][0-9]{1,2}[/.][0-9]{1,2}", "iso_date"),
        (r"[0-3]?[0-9]t[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?z?", "day_clock"),
        (r"(0?[1-9]|[12][0-9]|3[01])[-–](0?[1-9]|[12][0-9]|3[01])", "day_span"),
        (r"q[1-4]|[1-4]q", "quarter_name"),
        (r"fy(1[0-9]|20)?[0-9]{2}", "fiscal_name"),
    )
)
"""Forms of words with digits, and their classes. The first form that a word has counts, so that "1990" is a year."""
_MAX_SHAPED_CHARACTERS = 24
"""Longest word that is matched with the shapes, to bound the cost. Only numbers with many commas are longer."""


@lru_cache(maxsize=8192)
def shape(word: str) -> frozenset[str]:
    """The classes of a word with digits, by the first shape that it has: "1990s" is a decade. Else empty."""
    if len(word) > _MAX_SHAPED_CHARACTERS:
        return frozenset()
    for form, classes in _SHAPES:
        if form.fullmatch(word):
            return frozenset(classes)
    return frozenset()


SHAPES = frozenset(frozenset(classes) for _, classes in _SHAPES)
"""Every set of classes that ``shape`` can give."""
