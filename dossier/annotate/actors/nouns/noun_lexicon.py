"""The kind and gender of an actor, as nouns show them (``nouns.toml``); given names show a gender too."""

from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from dossier.model import Kind
from dossier.text.word_lists import word_tables

# A noun in several tables gets the kind of the last.
_KIND_OF_TABLE = {
    "work": Kind.WORK,
    "product": Kind.PRODUCT,
    "place": Kind.PLACE,
    "body": Kind.ORGANIZATION,
    "person": Kind.PERSON,
}


class Gender(Enum):
    """The gender of a person, as a noun, title, given name or pronoun shows it."""

    MASCULINE = auto()
    FEMININE = auto()


@dataclass(frozen=True, slots=True)
class NounLexicon:
    """Nouns (lemmas in lower case): the kind and gender that each gives an actor, and those that name collectives."""

    kinds: dict[str, Kind]
    genders: dict[str, Gender]
    collectives: frozenset[str]


@cache
def nouns() -> NounLexicon:
    """The nouns of ``nouns.toml``."""
    tables = word_tables("dossier.annotate.actors", "nouns.toml")
    kinds: dict[str, Kind] = {}
    for name, kind in _KIND_OF_TABLE.items():
        for words in tables[name].values():
            kinds.update(dict.fromkeys(words.split(), kind))
    genders = {word: gender for gender in Gender for word in tables["person"][gender.name.lower()].split()}
    return NounLexicon(kinds, genders, frozenset(tables["collective"]["any"].split()))


@cache
def given_names() -> dict[str, Gender]:
    """The gender that a given name (lower case) mostly has."""
    table = word_tables("dossier.annotate.actors", "given_names.toml")["given_names"]
    return {name: gender for gender in Gender for name in table[gender.name.lower()].split()}
