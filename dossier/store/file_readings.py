"""The rows of what was read in files, one for each place; compressed."""

from collections.abc import Iterator

from sqlalchemy import Connection, delete, insert, select

from dossier.store.checksums import checksum
from dossier.store.database import Database
from dossier.store.packed_rows import packed, unpacked
from dossier.store.records import DamagedRow
from dossier.store.tables import kept_readings


class FileReadings:
    """What a store keeps of files that were read. What is damaged is not there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, place: str, key: str) -> bytes | None:
        """What was read in the file at this place under this key; None where it is not kept."""
        with self._database.reading() as connection:
            row = connection.execute(select(kept_readings).where(kept_readings.c.place == place)).one_or_none()
        return unpacked(row) if row and row.key == key else None

    def put(self, place: str, key: str, read: bytes) -> None:
        """Keep what was read in the file at this place, instead of what was read there before."""
        body = packed([read])
        with self._database.writing() as connection:
            connection.execute(delete(kept_readings).where(kept_readings.c.place == place))
            row = {"place": place, "key": key, "body": body, "checksum": checksum(place, key, body)}
            connection.execute(insert(kept_readings), row)


def damaged(connection: Connection) -> Iterator[DamagedRow]:
    """The rows that are not as they were saved."""
    for row in connection.execute(select(kept_readings)):
        if unpacked(row) is None:
            yield DamagedRow(kept_readings.name, row.place)
