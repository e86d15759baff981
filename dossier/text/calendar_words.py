"""The English names of months and weekdays, in small letters, and the number that each stands for."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from dossier.text.word_lists import word_tables

_TABLES = word_tables("dossier.text", "calendar_words.toml")


def _full(table: str) -> Mapping[str, int]:
    return MappingProxyType({words.split()[0]: int(number) for number, words in _TABLES[table].items()})


def _short(table: str) -> Mapping[str, int]:
    """The short names, with and without a full stop."""
    names = {name: int(number) for number, words in _TABLES[table].items() for name in words.split()[1:]}
    return MappingProxyType(names | {f"{name}.": number for name, number in names.items()})


FULL_MONTHS, SHORT_MONTHS = _full("months"), _short("months")
"""From 1 for January."""
_MONTH_NAMES = tuple(name.title() for name in FULL_MONTHS)
FULL_WEEKDAYS, SHORT_WEEKDAYS = _full("weekdays"), _short("weekdays")
"""From 0 for Monday."""


def month_name(number: int) -> str:
    """The English name of a month, from 1 for January.

    >>> month_name(5)
    'May'
    """
    return _MONTH_NAMES[number - 1]


def any_name(names: Iterable[str]) -> str:
    """A pattern for any of the names, the longest first, to be matched without regard to case.

    >>> any_name(("sat", "saturday"))
    '(?:saturday|sat)'
    """
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))) + ")"


MONTH = any_name(FULL_MONTHS.keys() | SHORT_MONTHS.keys())
WEEKDAY = any_name(FULL_WEEKDAYS.keys() | SHORT_WEEKDAYS.keys())
