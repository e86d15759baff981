"""Senses of words, as ``senses.toml`` lists them: of which type a word tells by what stands beside it."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

_FILE = "senses.toml"
_ANY = "*"
_DENIALS = ("none", "not")
_CLASS = "@"


@dataclass(frozen=True, slots=True)
class Condition:
    """What must stand in one place beside a word.

    ``place`` is "subject", "object" and so on, or a preposition. One of ``words`` or ``kinds`` must stand there; where
    the condition ``is_denied``, something must that is none of them. Without words and kinds anything must stand
    there, or nothing, if it ``is_denied``.
    """

    place: str
    words: frozenset[str]
    kinds: frozenset[str]
    is_denied: bool


@dataclass(frozen=True, slots=True)
class Sense:
    """A word has the type of this name where all conditions hold."""

    type: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Senses:
    """The senses of verbs (phrases that begin with one, too) and of nouns, by lemma; the first that holds counts."""

    verbs: Mapping[str, tuple[Sense, ...]]
    nouns: Mapping[str, tuple[Sense, ...]]

    def without(self, verbs: Iterable[str], nouns: Iterable[str]) -> "Senses":
        """The senses of all other words."""
        left_out, nouns = frozenset(verbs), frozenset(nouns)
        return Senses(
            {word: found for word, found in self.verbs.items() if word not in left_out},
            {word: found for word, found in self.nouns.items() if word not in nouns},
        )


@cache
def shipped_senses() -> Senses:
    """The senses of the shipped file."""
    document = tomllib.loads(resources.files(__package__).joinpath(_FILE).read_text("utf-8"))
    classes = {name: frozenset(words.split()) for name, words in document["classes"].items()}
    verbs, nouns = (MappingProxyType(dict(_read(document[part], classes))) for part in ("verbs", "nouns"))
    return Senses(verbs, nouns)


def _read(
    table: Mapping[str, list[dict[str, str]]], classes: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, tuple[Sense, ...]]]:
    for word, lines in table.items():
        yield (
            word,
            tuple(
                Sense(
                    line["type"],
                    tuple(_condition(place, told, classes) for place, told in line.items() if place != "type"),
                )
                for line in lines
            ),
        )


def _condition(place: str, told: str, classes: Mapping[str, frozenset[str]]) -> Condition:
    """The condition that a line of the file tells for a place: "not PERSON @vehicles", "*", "none"."""
    words = told.split()
    is_denied = words[0] in _DENIALS
    listed = [word for word in (words[1:] if is_denied else words) if word != _ANY]
    plain = {word for word in listed if not word.startswith(_CLASS) and not word.isupper()}
    of_classes = (classes[word.removeprefix(_CLASS)] for word in listed if word.startswith(_CLASS))
    kinds = frozenset(word for word in listed if word.isupper())
    return Condition(place, frozenset(plain).union(*of_classes), kinds, is_denied)
