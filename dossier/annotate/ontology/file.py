"""The file of an ontology: TOML, a table for each type, its words in lists. What is not understood is an error."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from dossier.errors import OntologyUnusable
from dossier.model import QuantityKind, Role

LISTS = {
    "verbs": "verbs",
    "phrases": "verbs",
    "verbs_of_people": "verbs_of_people",
    "nouns": "nouns",
    "weak_nouns": "nouns",
    "nouns_of_people": "nouns_of_people",
    "ergative": "ergative",
    "addressing": "addressing",
}
"""The lists of words a type may have, and the index in which their words stand: each word there once."""

_OWNED = tuple(key for key in LISTS if key not in ("ergative", "addressing"))
_TEXTS = ("about", "plover", "ace")
_ROLES = ("subject", "object", "of", "possessive")
_KEYS = (*_TEXTS, "cameo", *_ROLES, "prepositions", "counts", *LISTS)
_NAME = re.compile(r"[a-z][a-z0-9_-]*", re.ASCII)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*(?: [\w'’.-]+){0,2}")
_FORM = "docs/ontology.md describes the form of the file"


@dataclass(frozen=True, slots=True)
class Section:
    """One type as a file has it: what it says of the type, and its words by the name of their list."""

    name: str
    fields: Mapping[str, Any]
    words: Mapping[str, tuple[str, ...]]


def read_ontology(path: Path) -> str:
    """The text of a user's ontology file, checked. Raises OntologyUnusable with what is wrong and the way out."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyUnusable(f"{path} cannot be read: {error}", "give a TOML file in UTF-8") from error
    sections(text, str(path))
    return text


def sections(text: str, file: str) -> tuple[Section, ...]:
    """The types of an ontology's text; ``file`` is its name in messages. Raises OntologyUnusable."""
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is no TOMLDecodeError
        raise OntologyUnusable(f"{file} is not TOML: {error}", _FORM) from error
    found = tuple(_section(name, entry, file) for name, entry in table.items())
    _refuse_doubles(found, file)
    return found


def _section(name: str, entry: object, file: str) -> Section:
    if not _NAME.fullmatch(name):
        raise OntologyUnusable(f"{file}: {name!r} is no name of a type", "use small letters, digits, - and _")
    if not isinstance(entry, dict):
        raise OntologyUnusable(f"{file}: {name!r} stands outside a type", f"put it under a [type]; {_FORM}")
    unknown = sorted(entry.keys() - set(_KEYS))
    if unknown:
        raise OntologyUnusable(f"{file}: [{name}] has no key {unknown[0]!r}", f"the keys are {', '.join(_KEYS)}")
    place = f"{file}: [{name}]"
    fields = {key: _value(key, value, place) for key, value in entry.items() if key not in LISTS}
    words = {key: tuple(_words(f"{place} {key}", value)) for key, value in entry.items() if key in LISTS}
    return Section(name, fields, words)


def _value(key: str, value: object, place: str) -> object:
    """One field, as the model has it."""
    if key in _ROLES:
        return _member(Role, value, f"{place} {key}")
    if key == "counts":
        return _member(QuantityKind, value, f"{place} {key}")
    if key == "cameo":
        return tuple(_strings(f"{place} {key}", value))
    if key == "prepositions":
        if not isinstance(value, dict):
            raise OntologyUnusable(f"{place} prepositions is no table", 'write prepositions = { with = "instrument" }')
        return {word: _member(Role, role, f"{place} prepositions {word}") for word, role in value.items()}
    if not isinstance(value, str):
        raise OntologyUnusable(f"{place} {key} is no text", f'write {key} = "…"')
    return value


def _member(kind: type[StrEnum], value: object, place: str) -> StrEnum:
    if value not in list(kind):
        names = ", ".join(kind)
        raise OntologyUnusable(
            f"{place}: {value!r} is no {'role' if kind is Role else 'count'}", f"choose from {names}"
        )
    return kind(str(value))


def _words(place: str, value: object) -> Iterator[str]:
    for word in _strings(place, value):
        if not _WORD.fullmatch(word):
            raise OntologyUnusable(f"{place}: {word!r} is no word or phrase of up to three", "write lemmas: go to war")
        yield word


def _strings(place: str, value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise OntologyUnusable(f"{place} is no list of texts", 'write ["…", "…"]')
    return value


def _refuse_doubles(found: tuple[Section, ...], file: str) -> None:
    """Raise where a word stands twice in one index: nobody could say which type is meant."""
    owners: dict[tuple[str, str], str] = {}
    for section in found:
        for key, words in section.words.items():
            for word in words if key in _OWNED else ():
                owner = owners.get((LISTS[key], word))
                owners[LISTS[key], word] = section.name
                if owner is not None:
                    where = f"under [{owner}] and [{section.name}]" if owner != section.name else f"twice in [{owner}]"
                    raise OntologyUnusable(f"{file}: {word!r} stands {where}", "leave it in one list of one type")
