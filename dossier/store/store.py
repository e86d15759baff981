"""The store: one SQLite file, read and written through SQLAlchemy Core."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, create_engine, delete, func, insert, inspect, select
from sqlalchemy.exc import SQLAlchemyError

from dossier.codec import (
    decode_annotations,
    decode_article,
    decode_judgement,
    decode_watchlist,
    encode_article,
    encode_judgement,
    encode_watchlist,
)
from dossier.errors import StoreUnusable
from dossier.model import Annotations, Article, Judgement, When
from dossier.store.records import Run, StoredJudgement
from dossier.store.tables import (
    VERSION,
    annotations,
    articles,
    judgements,
    layout,
    metadata,
    run_articles,
    run_watchlists,
    runs,
)

T = TypeVar("T")
IDS_PER_STATEMENT = 500
"""How many ids one SQL statement lists: fewer than the 999 parameters that SQLite before 3.32 allows."""


class Store:
    """Keep articles by id, annotations by article and annotator, runs, and judgements.

    A context manager: leaving it closes the file. Every method raises StoreUnusable when the file cannot be read or
    written.
    """

    def __init__(self, path: Path) -> None:
        """Open the file at ``path``, or make it. A new file is readable by its owner alone.

        A store of an earlier layout gets the tables it lacks and loses nothing. Raises StoreUnusable when the file
        cannot be used, or when a later version of Dossier made it.
        """
        self.path = path
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        except OSError as error:
            raise StoreUnusable(f"cannot use {path} as a store: {error}", "name another with --store") from error
        self._engine = create_engine(f"sqlite:///{path}")
        with self._transaction() as connection:
            is_current = self._layout(connection) == VERSION
        if not is_current:
            with self._transaction() as connection:
                # of two who open a new store at once, one makes the tables, and the other waits and finds them
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                self._bring_up_to_date(connection)

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        """Close the file."""
        self._engine.dispose()

    def put_articles(self, new: Iterable[Article]) -> None:
        """Save the articles; an article replaces the stored one of the same id."""
        for chunk in _chunks(new):
            rows = {article.id: {"id": article.id, "body": encode_article(article)} for article in chunk}
            with self._transaction() as connection:
                known = connection.execute(select(articles.c.id).where(articles.c.id.in_(rows))).scalars().all()
                for article_id in known:
                    row = articles.update().where(articles.c.id == article_id)
                    connection.execute(row.values(body=rows.pop(article_id)["body"]))
                if rows:
                    connection.execute(insert(articles), list(rows.values()))

    def articles(self, ids: Sequence[str]) -> Iterator[Article]:
        """The articles with these ids, in the order of ``ids``; unknown ids are left out."""
        for chunk in _chunks(ids):
            yield from self.by_id(chunk).values()

    def by_id(self, ids: Iterable[str]) -> dict[str, Article]:
        """The stored articles by the id of their row.

        The row's id equals ``article.id``, unless another program has changed the file. Unknown ids are left out.
        """
        found: dict[str, Article] = {}
        for chunk in _chunks(ids):
            with self._transaction() as connection:
                rows = connection.execute(select(articles).where(articles.c.id.in_(chunk)))
                bodies = {row.id: row.body for row in rows}
            found.update((key, decode_article(bodies[key])) for key in chunk if key in bodies)
        return found

    def put_annotations(self, annotator: str, bodies: Iterable[tuple[str, bytes]]) -> None:
        """Save what ``codec.encode_annotations`` wrote, by article id, in place of what this annotator wrote before."""
        rows = [{"article": article_id, "annotator": annotator, "body": body} for article_id, body in bodies]
        with self._transaction() as connection:
            ids = [row["article"] for row in rows]
            replaced = annotations.c.article.in_(ids) & (annotations.c.annotator == annotator)
            connection.execute(delete(annotations).where(replaced))
            if rows:
                connection.execute(insert(annotations), rows)

    def annotations(self, annotator: str, ids: Sequence[str]) -> Iterator[Annotations]:
        """The annotations of these articles by this annotator, in the order of ``ids``; missing ones are left out."""
        for chunk in _chunks(ids):
            wanted = annotations.c.article.in_(chunk) & (annotations.c.annotator == annotator)
            with self._transaction() as connection:
                found = connection.execute(select(annotations).where(wanted))
                bodies = {row.article: row.body for row in found}
            yield from (decode_annotations(bodies[article_id]) for article_id in chunk if article_id in bodies)

    def unannotated(self, annotator: str, ids: Sequence[str]) -> list[str]:
        """The ids without annotations by this annotator, in the order of ``ids``."""
        done: set[str] = set()
        for chunk in _chunks(ids):
            wanted = annotations.c.article.in_(chunk) & (annotations.c.annotator == annotator)
            with self._transaction() as connection:
                done.update(connection.execute(select(annotations.c.article).where(wanted)).scalars())
        return [article_id for article_id in ids if article_id not in done]

    def record_run(self, run: Run) -> None:
        """Save a run. It is now the last one."""
        as_of = run.as_of.edtf if run.as_of else None
        with self._transaction() as connection:
            values = {"annotator": run.annotator, "model": run.model, "as_of": as_of, "ontology": run.ontology or None}
            result = connection.execute(insert(runs).values(values))
            key = result.inserted_primary_key[0] if result.inserted_primary_key else None
            rows = [
                {"run": key, "position": position, "article": article} for position, article in enumerate(run.articles)
            ]
            if rows:
                connection.execute(insert(run_articles), rows)
            if run.watched:
                connection.execute(insert(run_watchlists).values(run=key, body=encode_watchlist(run.watched)))

    def last_run(self) -> Run | None:
        """The run that was recorded last; None in a store without runs."""
        with self._transaction() as connection:
            row = connection.execute(select(runs).order_by(runs.c.id.desc()).limit(1)).one_or_none()
            if row is None:
                return None
            its_articles = select(run_articles.c.article).where(run_articles.c.run == row.id)
            ids = connection.execute(its_articles.order_by(run_articles.c.position)).scalars().all()
            its_watchlist = select(run_watchlists.c.body).where(run_watchlists.c.run == row.id)
            watchlist = connection.execute(its_watchlist).scalar_one_or_none()
        return Run(
            annotator=row.annotator,
            model=row.model,
            as_of=When.parse(row.as_of) if row.as_of else None,
            articles=tuple(ids),
            watched=decode_watchlist(watchlist) if watchlist else (),
            ontology=row.ontology or "",
        )

    def counts(self) -> dict[str, int]:
        """The number of rows in each of the tables ``article``, ``annotation`` and ``run``, by the table's name."""
        with self._transaction() as connection:
            return {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (articles, annotations, runs)
            }

    def judgements(self) -> list[Judgement]:
        """The judgements that nobody has withdrawn, in the order in which they were saved."""
        return [stored.judgement for stored in self.stored_judgements() if stored.withdrawn_by is None]

    def stored_judgements(self) -> list[StoredJudgement]:
        """All judgements, the withdrawn ones too, in the order in which they were saved."""
        with self._transaction() as connection:
            return [stored for _, stored in _numbered_judgements(connection)]

    def add_judgements(self, new: Iterable[Judgement]) -> list[Judgement]:
        """Save the judgements after all others, in their order; return those that were not in the store.

        A judgement that is in the store, and not withdrawn, moves to its new place. Of equal judgements in ``new`` the
        last one counts.
        """
        last_of_each = list(dict.fromkeys(reversed(list(new))))[::-1]
        with self._transaction() as connection:
            numbers = {
                stored.judgement: number
                for number, stored in _numbered_judgements(connection)
                if stored.withdrawn_by is None
            }
            moved = [numbers[judgement] for judgement in last_of_each if judgement in numbers]
            for chunk in _chunks(moved):
                connection.execute(delete(judgements).where(judgements.c.number.in_(chunk)))
            if last_of_each:
                rows = [{"body": encode_judgement(judgement)} for judgement in last_of_each]
                connection.execute(insert(judgements), rows)
        return [judgement for judgement in last_of_each if judgement not in numbers]

    def withdraw(self, judgement_id: str, by: str, on: date) -> Judgement | None:
        """Withdraw the judgement with this id and return it: later builds ignore it.

        It stays in the store, with who withdrew it and when. Returns None when no judgement with this id is in the
        store, or when it is withdrawn already.
        """
        with self._transaction() as connection:
            for number, stored in _numbered_judgements(connection):
                if stored.withdrawn_by is None and stored.judgement.id == judgement_id:
                    row = judgements.update().where(judgements.c.number == number)
                    connection.execute(row.values(withdrawn_by=by, withdrawn_on=on.isoformat()))
                    return stored.judgement
        return None

    def _layout(self, connection: Connection) -> int | None:
        """The layout of the store, None for a new one. Raises StoreUnusable when a later version made it."""
        is_there = inspect(connection).has_table(layout.name)
        found = connection.execute(select(layout.c.version)).scalar_one_or_none() if is_there else None
        if found is not None and found > VERSION:
            raise StoreUnusable(
                f"{self.path} is a store of layout {found}, this version of Dossier writes {VERSION}",
                "use the Dossier that made it, or name another with --store",
            )
        return found

    def _bring_up_to_date(self, connection: Connection) -> None:
        """Add the tables and columns that the store lacks."""
        if self._layout(connection) == VERSION:
            return
        metadata.create_all(connection)
        _add_missing_columns(connection)
        connection.execute(delete(layout))
        connection.execute(insert(layout).values(version=VERSION))

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """A connection whose changes are all saved, or none. Raises StoreUnusable when SQLite reports an error."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            cause = getattr(error, "orig", None) or error
            advice = "if another build is using it, try again when that has ended; or name another with --store"
            raise StoreUnusable(f"cannot use {self.path} as a store: {cause}", advice) from error


def _add_missing_columns(connection: Connection) -> None:
    """Add to the table of runs the columns that are new since the store was made; all of them are nullable."""
    known = {column["name"] for column in inspect(connection).get_columns(runs.name)}
    for column in runs.columns:
        if column.name not in known:
            kind = column.type.compile(connection.dialect)
            connection.exec_driver_sql(f"ALTER TABLE {runs.name} ADD COLUMN {column.name} {kind}")


def _numbered_judgements(connection: Connection) -> list[tuple[int, StoredJudgement]]:
    """All judgements with the numbers of their rows, in the order in which they were saved."""
    return [
        (
            row.number,
            StoredJudgement(
                decode_judgement(row.body),
                withdrawn_by=row.withdrawn_by,
                withdrawn_on=date.fromisoformat(row.withdrawn_on) if row.withdrawn_on else None,
            ),
        )
        for row in connection.execute(select(judgements).order_by(judgements.c.number))
    ]


def _chunks(items: Iterable[T]) -> Iterator[list[T]]:
    """The items in lists of at most ``IDS_PER_STATEMENT``."""
    rest = iter(items)
    while chunk := list(islice(rest, IDS_PER_STATEMENT)):
        yield chunk
