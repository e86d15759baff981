"""The rows of judgements, in the order in which they were saved."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, Row, delete, func, insert, select

from dossier.codec import decode_judgement, encode_judgement
from dossier.model import Judgement
from dossier.store.checksums import checksum
from dossier.store.records import DamagedRow, StoredJudgement
from dossier.store.tables import judgements

_DAMAGED = "damaged-"
"""What stands before the number of a damaged row, whose judgement has no id that can be trusted."""
_SHOWN = 160
"""The most characters that are shown of what is left of a damaged row. Set by hand."""


def stored(connection: Connection) -> list[tuple[int, StoredJudgement]]:
    """The judgements with the numbers of their rows; damaged rows are left out."""
    return [(row.number, found) for row in _rows(connection) if (found := _judgement(row))]


def add(connection: Connection, new: Sequence[Judgement]) -> list[Judgement]:
    """Save the judgements after all others, and return those that are new; the same one that is there moves."""
    numbers = {one.judgement: number for number, one in stored(connection) if one.withdrawn_by is None}
    moved = [numbers[judgement] for judgement in new if judgement in numbers]
    last = connection.execute(select(func.max(judgements.c.number))).scalar() or 0
    for number in moved:
        connection.execute(delete(judgements).where(judgements.c.number == number))
    bodies = [encode_judgement(judgement) for judgement in new]
    rows = [
        {"number": number, "body": body, "checksum": checksum(number, body, None, None)}
        for number, body in enumerate(bodies, last + 1)
    ]
    if rows:
        connection.execute(insert(judgements), rows)
    return [judgement for judgement in new if judgement not in numbers]


def withdraw(connection: Connection, judgement_id: str, by: str, on: date) -> Judgement | None:
    """Withdraw the judgement with this id and return it; None where none has it, or it is withdrawn already."""
    for row in _rows(connection):
        found = _judgement(row)
        if found and found.withdrawn_by is None and found.judgement.id == judgement_id:
            attested = checksum(row.number, row.body, by, on.isoformat())
            cells = {"withdrawn_by": by, "withdrawn_on": on.isoformat(), "checksum": attested}
            connection.execute(judgements.update().where(judgements.c.number == row.number).values(cells))
            return found.judgement
    return None


def drop_damaged(connection: Connection, key: str) -> DamagedRow | None:
    """Remove the damaged row that is known by this key, and return it; None where there is none."""
    for row in damaged(connection):
        if row.key == key:
            number = int(key.removeprefix(_DAMAGED))
            connection.execute(delete(judgements).where(judgements.c.number == number))
            return row
    return None


def damaged(connection: Connection) -> list[DamagedRow]:
    """The rows that are not as they were saved."""
    return [
        DamagedRow("judgement", f"{_DAMAGED}{row.number}", _what_is_left(row.body))
        for row in _rows(connection)
        if _judgement(row) is None
    ]


def add_checksums(connection: Connection) -> None:
    """Give each row its checksum."""
    for row in _rows(connection):
        its = judgements.update().where(judgements.c.number == row.number)
        connection.execute(its.values(checksum=_attested(row)))


def _rows(connection: Connection) -> Sequence[Row[tuple[int, bytes, str, str, bytes]]]:
    return connection.execute(select(judgements).order_by(judgements.c.number)).all()


def _attested(row: Row[tuple[int, bytes, str, str, bytes]]) -> bytes:
    return checksum(row.number, row.body, row.withdrawn_by, row.withdrawn_on)


def _judgement(row: Row[tuple[int, bytes, str, str, bytes]]) -> StoredJudgement | None:
    """The judgement of a row; None where the row is damaged."""
    try:
        if row.checksum != _attested(row):
            return None
        withdrawn_on = date.fromisoformat(row.withdrawn_on) if row.withdrawn_on else None
        return StoredJudgement(decode_judgement(row.body), row.withdrawn_by, withdrawn_on)
    except ValueError:
        return None


def _what_is_left(body: object) -> str:
    return (body.decode("utf-8", "replace") if isinstance(body, bytes) else str(body))[:_SHOWN]
