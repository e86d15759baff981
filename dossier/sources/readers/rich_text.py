"""A document in Rich Text Format: one article, its words alone."""

import re
from collections.abc import Iterator
from typing import Any

from dossier.sources.draft import Draft
from dossier.sources.press.press_bundles import told_apart
from dossier.sources.reader import InputFile, Part, Reader, numbered
from dossier.sources.unreadable import Unreadable

_START = b"{\\rtf"
_SAVE_IT = "open it in its program, and save it as plain text (.txt)"
_PICTURE = re.compile(rb"[0-9a-fA-F\s]{2000,}")
"""The bytes of a picture, as digits: they may be most of a file."""


def _recognises(start: bytes) -> bool:
    return start.startswith(_START)


def _read(file: InputFile) -> Iterator[Part]:
    data = file.content(64_000_000, _SAVE_IT)
    if not _recognises(data):
        raise Unreadable("no Rich Text Format, as its name says", "rename it to .txt if it is plain text")
    try:
        text: str = _library().rtf_to_text(_PICTURE.sub(b" ", data).decode("latin-1"), errors="replace")
    except Exception as error:
        # a hostile file may make the library raise anything, which must not end the run
        raise Unreadable(f"not a document that can be read ({type(error).__name__})", _SAVE_IT) from error
    yield from numbered(told_apart(Draft(text=re.sub(r"\n(?=[^\n])", "\n\n", text).strip())))


def _library() -> Any:
    from striprtf import striprtf  # many runs see no such file

    return striprtf


RICH_TEXT = Reader(name="a document in Rich Text Format", suffixes=(".rtf",), read=_read, recognises=_recognises)
