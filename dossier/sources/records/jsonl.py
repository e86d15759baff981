"""Read JSON Lines: one article a line, one line at a time, so that a feed of any length fits into memory."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from dossier.sources.decode import refuse_binary, utf8
from dossier.sources.draft import Draft
from dossier.sources.records.json_document import drafts_of_value
from dossier.sources.records.json_values import ADVICE, json_value
from dossier.sources.unreadable import Unreadable

MAX_LINE_BYTES = 8_000_000
"""Bytes of the longest line: room for a million characters, each written as ``\\uXXXX``, and for the other keys."""
_CHUNK_BYTES = 64 * 1024
"""Bytes of an overlong line that are passed over at a time. Set by hand; no measurement is recorded."""


def lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream with their ends. Of a line over MAX_LINE_BYTES only MAX_LINE_BYTES + 1 bytes are kept."""
    while line := stream.readline(MAX_LINE_BYTES + 1):
        yield line
        if len(line) > MAX_LINE_BYTES and not line.endswith(b"\n"):
            _skip_line(stream)


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(_CHUNK_BYTES)) and not rest.endswith(b"\n"):
        pass


def read(lines: Iterable[bytes]) -> Iterator[tuple[str, Draft | Unreadable]]:
    """The place of each line that is not blank (":12"), with its draft or the reason why there is none.

    A line may hold several articles, as a service answers; then each has its number, too (":12.1"). Raises Unreadable
    when the first line shows that the stream is binary.
    """
    for number, line in enumerate(lines, start=1):
        if number == 1:
            refuse_binary(line)
        entry = line.removeprefix(BOM_UTF8) if number == 1 else line
        if entry.strip():
            outcomes = list(_outcomes(entry))
            for part, outcome in enumerate(outcomes, start=1):
                yield (f":{number}" if len(outcomes) == 1 else f":{number}.{part}"), outcome


def _outcomes(line: bytes) -> Iterator[Draft | Unreadable]:
    try:
        if len(line) > MAX_LINE_BYTES:
            raise Unreadable(f"a line of more than {MAX_LINE_BYTES:,} bytes", "split the article into several lines")
        value = json_value(utf8(line))
        if not isinstance(value, dict):
            raise Unreadable("not a JSON object", ADVICE)
        yield from drafts_of_value(value)
    except Unreadable as problem:
        yield problem
