"""Read JSON Lines: one article a line, one line at a time, so that a feed of any length fits into memory."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from math import isfinite
from typing import BinaryIO, NoReturn

from dossier.sources import article_record
from dossier.sources.decode import refuse_binary, utf8
from dossier.sources.draft import Draft
from dossier.sources.record_lookup import unwrapped
from dossier.sources.stated_marking import marked_as_stated
from dossier.sources.unreadable import Unreadable

MAX_LINE_BYTES = 8_000_000
"""Bytes of the longest line: room for a million characters, each written as ``\\uXXXX``, and for the other keys."""
_CHUNK_BYTES = 64 * 1024
"""Bytes of an overlong line that are passed over at a time. Set by hand; no measurement is recorded."""
_ADVICE = 'write one object a line: {"text": "…"}'


def lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream with their ends. Of a line over MAX_LINE_BYTES only MAX_LINE_BYTES + 1 bytes are kept."""
    while line := stream.readline(MAX_LINE_BYTES + 1):
        yield line
        if len(line) > MAX_LINE_BYTES and not line.endswith(b"\n"):
            _skip_line(stream)


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(_CHUNK_BYTES)) and not rest.endswith(b"\n"):
        pass


def read(lines: Iterable[bytes]) -> Iterator[tuple[int, Draft | Unreadable]]:
    """The number of each line that is not blank, with its draft or the reason why there is none.

    Raises Unreadable when the first line shows that the stream is binary.
    """
    for number, line in enumerate(lines, start=1):
        if number == 1:
            refuse_binary(line)
        entry = line.removeprefix(BOM_UTF8) if number == 1 else line
        if entry.strip():
            yield number, _outcome(entry)


def _outcome(line: bytes) -> Draft | Unreadable:
    try:
        if len(line) > MAX_LINE_BYTES:
            raise Unreadable(f"a line of more than {MAX_LINE_BYTES:,} bytes", "split the article into several lines")
        fields = unwrapped(_object(line))
        with marked_as_stated(fields):
            return article_record.draft_of_object(fields)
    except Unreadable as problem:
        return problem


def _object(line: bytes) -> dict[str, object]:
    try:
        value = json.loads(
            utf8(line), parse_constant=_refuse, parse_float=_finite, object_pairs_hook=_without_repetition
        )
    except json.JSONDecodeError as error:
        raise Unreadable(f"not JSON: {error.msg} at column {error.colno}", _ADVICE) from None
    except ValueError as error:
        raise Unreadable(f"not JSON: {error}", _ADVICE) from None
    except RecursionError:
        raise Unreadable("JSON that is nested too deeply") from None
    if not isinstance(value, dict):
        raise Unreadable("not a JSON object", _ADVICE)
    return value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON number")


def _finite(digits: str) -> float:
    value = float(digits)
    if not isfinite(value):
        raise ValueError(f"the number {digits} is too large")
    return value


def _without_repetition(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key is there twice")
    return found
