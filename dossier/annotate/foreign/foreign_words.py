"""The words around dates in other languages, from ``foreign_words.toml``, and spaCy's stop words."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module, resources
from typing import Any

from dossier.annotate.foreign.month_names import comparison_key, folded, months

WordTuple = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """The entry of one language in ``foreign_words.toml``. The head of that file says what each field holds."""

    first_of_month: WordTuple = ()
    after_day: WordTuple = ()
    before_day: WordTuple = ()
    between_day_and_month: WordTuple = ()
    between_month_and_year: WordTuple = ()
    has_month_first: bool = False
    inflected_endings: Mapping[str, WordTuple] = field(default_factory=dict)
    further_months: Mapping[str, int] = field(default_factory=dict)
    prefix_letters: str = ""
    before_month: WordTuple = ()
    before_year: WordTuple = ()
    before_possible_year: WordTuple = ()
    after_year: WordTuple = ()
    singular_verbs: WordTuple = ()
    between_years: WordTuple = ()
    around_decade: WordTuple = ()
    counted_nouns: WordTuple = ()
    before_amount: WordTuple = ()
    year_words: WordTuple = ()
    street_words: WordTuple = ()
    after_street_word: WordTuple = ()
    after_other_calendar_year: WordTuple = ()
    other_calendar_years: tuple[int, ...] = ()


@cache
def date_words(language: str) -> DateWords:
    """The words of a language. Raises KeyError for one that is not in ``foreign_words.toml``."""
    file = resources.files("dossier.annotate.foreign").joinpath("foreign_words.toml")
    table = tomllib.loads(file.read_text("utf-8"))
    entry: dict[str, Any] = table[language]
    fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}
    return DateWords(**fields)


@cache
def inflected_month_names(language: str) -> dict[str, int]:
    """The number of each month by its full names in all their inflections (as ``comparison_key``)."""
    known = months(language) | {
        comparison_key(name): number for name, number in date_words(language).further_months.items()
    }
    for name, number in list(known.items()):
        for ending in date_words(language).inflected_endings.get(name[-1], ()):
            known.setdefault(name[:-1] + ending, number)
    return known


@cache
def stop_words(language: str) -> frozenset[str]:
    """The stop words of a language, folded and in lower case. A number before one of them counts nothing."""
    listed = import_module(f"spacy.lang.{language}.stop_words").STOP_WORDS
    return frozenset(folded(word).casefold() for word in listed)
