"""The rows of what was read in files, one for each place; compressed."""

from sqlalchemy import delete, insert, select

from dossier.store.database import Database
from dossier.store.packed_rows import packed_row, unpacked
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
        with self._database.writing() as connection:
            connection.execute(delete(kept_readings).where(kept_readings.c.place == place))
            connection.execute(insert(kept_readings), packed_row(kept_readings, (place, key), [read]))
