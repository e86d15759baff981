"""What a store asks of the database under it; SQLite and PostgreSQL each answer in a module of their own."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from dossier.errors import StoreUnusable

PATIENCE = 5
"""Seconds that a writer waits for another. A build writes a few rows at a time. Set by hand."""
BUSY = "if another build is using it, try again when that has ended; or name another with --store"


class StoreEngine(Protocol):
    """A database that can be a store."""

    @property
    def name(self) -> str:
        """What messages call the store: its path or address, never a password."""

    @property
    def lock_file(self) -> Path | None:
        """The file that a build locks, so that no other uses the store; None where ``reserved`` does that."""

    @property
    def has_word_index(self) -> bool:
        """Whether it has SQLite's index of words (FTS5)."""

    @property
    def is_shared(self) -> bool:
        """Whether tables of others may lie beside those of the store."""

    def open(self) -> Engine:
        """Reach the database; it is made where that can be done. Raises StoreUnusable."""

    def settle(self, engine: Engine) -> None:
        """Called once the store is known to be one of this version: set what holds for the whole database."""

    def is_read_only(self, connection: Connection) -> bool:
        """Whether nothing can be written."""

    def begin_reading(self, connection: Connection) -> None:
        """Called first in each transaction that only reads."""

    def begin_writing(self, connection: Connection) -> None:
        """Called first in each transaction that writes: nobody else writes until it ends."""

    def begin_snapshot(self, connection: Connection) -> None:
        """Called first in a transaction whose statements are all to see the store as it is now."""

    def size(self, connection: Connection) -> int:
        """How many bytes the store takes on its disk."""

    def compact(self, connection: Connection) -> None:
        """Give back the room of what was removed; the connection begins no transaction."""

    def fault(self, connection: Connection) -> str:
        """What the database itself says is damaged in its files; empty where it finds nothing."""

    def unusable(self, error: SQLAlchemyError | UnicodeDecodeError) -> StoreUnusable:
        """An error of the database in words, with the way out."""

    def reserved(self) -> AbstractContextManager[None]:
        """Keep every other build away from the store. Raises AlreadyRunning when one is using it."""
