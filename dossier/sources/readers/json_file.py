"""JSON: one article a line, or a document that holds one or several."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from itertools import chain

from dossier.sources.reader import InputFile, Part, Reader, numbered
from dossier.sources.records import json_document, jsonl
from dossier.sources.records.json_values import json_value
from dossier.sources.unreadable import Unreadable

_OF_LINES = (".jsonl", ".ndjson")
_LINE = re.compile(rb'\s*\{\s*"')
_DOCUMENT = re.compile(rb'\s*(?:\[\s*\{\s*"|\{\s*\n\s*"|window\.YTD\.\w)')
"""What begins a document over several lines."""


def is_line(start: bytes) -> bool:
    """Whether the first bytes begin a JSON object on its line."""
    return _LINE.match(start.removeprefix(BOM_UTF8)) is not None and not _begins_document(start)


def _begins_document(start: bytes) -> bool:
    return _DOCUMENT.match(start.removeprefix(BOM_UTF8)) is not None


def _recognises(start: bytes) -> bool:
    return is_line(start) or _begins_document(start)


def _read(file: InputFile) -> Iterator[Part]:
    if file.name.lower().endswith(_OF_LINES) and not _begins_document(file.start()):
        return _of_lines(jsonl.lines(file.stream))
    first = file.stream.readline(jsonl.MAX_LINE_BYTES)
    if _is_object(first) and file.stream.peek(1).strip():
        return _of_lines(chain([first], jsonl.lines(file.stream)))
    rest = file.content(json_document.MAX_DOCUMENT_BYTES, json_document.WAY_OUT)
    return numbered(json_document.read(first + rest))


def _of_lines(lines: Iterable[bytes]) -> Iterator[Part]:
    return (Part(outcome, place) for place, outcome in jsonl.read(lines))


def _is_object(line: bytes) -> bool:
    """Whether a line is a whole object, so that the next line is another."""
    try:
        return line.endswith(b"\n") and isinstance(json_value(line.decode("utf-8-sig")), dict)
    except (Unreadable, UnicodeDecodeError):
        return False


JSON_FILE = Reader(name="JSON", suffixes=(*_OF_LINES, ".json", ".js"), read=_read, recognises=_recognises)
