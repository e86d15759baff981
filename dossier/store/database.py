"""The SQLite file of a store: opened for writing where that is possible, and read as it is where not."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from sqlalchemy import URL, Connection, create_engine
from sqlalchemy.exc import SQLAlchemyError

from dossier.errors import StoreUnusable
from dossier.store.layout import bring_up_to_date, is_current

T = TypeVar("T")
IDS_PER_STATEMENT = 500
"""How many ids one SQL statement lists: fewer than the 999 parameters that SQLite before 3.32 allows."""
_BUSY = "if another build is using it, try again when that has ended; or name another with --store"
_FULL = "make room on its disk, or name another with --store; what it holds is kept"
_DAMAGED = "take it from a copy, or name another with --store: that one is filled from the sources"
_DAMAGE_CODES = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR")


class Database:
    """The open file. Every use of it raises StoreUnusable when SQLite reports an error."""

    def __init__(self, path: Path) -> None:
        """Open the file at ``path``, or make it. A new file is readable by its owner alone.

        A file that cannot be written to is opened to be read. One of an earlier layout gets the tables and columns it
        lacks and loses nothing. Raises StoreUnusable when the file cannot be used, or when a later version of Dossier
        made it.
        """
        self.path = path
        self.is_read_only = not _is_writable(path)
        mode = "ro" if self.is_read_only else "rw"
        address = (
            f"file:{quote(os.fspath(path.absolute()))}"  # SQLite alone is to decode it: SQLAlchemy takes it as it is
        )
        self._engine = create_engine(URL.create("sqlite", database=address, query={"mode": mode, "uri": "true"}))
        try:
            self._bring_up_to_date()
        except StoreUnusable:
            self.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read with."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except (SQLAlchemyError, UnicodeDecodeError) as error:  # the latter where SQLite's own words are damaged
            raise self._unusable(error) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are all saved, or none; nobody else can write before it is done."""
        with self.reading() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection

    def _bring_up_to_date(self) -> None:
        with self.reading() as connection:
            if is_current(connection, self.path):
                return
        if self.is_read_only:
            raise StoreUnusable(
                f"{self.path} is of an earlier layout and cannot be written to", "name a copy of it that can be"
            )
        with self.writing() as connection:
            # of two who open a new store at once, one makes the tables, and the other waits and finds them
            if not is_current(connection, self.path):
                bring_up_to_date(connection)

    def _unusable(self, error: SQLAlchemyError | UnicodeDecodeError) -> StoreUnusable:
        cause = getattr(error, "orig", None) or error
        code = getattr(cause, "sqlite_errorname", "")
        is_damaged = isinstance(cause, UnicodeDecodeError) or code.startswith(_DAMAGE_CODES)
        advice = _FULL if code == "SQLITE_FULL" else _DAMAGED if is_damaged else _BUSY
        return StoreUnusable(f"cannot use {self.path} as a store: {cause}", advice)


def chunks(items: Iterable[T]) -> Iterator[list[T]]:
    """The items in lists of at most ``IDS_PER_STATEMENT``."""
    rest = iter(items)
    while chunk := list(islice(rest, IDS_PER_STATEMENT)):
        yield chunk


def _is_writable(path: Path) -> bool:
    """Whether the file can be written to; it is made if need be. Raises StoreUnusable when it cannot be read either."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        if os.access(path, os.R_OK) and path.is_file():
            return False
        raise StoreUnusable(f"cannot use {path} as a store: {error}", "name another with --store") from error
    return True
