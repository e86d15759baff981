"""A store in one SQLite file: written where that is possible, and read as it is where not."""

import os
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from shutil import disk_usage
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine
from sqlalchemy.exc import SQLAlchemyError

from dossier.errors import StoreUnusable
from dossier.store.engine import BUSY, PATIENCE

_FULL = "make room on its disk, or name another with --store; what it holds is kept"
_DAMAGED = "take it from a copy, or name another with --store: that one is filled from the sources"
_ROOM_TO_OPEN = 1 << 16
"""Bytes: SQLite takes 32,768 for the index of a log, and a page or two for the log."""
_DAMAGE_CODES = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR")


class SqliteEngine:
    """A file at ``path``, made if need be, readable by its owner alone.

    It keeps a log of what is written (WAL), so that who reads need not wait for who writes. The log lies beside it
    while it is open.
    """

    def __init__(self, path: Path) -> None:
        """Raises StoreUnusable when the file can be neither written nor read."""
        self.path = path
        self._is_writable = _is_writable(path)

    @property
    def name(self) -> str:
        """The path."""
        return os.fspath(self.path)

    @property
    def lock_file(self) -> Path | None:
        """A hidden file beside it."""
        return self.path.with_name(f".{self.path.name}.lock")

    @property
    def has_word_index(self) -> bool:
        """It has."""
        return True

    @property
    def is_shared(self) -> bool:
        """No: a file with other tables is the file of another program."""
        return False

    def open(self) -> Engine:
        """Open the file."""
        # SQLite alone is to decode the address: SQLAlchemy takes it as it is
        address = f"file:{quote(os.fspath(self.path.absolute()))}"
        query = {"mode": "rw", "uri": "true"} if self._is_writable else {"mode": "ro", "uri": "true"}
        if not (self._is_writable or self._has_log() or os.access(self.path.parent, os.W_OK)):
            query["immutable"] = "1"  # else SQLite would begin a log beside it, where nothing can be written
        return create_engine(URL.create("sqlite", database=address, query=query), connect_args={"timeout": PATIENCE})

    def settle(self, engine: Engine) -> None:
        """Have the file keep a log; one that others use, or whose disk several machines share, stays as it is."""
        if self._is_writable:
            with suppress(SQLAlchemyError), engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")

    def is_read_only(self, connection: Connection) -> bool:
        """Whether the file, or where it lies, cannot be written."""
        return not self._is_writable

    def begin_reading(self, connection: Connection) -> None:
        """Nothing: each statement sees what was saved last."""

    def begin_writing(self, connection: Connection) -> None:
        """Take the place of the one writer."""
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    def begin_snapshot(self, connection: Connection) -> None:
        """Begin a transaction: the log keeps what others save meanwhile."""
        connection.exec_driver_sql("BEGIN")

    def size(self, connection: Connection) -> int:
        """The bytes of the file, with what its log will add."""
        pages, size = (
            connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in ("page_count", "page_size")
        )
        return int(pages * size)

    def compact(self, connection: Connection) -> None:
        """Write the file anew, which takes as much room as it has, and put the log into it."""
        connection.exec_driver_sql("VACUUM")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def fault(self, connection: Connection) -> str:
        """What SQLite's own check of the file finds first."""
        faults = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        return "" if faults == ["ok"] else str(faults[0])

    def unusable(self, error: SQLAlchemyError | UnicodeDecodeError) -> StoreUnusable:
        """The error; UnicodeDecodeError where SQLite's own words are damaged."""
        cause = getattr(error, "orig", None) or error
        code = getattr(cause, "sqlite_errorname", "")
        if code.startswith("SQLITE_IOERR") and self._has_no_room():
            return StoreUnusable(f"cannot use {self.path} as a store: {cause}, since the disk is full", _FULL)
        is_damaged = isinstance(cause, UnicodeDecodeError) or code.startswith(_DAMAGE_CODES)
        advice = _FULL if code == "SQLITE_FULL" else _DAMAGED if is_damaged else BUSY
        return StoreUnusable(f"cannot use {self.path} as a store: {cause}", advice)

    def reserved(self) -> AbstractContextManager[None]:
        """Nothing: a build holds ``lock_file``."""
        return nullcontext()

    def _has_no_room(self) -> bool:
        """Whether its disk has no room for what SQLite keeps beside the file, even to read it."""
        try:
            return disk_usage(self.path.parent).free < _ROOM_TO_OPEN
        except OSError:
            return False

    def _has_log(self) -> bool:
        return self.path.with_name(f"{self.path.name}-wal").exists()


def _is_writable(path: Path) -> bool:
    """Whether the file can be written to; it is made if need be. Raises StoreUnusable when it cannot be read either."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        if os.access(path, os.R_OK) and path.is_file():
            return False
        raise StoreUnusable(
            f"cannot use {path} as a store: {error.strerror or error}", "name another with --store"
        ) from error
    return True
