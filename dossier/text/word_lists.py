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
    table = tomllib.loads(resources.files(package).joinpath(file).read_text("utf-8"))
    return MappingProxyType({name: _words(value) for name, value in table.items()})


def _words(value: str | list[str]) -> frozenset[str]:
    return frozenset(value.split() if isinstance(value, str) else value)
