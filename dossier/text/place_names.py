"""Countries and some other places: their adjectives ("Iraqi") and their other names ("UK")."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dossier.text.word_lists import word_lists, word_tables


@dataclass(frozen=True, slots=True)
class Places:
    """The names of places."""

    by_adjective: dict[str, str]
    """The place for each adjective: "Iraq" for "Iraqi"."""
    by_name: dict[str, str]
    """The usual name of the place for each of its other names: "United Kingdom" for "UK"."""
    known: frozenset[str]
    """The other names, and the usual names of the places that have an adjective."""


@cache
def places() -> Places:
    """The places of ``place_names.toml``.

    >>> places().by_adjective["Iraqi"], places().by_name["UK"]
    ('Iraq', 'United Kingdom')
    """
    tables = word_tables("dossier.text", "place_names.toml")
    by_adjective, by_name = dict(_inverted(tables["adjectives"])), dict(_inverted(tables["names"]))
    return Places(by_adjective, by_name, frozenset(by_name) | frozenset(tables["adjectives"]))


def is_listed_place(name: str) -> bool:
    """Whether the folded name is that of a country or of a large town, and no common name of people.

    >>> is_listed_place("hyderabad"), is_listed_place("jackson")
    (True, False)
    """
    return name in word_lists("dossier.text", "gazetteer.toml")["places"]


def _inverted(table: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each single value with its key, from a table whose values are lists parted by ", "."""
    return ((value, key) for key, values in table.items() for value in values.split(", ") if value)
