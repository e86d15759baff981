"""The word lists of this package, from its TOML files: nouns by what they are said of, given names."""

import tomllib
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from importlib import resources

from dossier.model import Kind

_KINDS = {
    "work": Kind.WORK,
    "product": Kind.PRODUCT,
    "place": Kind.PLACE,
    "body": Kind.ORGANIZATION,
    "person": Kind.PERSON,
}


class Gender(Enum):
    """What a word tells of the gender of whom it is said of."""

    MASCULINE = auto()
    FEMININE = auto()


@dataclass(frozen=True, slots=True)
class Nouns:
    """Nouns (lemmas): the kind of actor each is said of, the gender where it has one, and those of collectives."""

    kinds: dict[str, Kind]
    genders: dict[str, Gender]
    collectives: frozenset[str]


@cache
def nouns() -> Nouns:
    """The nouns of ``nouns.toml``."""
    table = _read("nouns.toml")
    kinds: dict[str, Kind] = {}
    for name, kind in _KINDS.items():
        for words in table[name].values():
            kinds.update(dict.fromkeys(words.split(), kind))
    genders = {word: gender for gender in Gender for word in table["person"][gender.name.lower()].split()}
    return Nouns(kinds, genders, frozenset(table["collective"]["any"].split()))


@cache
def given_names() -> dict[str, Gender]:
    """The gender that a given name (lower case) mostly has."""
    table = _read("given.toml")["given"]
    return {name: gender for gender in Gender for name in table[gender.name.lower()].split()}


def _read(name: str) -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text("utf-8"))
