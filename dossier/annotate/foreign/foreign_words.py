"""The words around dates in other languages, from ``words.toml``, and the stop words that spaCy has for them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module, resources
from typing import Any

from dossier.annotate.foreign.month_names import folded, key, months

Listed = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What ``words.toml`` says of one language; its head says what each field holds."""

    first: Listed = ()
    ordinal: Listed = ()
    before_day: Listed = ()
    day_month: Listed = ()
    month_year: Listed = ()
    month_first: bool = False
    inflected: Mapping[str, Listed] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    prefixes: str = ""
    in_month: Listed = ()
    in_year: Listed = ()
    maybe_year: Listed = ()
    after_year: Listed = ()
    year_verbs: Listed = ()
    to: Listed = ()
    decade: Listed = ()
    counted: Listed = ()
    amounts: Listed = ()
    shifted: Listed = ()
    streets: Listed = ()
    street_of: Listed = ()
    other_calendar: Listed = ()
    other_years: tuple[int, ...] = ()


@cache
def words(language: str) -> Words:
    """The words of one of the languages. Raises KeyError for a language that ``words.toml`` does not have."""
    table = tomllib.loads(resources.files("dossier.annotate.foreign").joinpath("words.toml").read_text("utf-8"))
    entry: dict[str, Any] = table[language]
    fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}
    return Words(**fields)


@cache
def month_names(language: str) -> dict[str, int]:
    """The months by their full names in every form they are read in (see ``names.key``)."""
    known = months(language) | {key(name): number for name, number in words(language).months.items()}
    for name, number in list(known.items()):
        for ending in words(language).inflected.get(name[-1], ()):
            known.setdefault(name[:-1] + ending, number)
    return known


@cache
def stop_words(language: str) -> frozenset[str]:
    """Words that say nothing by themselves, folded: a number before one of them counts nothing."""
    listed = import_module(f"spacy.lang.{language}.stop_words").STOP_WORDS
    return frozenset(folded(word).casefold() for word in listed)
