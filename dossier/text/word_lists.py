"""Lists of words, kept as data beside the code that uses them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType


@cache
def word_lists(package: str, file: str) -> Mapping[str, frozenset[str]]:
    """The lists of a TOML file in ``package``, by name.

    A list is a text of words between blanks, or an array where it holds phrases. A comment above it says what belongs
    there.

    >>> "bin" in word_lists("dossier.text", "name_words.toml")["particles"]
    True
    """
    lists = {name: _words(value) for name, value in _document(package, file).items() if not isinstance(value, dict)}
    return MappingProxyType(lists)


@cache
def word_tables(package: str, file: str) -> Mapping[str, Mapping[str, str]]:
    """The tables of the same TOML file, by name: each gives a text for a word or another key ("centre": "center").

    >>> word_tables("dossier.text", "name_words.toml").get("no such table")
    """
    document = _document(package, file)
    return MappingProxyType({name: value for name, value in document.items() if isinstance(value, dict)})


def _document(package: str, file: str) -> dict[str, str | list[str] | dict[str, str]]:
    return tomllib.loads(resources.files(package).joinpath(file).read_text("utf-8"))


def _words(value: str | list[str]) -> frozenset[str]:
    return frozenset(value.split() if isinstance(value, str) else value)
