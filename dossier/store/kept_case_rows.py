"""The rows of the case resolved last: its contents, its events and actors, the timeline of each actor; compressed."""

import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from dossier.codec import decode_case_contents, encode_case_contents
from dossier.model import CaseContents
from dossier.store.checksums import checksum
from dossier.store.records import DamagedRow
from dossier.store.tables import kept_cases, kept_events, kept_timelines

_LEVEL = 1
"""Of zlib, from 1 (fast) to 9. On the timelines of 295 news articles (33 MB), level 1 took 0.3 s and left 6.7 MB."""

_UNPACKED_AT_ONCE = 1 << 20
"""Bytes of findings that are unpacked at a time, at most. Set by hand."""


def keep(
    connection: Connection,
    key: str,
    contents: CaseContents,
    findings: Iterable[bytes],
    timelines: Iterable[tuple[str, bytes]],
) -> None:
    """Keep a case under its key, in place of the one before.

    ``findings`` come in lines; ``timelines`` are JSON, with the actor's id.
    """
    forget(connection)
    body = _packed([encode_case_contents(contents)])
    connection.execute(insert(kept_cases).values(key=key, body=body, checksum=checksum(key, body)))
    body = _packed(findings)
    connection.execute(insert(kept_events).values(case=key, body=body, checksum=checksum(key, body)))
    packed = ((actor, _packed([timeline])) for actor, timeline in timelines)
    rows = [
        {"case": key, "actor": actor, "body": body, "checksum": checksum(key, actor, body)} for actor, body in packed
    ]
    if rows:
        connection.execute(insert(kept_timelines), rows)


def forget(connection: Connection) -> None:
    """Remove the case that is kept."""
    for table in (kept_events, kept_timelines, kept_cases):
        connection.execute(delete(table))


def contents_of(connection: Connection, key: str) -> CaseContents | None:
    """The contents of the case with this key; None when another one is kept, or none, or the row is damaged."""
    row = connection.execute(select(kept_cases).where(kept_cases.c.key == key)).one_or_none()
    unpacked = _unpacked(row) if row else None
    try:
        return decode_case_contents(unpacked) if unpacked else None
    except ValueError:
        return None


def findings_of(connection: Connection, key: str) -> Iterator[bytes] | None:
    """The lines of the events and actors of the case with this key; None as in ``contents_of``.

    They are unpacked as they are asked for, so that never all of them are held.
    """
    row = connection.execute(select(kept_events).where(kept_events.c.case == key)).one_or_none()
    return _lines(row.body) if row and row.checksum == checksum(key, row.body) else None


def timeline_of(connection: Connection, key: str, actor: str) -> bytes | None:
    """The timeline of an actor of the case with this key, as JSON; None as in ``contents_of``."""
    its_own = (kept_timelines.c.case == key) & (kept_timelines.c.actor == actor)
    row = connection.execute(select(kept_timelines).where(its_own)).one_or_none()
    return _unpacked(row) if row else None


def damaged(connection: Connection) -> Iterator[DamagedRow]:
    """The rows that are not as they were saved."""
    for table, name in ((kept_cases, "key"), (kept_events, "case"), (kept_timelines, "actor")):
        for row in connection.execute(select(table)):
            if _unpacked(row) is None:
                yield DamagedRow(table.name, str(getattr(row, name)))


def _unpacked(row: Row[Any]) -> bytes | None:
    """The content of a row, whose last columns are the body and its checksum; None where the row is damaged."""
    *key, body, attested = tuple(row)
    try:
        return zlib.decompress(body) if attested == checksum(*key, body) else None
    except zlib.error:
        return None


def _lines(body: bytes) -> Iterator[bytes]:
    """The lines of a compressed body."""
    unpacker, rest, begun = zlib.decompressobj(), body, b""
    while rest and not unpacker.eof:
        *lines, begun = (begun + unpacker.decompress(rest, _UNPACKED_AT_ONCE)).split(b"\n")
        rest = unpacker.unconsumed_tail
        yield from (line + b"\n" for line in lines)


def _packed(pieces: Iterable[bytes]) -> bytes:
    packer = zlib.compressobj(_LEVEL)
    return b"".join((*map(packer.compress, pieces), packer.flush()))
