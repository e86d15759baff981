"""Reads an ontology file: TOML, with a table for each type and its words in lists. What is not understood is an error.

``docs/ontology.md`` describes the keys; ``model.EventType`` says what each of them means.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from dossier.annotate.ontology import faults
from dossier.model import EventType, QuantityKind, Role

INDEX_OF_LIST = {
    "verbs": "verbs",
    "phrases": "verbs",
    "verbs_of_people": "verbs_of_people",
    "nouns": "nouns",
    "weak_nouns": "nouns",
    "nouns_of_people": "nouns_of_people",
    "bare_nouns": "bare_nouns",
    "bare_adjectives": "bare_adjectives",
    "ergative": "ergative",
    "addressing": "addressing",
}
"""For each list of words of a type the index of the ontology to which its words go."""

_LISTS_GIVING_TYPES = tuple(key for key in INDEX_OF_LIST if key not in ("ergative", "addressing"))
"""The lists whose words tell of the type; the other two say of such words how they take their participants."""
_NAME = re.compile(r"[a-z][a-z0-9_-]*", re.ASCII)
# a word or up to three, parted by single blanks
_WORD = re.compile(r"[^\W\d_][\w'’.-]*(?: [\w'’.-]+){0,2}")


@dataclass(frozen=True, slots=True)
class Section:
    """One type as a file has it: fields of ``model.EventType`` by name, and its words by the name of their list."""

    name: str
    fields: Mapping[str, Any]
    words: Mapping[str, tuple[str, ...]]


def read_ontology(path: Path) -> str:
    """The text of a user's ontology file, checked. Raises OntologyUnusable with what is wrong and the way out."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise faults.UnreadableOntology(path, error) from error
    sections(text, str(path))
    return text


def sections(text: str, file: str) -> tuple[Section, ...]:
    """The types of an ontology's text; ``file`` is its name in messages. Raises OntologyUnusable."""
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is no TOMLDecodeError
        raise faults.NotToml(file, error) from error
    found = tuple(_read_section(name, entry, file) for name, entry in table.items())
    _refuse_doubles(found, file)
    return found


def _read_section(name: str, entry: object, file: str) -> Section:
    """One table of a file as a section. Raises OntologyUnusable."""
    if not _NAME.fullmatch(name):
        raise faults.BadTypeName(file, name)
    if not isinstance(entry, dict):
        raise faults.OutsideType(file, name)
    place = f"{file}: [{name}]"
    unknown = sorted(entry.keys() - {*_READERS, *INDEX_OF_LIST})
    if unknown:
        raise faults.UnknownKey(place, unknown[0], (*_READERS, *INDEX_OF_LIST))
    values = {key: _READERS[key](value, f"{place} {key}") for key, value in entry.items() if key in _READERS}
    words = {key: tuple(_read_words(value, f"{place} {key}")) for key, value in entry.items() if key in INDEX_OF_LIST}
    return Section(name, values, words)


# Each of these gives the value of a key as the model has it, or raises an error that names the place.


def _read_text(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise faults.NotText(place)
    return value


def _read_flag(value: object, place: str) -> bool:
    if not isinstance(value, bool):
        raise faults.NotYesOrNo(place)
    return value


def _read_importance(value: object, place: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise faults.NotImportance(place)
    return float(value)


def _read_prepositions(value: object, place: str) -> Mapping[str, Role]:
    if not isinstance(value, dict):
        raise faults.NotTable(place)
    return {word: _read_role(role, f"{place} {word}") for word, role in value.items()}


def _read_role(value: object, place: str) -> Role:
    if value not in list(Role):
        raise faults.NotOneOf(place, value, "role", Role)
    return Role(str(value))


def _read_count(value: object, place: str) -> QuantityKind:
    if value not in list(QuantityKind):
        raise faults.NotOneOf(place, value, "count", QuantityKind)
    return QuantityKind(str(value))


def _read_words(value: object, place: str) -> Iterator[str]:
    for word in _read_texts(value, place):
        if not _WORD.fullmatch(word):
            raise faults.NotWords(place, word)
        yield word


def _read_texts(value: object, place: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise faults.NotTexts(place)
    return tuple(value)


_READERS: Mapping[str, Callable[[object, str], object]] = {
    **dict.fromkeys(("about", "plover", "ace"), _read_text),
    "cameo": _read_texts,
    **dict.fromkeys(("subject", "object", "of", "possessive"), _read_role),
    "prepositions": _read_prepositions,
    "counts": _read_count,
    "importance": _read_importance,
    **{field.name: _read_flag for field in fields(EventType) if field.type is bool},
    "distinct_words": lambda value, place: frozenset(_read_words(value, place)),
}
"""For each field of a type the function that reads its value; given the place, which it names if the value is wrong."""


def _refuse_doubles(found: tuple[Section, ...], file: str) -> None:
    """Raise WordTwice where a word stands twice in one index: nobody could say of which type it tells."""
    owners: dict[tuple[str, str], str] = {}
    for section in found:
        for key, words in section.words.items():
            for word in words if key in _LISTS_GIVING_TYPES else ():
                owner = owners.get((INDEX_OF_LIST[key], word))
                owners[INDEX_OF_LIST[key], word] = section.name
                if owner is not None:
                    raise faults.WordTwice(file, word, owner, section.name)
