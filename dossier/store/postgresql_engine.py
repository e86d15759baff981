"""A store in a database of PostgreSQL, in the schema that its address gives."""

import os
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, func, select
from sqlalchemy.exc import SQLAlchemyError

from dossier.errors import AlreadyRunning, StoreUnusable
from dossier.model import StoreUrl
from dossier.store.engine import BUSY, PATIENCE
from dossier.store.tables import metadata

if TYPE_CHECKING:
    import psycopg

_WRITING, _BUILDING = 0x646F_7301, 0x646F_7302
"""The first keys of our advisory locks; the second is a hash of the schema's name, since a database can hold several
stores."""
_SIGN_OF_LIFE = 60
"""Seconds of silence after which the connection is tried. Set by hand: firewalls forget one in five minutes or more."""
_UNREACHED = "see that the server runs and lets you in, then do it again: what was saved is whole"
_FULL = "make room on the server's disk; what the store holds is kept"
_NOT_ALLOWED = "have the role granted what it needs: to read and write the tables of the store, and once to make them"
_DAMAGED = "take the database from a copy, or name another store with --store: that one is filled from the sources"
_NO_SCHEMA = "make the schema that the address names, and let the role use it"
_ADVICE = {
    "25006": _NOT_ALLOWED,
    "3F000": _NO_SCHEMA,
    "42501": _NOT_ALLOWED,
    "53100": _FULL,
    "55P03": BUSY,
    "XX001": _DAMAGED,
}
"""What to do by PostgreSQL's codes of errors."""


class PostgresqlEngine:
    """A database at ``url``, which is there; its tables are made."""

    def __init__(self, url: StoreUrl) -> None:
        """Reaches nothing yet."""
        self.url = url

    @property
    def name(self) -> str:
        """The address without a password."""
        return str(self.url)

    @property
    def lock_file(self) -> Path | None:
        """None: the server keeps the lock."""
        return None

    @property
    def has_word_index(self) -> bool:
        """It has another, whose results would be others."""
        return False

    @property
    def is_shared(self) -> bool:
        """It may be."""
        return True

    def open(self) -> Engine:
        """Be ready to reach the database; a connection that broke while nobody used it is made anew.

        Raises StoreUnusable where the library for it is not installed.
        """
        if find_spec("psycopg") is None:
            what = f"{self.name} cannot be reached: the library psycopg is not installed"
            raise StoreUnusable(what, "pip install 'dossier-timelines[postgresql]'")
        return create_engine("postgresql+psycopg://", creator=self._connect, pool_pre_ping=True)

    def settle(self, engine: Engine) -> None:
        """Nothing."""

    def is_read_only(self, connection: Connection) -> bool:
        """Whether the server is a copy that only reads, or the role may not write articles."""
        role_may_write = "has_table_privilege(to_regclass('article'), 'INSERT')"  # null while there is no such table
        asked = f"select pg_is_in_recovery() or not coalesce({role_may_write}, true)"
        return bool(connection.exec_driver_sql(asked).scalar_one())

    def begin_reading(self, connection: Connection) -> None:
        """Have all statements see the store as it is now, as if nobody wrote."""
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    def begin_writing(self, connection: Connection) -> None:
        """Take the place of the one writer.

        Each statement then sees what the writer before saved: one view for the whole transaction would be that of the
        moment when the wait began.
        """
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITING}, hashtext(current_schema()))")

    def begin_snapshot(self, connection: Connection) -> None:
        """As for all who read."""
        self.begin_reading(connection)

    def size(self, connection: Connection) -> int:
        """The bytes of the tables and their indices."""
        sizes = (select(func.pg_total_relation_size(func.to_regclass(table.name))) for table in metadata.sorted_tables)
        return sum(connection.execute(size).scalar() or 0 for size in sizes)

    def compact(self, connection: Connection) -> None:
        """Have the server use the room again, which keeps nobody out."""
        connection.exec_driver_sql(f"VACUUM (ANALYZE) {', '.join(table.name for table in metadata.sorted_tables)}")

    def fault(self, connection: Connection) -> str:
        """Nothing: the server checks its pages when it reads them, where it was set up to."""
        return ""

    def unusable(self, error: SQLAlchemyError | UnicodeDecodeError) -> StoreUnusable:
        """The error of the server, or of the way to it."""
        return self._unusable(getattr(error, "orig", None) or error)

    @contextmanager
    def reserved(self) -> Iterator[None]:
        """Hold the lock of builds in a connection of its own; the server frees it when that ends, however it ends."""
        import psycopg

        with self._explained():
            connection = self._connect(autocommit=True)
        with closing(connection):
            with self._explained():
                self._take_lock(connection)
            try:
                yield
            finally:
                # asked for, since a server notices the end of a connection later; where it is gone, so is the lock
                with suppress(psycopg.Error):
                    connection.execute("SELECT pg_advisory_unlock_all()")

    def _take_lock(self, connection: "psycopg.Connection[Any]") -> None:
        if not _scalar(connection, f"SELECT pg_try_advisory_lock({_BUILDING}, hashtext(current_schema()))"):
            holder = _scalar(connection, _HOLDER.format(key=_BUILDING))
            what = f"another build is using the store {self.name}: {holder or 'it has just begun'}"
            raise AlreadyRunning(what, "wait until it has ended")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Raise StoreUnusable for an error of the server inside the block."""
        import psycopg

        try:
            yield
        except psycopg.Error as error:
            raise self._unusable(error) from None

    def _connect(self, **options: Any) -> "psycopg.Connection[Any]":
        """A new connection, which says whose it is."""
        import psycopg

        named = f"dossier, process {os.getpid()} on {socket.gethostname()}"
        # without a sign of life a firewall may forget the connection that holds the lock of a long build
        return psycopg.connect(self.url.secret, application_name=named, keepalives_idle=_SIGN_OF_LIFE, **options)

    def _unusable(self, cause: object) -> StoreUnusable:
        said = " ".join(str(cause).split())
        advice = _ADVICE.get(getattr(cause, "sqlstate", None) or "", _UNREACHED)
        return StoreUnusable(f"cannot use {self.name} as a store: {said}", advice)


_HOLDER = """
SELECT application_name || ', since ' || to_char(backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
FROM pg_locks JOIN pg_stat_activity USING (pid)
WHERE locktype = 'advisory' AND granted AND classid = {key} AND objid::bigint = hashtext(current_schema())::oid::bigint
AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
"""Who holds the lock, as far as the role may see it."""


def _scalar(connection: "psycopg.Connection[Any]", statement: str) -> Any:
    row = connection.execute(statement.encode()).fetchone()
    return row[0] if row else None
