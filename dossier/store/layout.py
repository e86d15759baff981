"""The layout of a store: whether it is the current one, and how an earlier one gets what it lacks."""

from sqlalchemy import Connection, Table, delete, insert, inspect, select

from dossier.errors import StoreUnusable
from dossier.store import annotation_rows, article_rows, judgement_rows, kept_case_rows, run_rows
from dossier.store.engine import StoreEngine
from dossier.store.tables import VERSION, layout, metadata

_FIRST_WITH_CHECKSUMS = 4
"""The first layout whose rows have checksums."""
_FIRST_WITH_KEPT_CHECKSUMS = 6
"""The first in which those of a kept case have them, too: one without is resolved anew."""


def is_current(connection: Connection, engine: StoreEngine) -> bool:
    """Whether the store has the current layout. Raises StoreUnusable if a later version or another program made it."""
    name = engine.name
    found = _version(connection, name)
    if found is None and not engine.is_shared and _is_of_another_program(connection):
        raise StoreUnusable(f"{name} is a database of another program", "name another file with --store")
    if found is not None and found > VERSION:
        raise StoreUnusable(
            f"{name} is a store of layout {found}, this version of Dossier writes {VERSION}",
            "use the Dossier that made it, or name another with --store",
        )
    return found == VERSION


def bring_up_to_date(connection: Connection) -> None:
    """Add the tables and columns that the store lacks, and the checksums of rows that have none yet."""
    version = connection.execute(select(layout.c.version)).scalar() if is_there(connection) else None
    metadata.create_all(connection)
    for table in metadata.sorted_tables:
        _add_missing_columns(connection, table)
    if version is not None and version < _FIRST_WITH_CHECKSUMS:
        for rows in (article_rows, annotation_rows, run_rows, judgement_rows):
            rows.add_checksums(connection)
    if version is not None and version < _FIRST_WITH_KEPT_CHECKSUMS:
        kept_case_rows.forget(connection)
    connection.execute(delete(layout))
    connection.execute(insert(layout).values(version=VERSION))


def _version(connection: Connection, name: str) -> int | None:
    """The number of the layout, None in a new store."""
    versions = connection.execute(select(layout.c.version)).scalars().all() if is_there(connection) else []
    if len(versions) > 1 or not all(isinstance(version, int) for version in versions):
        raise StoreUnusable(f"{name} does not say which layout it has", "take it from a copy, or name another")
    return versions[0] if versions else None


def is_there(connection: Connection) -> bool:
    """Whether the database holds a store."""
    return inspect(connection).has_table(layout.name)


def _is_of_another_program(connection: Connection) -> bool:
    found = set(inspect(connection).get_table_names())
    return bool(found) and found.isdisjoint(metadata.tables)


def _add_missing_columns(connection: Connection, table: Table) -> None:
    """Add to the table the columns that are new since the store was made; all of them are nullable."""
    known = {column["name"] for column in inspect(connection).get_columns(table.name)}
    for column in table.columns:
        if column.name not in known:
            kind = column.type.compile(connection.dialect)
            connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {column.name} {kind}")
