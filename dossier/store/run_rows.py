"""The rows of runs: each has its articles and its watchlist in tables of their own, and one checksum over all."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, select

from dossier.codec import decode_skipped, decode_watchlist, encode_skipped, encode_watchlist
from dossier.model import When
from dossier.store.checksums import checksum
from dossier.store.records import DamagedRow, Run
from dossier.store.tables import run_articles, run_watchlists, runs

_LOOKED_AT = 30
"""How many of the newest runs a new one looks at. Set by hand: 365 runs of 300 articles took 0.5 s."""


class RunRow(NamedTuple):
    """All cells of a run."""

    key: int
    annotator: str
    model: str
    as_of: str | None
    ontology: str | None
    skipped: bytes | None
    watchlist: bytes | None
    articles: tuple[str, ...]

    @property
    def checksum(self) -> bytes:
        """That of all its cells."""
        *cells, articles = self
        return checksum(*cells, *articles)

    def run(self) -> Run:
        """The run. Raises ValueError where a cell is not what Dossier writes."""
        return Run(
            annotator=self.annotator,
            model=self.model,
            as_of=When.parse(self.as_of) if self.as_of else None,
            articles=self.articles,
            watched=decode_watchlist(self.watchlist) if self.watchlist else (),
            ontology=self.ontology or "",
            skipped=decode_skipped(self.skipped) if self.skipped else (),
        )


def add(connection: Connection, run: Run) -> None:
    """Save a run after all others; of the newest, those that are damaged go: nothing can be taken from them."""
    for one in list(damaged(connection, _LOOKED_AT)):
        drop(connection, int(one.key))
    row = RunRow(
        key=(connection.execute(select(func.max(runs.c.id))).scalar() or 0) + 1,
        annotator=run.annotator,
        model=run.model,
        as_of=run.as_of.edtf if run.as_of else None,
        ontology=run.ontology or None,
        skipped=encode_skipped(run.skipped) if run.skipped else None,
        watchlist=encode_watchlist(run.watched) if run.watched else None,
        articles=run.articles,
    )
    cells = {name: getattr(row, name) for name in ("annotator", "model", "as_of", "ontology", "skipped", "checksum")}
    connection.execute(insert(runs).values(id=row.key, **cells))
    listed = [{"run": row.key, "position": place, "article": key} for place, key in enumerate(run.articles)]
    if listed:
        connection.execute(insert(run_articles), listed)
    if row.watchlist:
        connection.execute(insert(run_watchlists).values(run=row.key, body=row.watchlist))


def drop(connection: Connection, number: int) -> None:
    """Remove a run; its articles and annotations stay."""
    for table, key in ((run_articles, run_articles.c.run), (run_watchlists, run_watchlists.c.run), (runs, runs.c.id)):
        connection.execute(delete(table).where(key == number))


def last(connection: Connection) -> Run | DamagedRow | None:
    """The run that was saved last; None where there is none."""
    key = connection.execute(select(func.max(runs.c.id))).scalar()
    return None if key is None else _read(connection, key)


def newest_first(connection: Connection) -> Iterator[Run]:
    """All runs but the damaged ones, the last one first."""
    for key in connection.execute(select(runs.c.id).order_by(runs.c.id.desc())).scalars().all():
        if isinstance(found := _read(connection, key), Run):
            yield found


def damaged(connection: Connection, newest: int | None = None) -> Iterator[DamagedRow]:
    """The runs that are not as they were saved, the last one first; of so many of the ``newest``, or of all."""
    for key in connection.execute(select(runs.c.id).order_by(runs.c.id.desc()).limit(newest)).scalars().all():
        if isinstance(found := _read(connection, key), DamagedRow):
            yield found


def add_checksums(connection: Connection) -> None:
    """Give each run its checksum."""
    for key in connection.execute(select(runs.c.id)).scalars().all():
        row, _ = _cells(connection, key)
        connection.execute(runs.update().where(runs.c.id == key).values(checksum=row.checksum))


def _read(connection: Connection, key: int) -> Run | DamagedRow:
    row, stored = _cells(connection, key)
    try:
        if row.checksum == stored:
            return row.run()
    except ValueError:
        pass
    return DamagedRow("run", str(key))


def _cells(connection: Connection, key: int) -> tuple[RunRow, bytes | None]:
    """The cells of a run, and the checksum that is stored with them."""
    own = connection.execute(select(runs).where(runs.c.id == key)).one()
    listed = select(run_articles.c.article).where(run_articles.c.run == key).order_by(run_articles.c.position)
    watchlist = connection.execute(select(run_watchlists.c.body).where(run_watchlists.c.run == key)).scalar()
    cells = (own.annotator, own.model, own.as_of, own.ontology, own.skipped, watchlist)
    return RunRow(key, *cells, tuple(connection.execute(listed).scalars())), own.checksum
