"""The rows of what is kept, with compressed bodies, and the lines of these."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, select

from dossier.store.checksums import checksum
from dossier.store.records import DamagedRow
from dossier.store.tables import kept_cases, kept_events, kept_readings, kept_shelves, kept_timelines

_LEVEL = 1
"""Of zlib, from 1 (fast) to 9. On the timelines of 295 news articles (33 MB), level 1 took 0.3 s and left 6.7 MB."""
_UNPACKED_AT_ONCE = 1 << 20
"""Bytes of lines that are unpacked at a time, at most. Set by hand."""


_NAMED_BY = {
    kept_cases: ("key",),
    kept_events: ("case",),
    kept_timelines: ("actor",),
    kept_shelves: ("shelf", "part"),
    kept_readings: ("place",),
}
"""The tables of such rows, and the columns by which one is named to a user."""


def packed_row(table: Table, key: Sequence[str], pieces: Iterable[bytes]) -> dict[str, str | bytes]:
    """A row of a table whose last columns are the body and its checksum; ``key`` has the cells before them."""
    packer = zlib.compressobj(_LEVEL)
    body = b"".join((*map(packer.compress, pieces), packer.flush()))
    return dict(zip(table.columns.keys(), (*key, body, checksum(*key, body)), strict=True))


def unpacked(row: Sequence[Any]) -> bytes | None:
    """The content of a row; None where the row is damaged."""
    *key, body, attested = row
    try:
        return zlib.decompress(body) if attested == checksum(*key, body) else None
    except zlib.error:
        return None


def lines_of(row: Sequence[Any]) -> Iterator[bytes] | None:
    """The lines of a row, unpacked as they are asked for, so that never all are held; None where it is damaged."""
    *key, body, attested = row
    return _lines(body) if attested == checksum(*key, body) else None


def damaged(connection: Connection) -> Iterator[DamagedRow]:
    """The rows that are not as they were saved."""
    for table, columns in _NAMED_BY.items():
        for row in connection.execute(select(table)):
            if unpacked(row) is None:
                yield DamagedRow(table.name, " ".join(str(getattr(row, column)) for column in columns))


def _lines(body: bytes) -> Iterator[bytes]:
    unpacker, rest, begun = zlib.decompressobj(), body, b""
    while rest and not unpacker.eof:
        *lines, begun = (begun + unpacker.decompress(rest, _UNPACKED_AT_ONCE)).split(b"\n")
        rest = unpacker.unconsumed_tail
        yield from (line + b"\n" for line in lines)
