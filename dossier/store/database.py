"""The database of a store, whatever engine is under it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from dossier.errors import StoreUnusable
from dossier.model import StorePlace, StoreUrl
from dossier.store.engine import StoreEngine
from dossier.store.layout import bring_up_to_date, is_current, is_there
from dossier.store.postgresql_engine import PostgresqlEngine
from dossier.store.sqlite_engine import SqliteEngine

T = TypeVar("T")
IDS_PER_STATEMENT = 500
"""How many ids one SQL statement lists: fewer than the 999 parameters that SQLite before 3.32 allows."""


class Database:
    """The open database. Every use of it raises StoreUnusable when the engine reports an error."""

    def __init__(self, place: StorePlace) -> None:
        """Open the database at ``place``. A file is made there if need be.

        A file that cannot be written to is opened to be read. A store of an earlier layout gets the tables and columns
        it lacks and loses nothing. Raises StoreUnusable when the place cannot be used, or when a later version of
        Dossier made what is there.
        """
        self.kind = _kind_of(place)
        self._engine = self.kind.open()
        try:
            with self.reading() as connection:
                self.is_read_only = self.kind.is_read_only(connection)
                is_ours = is_current(connection, self.kind)
            if not is_ours:
                self._bring_up_to_date()
            self.kind.settle(self._engine)
        except StoreUnusable:
            self.close()
            raise

    def close(self) -> None:
        """Close it."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read with."""
        with _transaction(self.kind, self._engine) as connection:
            self.kind.begin_reading(connection)
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are all saved, or none; nobody else can write before it is done."""
        with _transaction(self.kind, self._engine) as connection:
            self.kind.begin_writing(connection)
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection that sees the store as it was at the beginning, whatever others save meanwhile."""
        with _transaction(self.kind, self._engine) as connection:
            self.kind.begin_snapshot(connection)
            yield connection

    def compact(self) -> None:
        """Give back the room of what was removed."""
        with _transaction(self.kind, self._engine.execution_options(isolation_level="AUTOCOMMIT")) as connection:
            self.kind.compact(connection)

    def _bring_up_to_date(self) -> None:
        if self.is_read_only:
            raise StoreUnusable(
                f"{self.kind.name} is of an earlier layout and cannot be written to", "name a copy of it that can be"
            )
        with self.writing() as connection:
            # of two who open a new store at once, one makes the tables, and the other waits and finds them
            if not is_current(connection, self.kind):
                bring_up_to_date(connection)


def chunks(items: Iterable[T]) -> Iterator[list[T]]:
    """The items in lists of at most ``IDS_PER_STATEMENT``."""
    rest = iter(items)
    while chunk := list(islice(rest, IDS_PER_STATEMENT)):
        yield chunk


def has_layout(place: StorePlace) -> bool:
    """Whether there is a store at this place; nothing is created in a database. Raises StoreUnusable."""
    kind = _kind_of(place)
    engine = kind.open()
    try:
        with _transaction(kind, engine) as connection:
            return is_there(connection)
    finally:
        engine.dispose()


def _kind_of(place: StorePlace) -> StoreEngine:
    return PostgresqlEngine(place) if isinstance(place, StoreUrl) else SqliteEngine(place)


@contextmanager
def _transaction(kind: StoreEngine, engine: Engine) -> Iterator[Connection]:
    """A connection whose changes are saved at the end of the block, or none of them."""
    try:
        with engine.begin() as connection:
            yield connection
    except (SQLAlchemyError, UnicodeDecodeError) as error:  # the latter where SQLite's own words are damaged
        raise kind.unusable(error) from error
