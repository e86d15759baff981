"""Find who published an article, who wrote it, where and in which language, in an object of JSON or in front matter."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dossier.sources.draft import DraftNote
from dossier.sources.records.record_lookup import TABLES, WEB_ADDRESS, FoundPart, found_parts, names
from dossier.sources.records.record_text import joined_text

_KEYS = TABLES["parts"]
OWN_KEYS = tuple(_KEYS)
_BY = re.compile(r"(?:by:?|By:?|BY:?)\s+(?=[^\W\da-z_])")
_TYPE_WORDS = {dict: "an object", list: "a list", bool: "true or false", int: "a number", float: "a number"}


@dataclass(frozen=True, slots=True)
class RecordParts:
    """The parts of a record by their own keys, the places where each was found, and what could not be read."""

    values: Mapping[str, str]
    places: Mapping[str, FoundPart]
    notes: tuple[DraftNote, ...]


def record_parts(record: Mapping[str, object]) -> RecordParts:
    """The parts under our own keys, else under those of other tools, by ``record_keys.toml``.

    A value that cannot be read costs its part alone: the next key counts, and a note says so.
    """
    values: dict[str, str] = {}
    places: dict[str, FoundPart] = {}
    notes: list[DraftNote] = []
    for name, read in _READ.items():
        for part in found_parts(record, _KEYS[name]):
            if value := read(part):
                values[name], places[name] = value, part
                break
            if part.keys == (name,):
                notes.append(_unread(part))
    return RecordParts(values, places, tuple(notes))


def _line(part: FoundPart) -> str:
    """A text, or the text in an object ("rendered", "main")."""
    return part.value if isinstance(part.value, str) else joined_text(part.value) if _is_object(part) else ""


def _string(part: FoundPart) -> str:
    return part.value if isinstance(part.value, str) else ""


def _id(part: FoundPart) -> str:
    # a number is an id too, since databases number their rows
    is_number = isinstance(part.value, int) and not isinstance(part.value, bool)
    return str(part.value) if is_number else _string(part)


def _url(part: FoundPart) -> str:
    """Our own key holds what the user calls the address; the others may hold anything."""
    address = _string(part)
    return address if part.keys == ("url",) or WEB_ADDRESS.fullmatch(address.strip()) else ""


def _publisher(part: FoundPart) -> str:
    return part.value if part.keys == ("publisher",) and isinstance(part.value, str) else "; ".join(names(part.value))


def _author(part: FoundPart) -> str:
    return "; ".join(_BY.sub("", name, count=1) for name in names(part.value))


def _is_object(part: FoundPart) -> bool:
    return isinstance(part.value, dict)


def _unread(part: FoundPart) -> DraftNote:
    what = _TYPE_WORDS.get(type(part.value), "nothing that can be read")
    return DraftNote(f'its "{part.place}" is {what}, and was passed over', "write it as one string")


_READ: Mapping[str, Callable[[FoundPart], str]] = {
    "id": _id,
    "title": _line,
    "url": _url,
    "publisher": _publisher,
    "author": _author,
    "language": _string,
    "reliability": _string,
}
"""How each part is read; an empty string means that it cannot be."""
