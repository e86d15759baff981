"""Lists and tables of words from TOML files, which lie as data beside the code that uses them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType


@cache
def word_lists(package: str, file: str) -> Mapping[str, frozenset[str]]:
    """The lists of words in a TOML file of ``package``, by their keys. Tables in the file are left out.

    In the file a list is one string, its words parted by white space, or an array where some of them have blanks. A
    comment above each says what belongs there.

    >>> "bin" in word_lists("dossier.text", "name_words.toml")["surname_particles"]
    True
    """
    lists = {name: _words(value) for name, value in _document(package, file).items() if not isinstance(value, dict)}
    return MappingProxyType(lists)


@cache
def word_tables(package: str, file: str) -> Mapping[str, Mapping[str, str]]:
    """The tables in a TOML file of ``package``, by their keys. Each gives a text for a word ("centre": "center").

    >>> word_tables("dossier.text", "name_words.toml").get("no such table")
    """
    document = _document(package, file)
    return MappingProxyType({name: value for name, value in document.items() if isinstance(value, dict)})


@cache
def _document(package: str, file: str) -> dict[str, str | list[str] | dict[str, str]]:
    return tomllib.loads(resources.files(package).joinpath(file).read_text("utf-8"))


def _words(value: str | list[str]) -> frozenset[str]:
    return frozenset(value.split() if isinstance(value, str) else value)
