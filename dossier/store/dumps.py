"""A whole store as lines, and back: from any engine into any other."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Any

from sqlalchemy import Connection, LargeBinary, Row, Table, func, insert, select

from dossier import __version__
from dossier.codec import Cell, StoreForm, decode_store_head, decode_store_row, encode_store_head, encode_store_row
from dossier.errors import StoreUnusable
from dossier.store.tables import VERSION, layout, metadata

_TABLES = {str(table.name): table for table in metadata.sorted_tables if table is not layout}
"""Those with content; one that another refers to comes first."""
_ROWS_AT_ONCE = 100
"""How many rows are in memory. Set by hand: one has 60,000 bytes in the mean."""


def dump(connection: Connection) -> Iterator[bytes]:
    """All rows, a line each, after a line that says how many there are; the same rows give the same lines.

    Raises StoreUnusable at a row that SQLite keeps with cells of other types than we write.
    """
    yield encode_store_head(StoreForm(VERSION, __version__, _counts(connection)))
    for name, table in _TABLES.items():
        rows = select(table).order_by(*table.primary_key).execution_options(yield_per=_ROWS_AT_ONCE)
        for row in connection.execute(rows):
            yield encode_store_row(name, _cells(table, row))


def fill(connection: Connection, lines: Iterable[bytes]) -> int:
    """Put the rows of these lines into a store that has none; gives how many there were.

    Raises ValueError where the lines are no whole store, StoreUnusable where they are of a later layout.
    """
    rest = iter(lines)
    head = decode_store_head(next(rest, b""))
    if head.layout > VERSION:
        what = f"it is an export of layout {head.layout}, this version of Dossier writes {VERSION}"
        raise StoreUnusable(what, "use the Dossier that made it")
    for name, rows in groupby(map(decode_store_row, rest), key=lambda row: row[0]):
        while chunk := [cells for _, cells in islice(rows, _ROWS_AT_ONCE)]:
            connection.execute(insert(_table(name)), chunk)
    if _counts(connection) != head.rows:
        raise ValueError("it does not have the rows that its first line speaks of")
    return sum(head.rows.values())


def is_empty(connection: Connection) -> bool:
    """Whether the store has no row."""
    return not any(_counts(connection).values())


def _counts(connection: Connection) -> dict[str, int]:
    return {
        name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for name, table in _TABLES.items()
    }


def _table(name: str) -> Table:
    """Raises ValueError for a table that there is none of."""
    if name not in _TABLES:
        raise ValueError(f"there is no table {name!r}")
    return _TABLES[name]


def _cells(table: Table, row: Row[Any]) -> dict[str, Cell]:
    cells: dict[str, Cell] = dict(zip(map(str, table.columns.keys()), row, strict=True))
    for column in table.columns:
        kind = bytes if isinstance(column.type, LargeBinary) else column.type.python_type
        found = cells[column.name]
        if not isinstance(found, kind | None):
            what = f"a row of the table {table.name} is damaged: its {column.name} is of type {type(found).__name__}"
            raise StoreUnusable(what, "'dossier store check' names it")
    return cells
