"""The store: a SQLite file through SQLAlchemy Core."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
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
from dossier.model import Annotations, Article, Judgement, Watched, When
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
CHUNK = 500
"""How many rows one statement names: below SQLite's limit on parameters."""


@dataclass(frozen=True, slots=True)
class Run:
    """One build: which annotator and pipeline, for which day, over which articles (ids, in order), on whom."""

    annotator: str
    model: str
    as_of: When | None
    articles: tuple[str, ...]
    watched: tuple[Watched, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruled:
    """A judgement as it is kept: ``withdrawn_by`` and ``withdrawn_on`` are None while it holds."""

    judgement: Judgement
    withdrawn_by: str | None = None
    withdrawn_on: date | None = None


class Store:
    """Articles by content hash, annotations by article and annotator, runs, and judgements. A context manager."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it, readable by its owner alone.

        A store of an earlier layout is taken on, nothing in it is lost. Raises StoreUnusable when the file cannot be
        used, or was made by a later version.
        """
        self.path = path
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        except OSError as error:
            raise StoreUnusable(f"cannot use {path} as a store: {error}", "name another with --store") from error
        self._engine = create_engine(f"sqlite:///{path}")
        with self._transaction() as connection:
            self._take_on(connection)

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def put_articles(self, new: Iterable[Article]) -> None:
        """Keep the articles, the latest in place of an earlier one of the same id."""
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
        """The articles of those ids, in that order; unknown ids are left out."""
        for chunk in _chunks(ids):
            yield from self.by_id(chunk).values()

    def by_id(self, ids: Iterable[str]) -> dict[str, Article]:
        """The articles by the id they are kept under, which is their own unless the file was changed by others."""
        found: dict[str, Article] = {}
        for chunk in _chunks(ids):
            with self._transaction() as connection:
                rows = connection.execute(select(articles).where(articles.c.id.in_(chunk)))
                bodies = {row.id: row.body for row in rows}
            found.update((key, decode_article(bodies[key])) for key in chunk if key in bodies)
        return found

    def put_annotations(self, annotator: str, bodies: Iterable[tuple[str, bytes]]) -> None:
        """Keep what ``codec.encode_annotations`` wrote, by article id."""
        rows = [{"article": article_id, "annotator": annotator, "body": body} for article_id, body in bodies]
        with self._transaction() as connection:
            ids = [row["article"] for row in rows]
            of_these = annotations.c.article.in_(ids) & (annotations.c.annotator == annotator)
            connection.execute(delete(annotations).where(of_these))
            if rows:
                connection.execute(insert(annotations), rows)

    def annotations(self, annotator: str, ids: Sequence[str]) -> Iterator[Annotations]:
        """The annotations of those articles by that annotator, in that order; missing ones are left out."""
        for chunk in _chunks(ids):
            wanted = annotations.c.article.in_(chunk) & (annotations.c.annotator == annotator)
            with self._transaction() as connection:
                found = connection.execute(select(annotations).where(wanted))
                bodies = {row.article: row.body for row in found}
            yield from (decode_annotations(bodies[article_id]) for article_id in chunk if article_id in bodies)

    def unannotated(self, annotator: str, ids: Sequence[str]) -> list[str]:
        """Those of the articles that this annotator has not read yet, in the order given."""
        done: set[str] = set()
        for chunk in _chunks(ids):
            wanted = annotations.c.article.in_(chunk) & (annotations.c.annotator == annotator)
            with self._transaction() as connection:
                done.update(connection.execute(select(annotations.c.article).where(wanted)).scalars())
        return [article_id for article_id in ids if article_id not in done]

    def record(self, run: Run) -> None:
        """Keep a run, as the last one."""
        with self._transaction() as connection:
            as_of = run.as_of.edtf if run.as_of else None
            result = connection.execute(insert(runs).values(annotator=run.annotator, model=run.model, as_of=as_of))
            key = result.inserted_primary_key[0] if result.inserted_primary_key else None
            rows = [{"run": key, "position": n, "article": a} for n, a in enumerate(run.articles)]
            if rows:
                connection.execute(insert(run_articles), rows)
            if run.watched:
                connection.execute(insert(run_watchlists).values(run=key, body=encode_watchlist(run.watched)))

    def last_run(self) -> Run | None:
        """The run recorded last; None where there is none."""
        with self._transaction() as connection:
            row = connection.execute(select(runs).order_by(runs.c.id.desc()).limit(1)).one_or_none()
            if row is None:
                return None
            of_run = select(run_articles.c.article).where(run_articles.c.run == row.id)
            ids = connection.execute(of_run.order_by(run_articles.c.position)).scalars().all()
            of_run = select(run_watchlists.c.body).where(run_watchlists.c.run == row.id)
            listed = connection.execute(of_run).scalar_one_or_none()
        watched = decode_watchlist(listed) if listed else ()
        return Run(row.annotator, row.model, When.parse(row.as_of) if row.as_of else None, tuple(ids), watched)

    def counts(self) -> dict[str, int]:
        """How many articles, annotations and runs there are."""
        with self._transaction() as connection:
            return {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (articles, annotations, runs)
            }

    def judgements(self) -> list[Judgement]:
        """The judgements that hold, in the order in which they were made."""
        return [ruled.judgement for ruled in self.ruled() if ruled.withdrawn_by is None]

    def ruled(self) -> list[Ruled]:
        """All judgements, the withdrawn ones too, in the order in which they were made."""
        with self._transaction() as connection:
            return [ruled for _, ruled in _ruled(connection)]

    def add_judgements(self, new: Iterable[Judgement]) -> list[Judgement]:
        """Keep the judgements at once, in their order, behind all others; those that were not there.

        One that holds already is made anew: it moves behind those that were made after it, and is kept once.
        """
        listed = list(dict.fromkeys(reversed(list(new))))[::-1]
        with self._transaction() as connection:
            numbers = {ruled.judgement: number for number, ruled in _ruled(connection) if ruled.withdrawn_by is None}
            again = [numbers[judgement] for judgement in listed if judgement in numbers]
            for chunk in _chunks(again):
                connection.execute(delete(judgements).where(judgements.c.number.in_(chunk)))
            if listed:
                connection.execute(insert(judgements), [{"body": encode_judgement(one)} for one in listed])
        return [judgement for judgement in listed if judgement not in numbers]

    def withdraw(self, judgement_id: str, by: str, on: date) -> Judgement | None:
        """Let the judgement of that id hold no more: what follows is as if it had never been made.

        It stays in the store, with who withdrew it and when. None where no judgement of that id holds.
        """
        with self._transaction() as connection:
            for number, ruled in _ruled(connection):
                if ruled.withdrawn_by is None and ruled.judgement.id == judgement_id:
                    row = judgements.update().where(judgements.c.number == number)
                    connection.execute(row.values(withdrawn_by=by, withdrawn_on=on.isoformat()))
                    return ruled.judgement
        return None

    def _take_on(self, connection: Connection) -> None:
        """Make the tables that are not there, unless a later version made the store."""
        is_there = inspect(connection).has_table(layout.name)
        found = connection.execute(select(layout.c.version)).scalar_one_or_none() if is_there else None
        if found is not None and found > VERSION:
            raise StoreUnusable(
                f"{self.path} is a store of layout {found}, this version of Dossier writes {VERSION}",
                "use the Dossier that made it, or name another with --store",
            )
        metadata.create_all(connection)
        if found != VERSION:
            connection.execute(delete(layout))
            connection.execute(insert(layout).values(version=VERSION))

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """A connection whose changes are kept together, or not at all. Raises StoreUnusable where the file fails."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            cause = getattr(error, "orig", None) or error
            advice = "if another build is using it, try again when that has ended; or name another with --store"
            raise StoreUnusable(f"cannot use {self.path} as a store: {cause}", advice) from error


def _ruled(connection: Connection) -> list[tuple[int, Ruled]]:
    rows = connection.execute(select(judgements).order_by(judgements.c.number))
    return [
        (
            row.number,
            Ruled(
                decode_judgement(row.body),
                row.withdrawn_by,
                date.fromisoformat(row.withdrawn_on) if row.withdrawn_on else None,
            ),
        )
        for row in rows
    ]


def _chunks(items: Iterable[T]) -> Iterator[list[T]]:
    todo = iter(items)
    while chunk := list(islice(todo, CHUNK)):
        yield chunk
