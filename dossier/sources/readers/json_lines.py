"""JSON Lines: one article a line."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator

from dossier.sources import jsonl
from dossier.sources.reader import InputFile, Part, Reader

_OBJECT = re.compile(rb'\s*\{\s*"')


def recognises(start: bytes) -> bool:
    """Whether the first bytes begin a JSON object."""
    return _OBJECT.match(start.removeprefix(BOM_UTF8)) is not None


def _read(file: InputFile) -> Iterator[Part]:
    return (Part(outcome, f":{number}") for number, outcome in jsonl.read(jsonl.lines(file.stream)))


JSON_LINES = Reader(name="JSON Lines", suffixes=(".jsonl", ".ndjson"), read=_read)
