"""What a file is that is not read, by the ending of its name, and the way to one that is."""

import re
from pathlib import Path

from dossier.sources.unreadable import Unreadable
from dossier.text.word_lists import word_tables

_TABLES = word_tables("dossier.sources", "file_kinds.toml")
_KIND_BY_ENDING = {ending: kind for kind, endings in _TABLES["endings"].items() for ending in endings.split()}
_PAGE = re.compile(rb"\s*(?:<!doctype\s+html|<html|<head)\b", re.IGNORECASE)
_PAGE_BYTES = 1024
"""Bytes in which a page without an ending shows that it is one. Set by hand: as many as browsers look at."""


def unread_kind(path: Path, read: str) -> Unreadable:
    """The error for a file that is not read: its kind, and what to do. ``read`` lists the endings that are read.

    The file is opened only where its name has no ending.
    """
    name = path.name.lower()
    endings = [name[place:] for place, char in enumerate(name) if char == "." and place]
    kind = next((_KIND_BY_ENDING[ending] for ending in endings if ending in _KIND_BY_ENDING), None)
    if kind is None and not endings:
        kind = "a web page without an ending" if _is_page(path) else "a file without an ending"
    if kind is None:
        return Unreadable(f"not a kind of file Dossier reads ({read})", "save its text as .txt")
    return Unreadable(f"{kind}, which Dossier does not read", _TABLES["ways_out"][kind])


def _is_page(path: Path) -> bool:
    with path.open("rb") as stream:
        return _PAGE.match(stream.read(_PAGE_BYTES)) is not None
