"""The rows of the case resolved last: its contents, its events and actors, the timeline of each actor; compressed."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, delete, insert, select

from dossier.codec import decode_case_contents, encode_case_contents
from dossier.model import CaseContents
from dossier.store.packed_rows import lines_of, packed_row, unpacked
from dossier.store.tables import kept_cases, kept_events, kept_timelines


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
    connection.execute(insert(kept_cases), packed_row(kept_cases, (key,), [encode_case_contents(contents)]))
    connection.execute(insert(kept_events), packed_row(kept_events, (key,), findings))
    rows = [packed_row(kept_timelines, (key, actor), [timeline]) for actor, timeline in timelines]
    if rows:
        connection.execute(insert(kept_timelines), rows)


def forget(connection: Connection) -> None:
    """Remove the case that is kept."""
    for table in (kept_events, kept_timelines, kept_cases):
        connection.execute(delete(table))


def contents_of(connection: Connection, key: str) -> CaseContents | None:
    """The contents of the case with this key; None when another one is kept, or none, or the row is damaged."""
    row = connection.execute(select(kept_cases).where(kept_cases.c.key == key)).one_or_none()
    body = unpacked(row) if row else None
    try:
        return decode_case_contents(body) if body else None
    except ValueError:
        return None


def findings_of(connection: Connection, key: str) -> Iterator[bytes] | None:
    """The lines of the events and actors of the case with this key; None as in ``contents_of``.

    They are unpacked as they are asked for, so that never all of them are held.
    """
    row = connection.execute(select(kept_events).where(kept_events.c.case == key)).one_or_none()
    return lines_of(row) if row else None


def timeline_of(connection: Connection, key: str, actor: str) -> bytes | None:
    """The timeline of an actor of the case with this key, as JSON; None as in ``contents_of``."""
    its_own = (kept_timelines.c.case == key) & (kept_timelines.c.actor == actor)
    row = connection.execute(select(kept_timelines).where(its_own)).one_or_none()
    return unpacked(row) if row else None
