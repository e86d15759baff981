"""The store: a SQLite file or a database of PostgreSQL, read and written through SQLAlchemy Core."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import NoReturn, Self

from sqlalchemy import func, select

from dossier.errors import StoreUnusable
from dossier.model import Annotations, Article, Judgement, Published, StorePlace
from dossier.store import (
    annotation_rows,
    article_rows,
    dumps,
    judgement_rows,
    packed_rows,
    pruning,
    run_rows,
)
from dossier.store.database import Database, chunks
from dossier.store.file_readings import FileReadings
from dossier.store.kept_cases import KeptCases
from dossier.store.kept_shelves import KeptShelves
from dossier.store.pruning import Prunable
from dossier.store.records import DamagedRow, Run, StoredJudgement
from dossier.store.search_index import SearchIndex
from dossier.store.tables import annotations, articles, runs


class Store:
    """Keep articles by id, annotations by article and annotator, runs, and judgements.

    A context manager: leaving it closes the store. Every method raises StoreUnusable when it cannot be read or
    written. Each row has a checksum; a row that is not as it was saved is never taken for what it says.
    """

    def __init__(self, place: StorePlace) -> None:
        """Open the store at ``place``, or make it; see ``Database``."""
        self._database = Database(place)
        self.cases = KeptCases(self._database)
        self.shelves = KeptShelves(self._database)
        self.readings = FileReadings(self._database)

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Close it."""
        self._database.close()

    @property
    def name(self) -> str:
        """Its path or address, as it may be shown: without a password."""
        return self._database.kind.name

    @property
    def lock_file(self) -> Path | None:
        """The file to lock so that no other build uses the store; None where ``reserved`` does that."""
        return self._database.kind.lock_file

    def reserved(self) -> AbstractContextManager[None]:
        """Keep every other build away from the store, where its server does that. Raises AlreadyRunning."""
        return self._database.kind.reserved()

    def put_articles(self, new: Iterable[Article]) -> list[DamagedRow]:
        """Save the articles; an article replaces the stored one of the same id. Return damaged rows that it replaced.

        What is stored as it is stays untouched.
        """
        replaced: list[DamagedRow] = []
        for chunk in chunks(new):
            with self._database.writing() as connection:
                replaced += article_rows.put(connection, {article.id: article for article in chunk}.values())
        return replaced

    def articles(self, ids: Sequence[str]) -> Iterator[Article]:
        """The articles with these ids, in the order of ``ids``; unknown ids are left out.

        Raises StoreUnusable at one whose row is damaged.
        """
        for chunk in chunks(ids):
            for key, body in self._article_bodies(chunk):
                yield article_rows.article(key, body) or self._refuse("article", key)

    def published(self, ids: Sequence[str]) -> Iterator[tuple[str, Published]]:
        """When each of the articles was published, by their ids in this order; otherwise as ``articles``."""
        for chunk in chunks(ids):
            for key, body in self._article_bodies(chunk):
                yield key, article_rows.published(body) or self._refuse("article", key)

    def by_id(self, ids: Iterable[str]) -> dict[str, Article]:
        """The stored articles by id; unknown ids, and those of damaged rows, are left out."""
        rows = (row for chunk in chunks(ids) for row in self._article_bodies(chunk))
        return {key: found for key, body in rows if (found := article_rows.article(key, body))}

    def unknown(self, ids: Sequence[str]) -> list[str]:
        """The ids of which the store has no article, in the order of ``ids``."""
        known: set[str] = set()
        for chunk in chunks(ids):
            with self._database.reading() as connection:
                known.update(connection.execute(select(articles.c.id).where(articles.c.id.in_(chunk))).scalars())
        return [article_id for article_id in ids if article_id not in known]

    def put_annotations(self, annotator: str, bodies: Iterable[tuple[str, bytes]]) -> None:
        """Save what ``codec.encode_annotations`` wrote, by article id, in place of what this annotator wrote before."""
        with self._database.writing() as connection:
            annotation_rows.put(connection, annotator, list(bodies))

    def annotations(self, annotator: str, ids: Sequence[str]) -> Iterator[Annotations]:
        """The annotations of these articles by this annotator, in the order of ``ids``; missing ones are left out.

        Raises StoreUnusable at those whose row is damaged.
        """
        for chunk in chunks(ids):
            with self._database.reading() as connection:
                bodies = annotation_rows.bodies(connection, annotator, chunk)
            for key in chunk:
                if key in bodies:
                    yield annotation_rows.annotated(key, bodies[key]) or self._refuse("annotation", key)

    def unannotated(self, annotator: str, ids: Sequence[str]) -> list[str]:
        """The ids without annotations by this annotator, in the order of ``ids``."""
        done: set[str] = set()
        for chunk in chunks(ids):
            with self._database.reading() as connection:
                done.update(annotation_rows.present(connection, annotator, chunk))
        return [article_id for article_id in ids if article_id not in done]

    def drop_damaged_annotations(self, annotator: str, ids: Sequence[str]) -> list[DamagedRow]:
        """Remove the annotations of these articles by this annotator whose rows are damaged; return the rows."""
        dropped: list[DamagedRow] = []
        for chunk in chunks(ids):
            with self._database.writing() as connection:
                dropped += annotation_rows.drop_damaged(connection, annotator, chunk)
        return dropped

    def checksums(self, annotator: str, ids: Sequence[str]) -> Iterator[bytes]:
        """The checksums of each article and of its annotations by this annotator, in the order of their ids."""
        for chunk in chunks(sorted(ids)):
            with self._database.reading() as connection:
                yield from article_rows.checksums(connection, annotator, chunk)

    @property
    def is_read_only(self) -> bool:
        """Whether the store can only be read."""
        return self._database.is_read_only

    def search_index(self) -> SearchIndex:
        """The index of the words of articles and of a case: in the file, or in memory where there is none to write."""
        kept = self._database
        can_keep = kept.kind.has_word_index and not kept.is_read_only
        return SearchIndex(kept.reading, kept.writing) if can_keep else SearchIndex.in_memory()

    def record_run(self, run: Run) -> None:
        """Save a run. It is now the last one."""
        with self._database.writing() as connection:
            run_rows.add(connection, run)

    def last_run(self) -> Run | None:
        """The run that was recorded last; None in a store without runs.

        Raises StoreUnusable when its row is damaged.
        """
        with self._database.reading() as connection:
            found = run_rows.last(connection)
        if isinstance(found, DamagedRow):
            raise _unusable(self.name, found)
        return found

    def runs(self) -> Iterator[Run]:
        """All runs but those whose rows are damaged, the last one first."""
        with self._database.reading() as connection:
            yield from run_rows.newest_first(connection)

    def counts(self) -> dict[str, int]:
        """The number of rows in each of the tables ``article``, ``annotation`` and ``run``, by the table's name."""
        with self._database.reading() as connection:
            return {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (articles, annotations, runs)
            }

    def damage(self) -> list[DamagedRow]:
        """All rows of the store that are not as they were saved.

        Raises StoreUnusable when the file itself is damaged.
        """
        with self._database.reading() as connection:
            if fault := self._database.kind.fault(connection):
                what = f"the file {self.name} is damaged: {fault}"
                raise StoreUnusable(what, "take it from a copy, or build into another with --store")
            tables = (article_rows, annotation_rows, run_rows, judgement_rows, packed_rows)
            return [row for rows in tables for row in rows.damaged(connection)]

    def size(self) -> int:
        """How many bytes the store takes on its disk."""
        with self._database.reading() as connection:
            return self._database.kind.size(connection)

    def dump(self) -> Iterator[bytes]:
        """All that it holds, as lines of JSON (``dossier/store/1``): as it is now, whatever is saved meanwhile."""
        with self._database.snapshot() as connection:
            yield from dumps.dump(connection)

    def fill(self, lines: Iterable[bytes]) -> int:
        """Take what ``dump`` gave, all or nothing; gives the number of rows. Raises ValueError where it is no dump.

        Raises StoreUnusable when the store is not empty.
        """
        with self._database.writing() as connection:
            if not dumps.is_empty(connection):
                raise StoreUnusable(f"{self.name} is not empty", "name one that is not there yet with --store")
            return dumps.fill(connection, lines)

    def prunable(self, keep: int) -> Prunable:
        """What no build needs where the newest runs are kept, so many, and all that those have read."""
        with self._database.reading() as connection:
            return pruning.prunable(connection, keep)

    def prune(self, keep: int) -> None:
        """Remove it, and give back its room."""
        with self._database.writing() as connection:
            pruning.prune(connection, keep)
        self._database.compact()

    def judgements(self) -> list[Judgement]:
        """The judgements that nobody has withdrawn, in the order in which they were saved; no damaged ones."""
        return [stored.judgement for stored in self.stored_judgements() if stored.withdrawn_by is None]

    def stored_judgements(self) -> list[StoredJudgement]:
        """All judgements, the withdrawn ones too, in the order in which they were saved; no damaged ones."""
        with self._database.reading() as connection:
            return [stored for _, stored in judgement_rows.stored(connection)]

    def damaged_judgements(self) -> list[DamagedRow]:
        """The rows of judgements that are damaged: nobody can say what they decided, so they are not in effect."""
        with self._database.reading() as connection:
            return judgement_rows.damaged(connection)

    def add_judgements(self, new: Iterable[Judgement]) -> list[Judgement]:
        """Save the judgements after all others, in their order; return those that were not in the store.

        A judgement that is in the store, and not withdrawn, moves to its new place. Of equal judgements in ``new`` the
        last one counts.
        """
        last_of_each = list(dict.fromkeys(reversed(list(new))))[::-1]
        with self._database.writing() as connection:
            return judgement_rows.add(connection, last_of_each)

    def withdraw(self, judgement_id: str, by: str, on: date) -> Judgement | None:
        """Withdraw the judgement with this id and return it: later builds ignore it.

        It stays in the store, with who withdrew it and when. Returns None when no judgement with this id is in the
        store, or when it is withdrawn already.
        """
        with self._database.writing() as connection:
            return judgement_rows.withdraw(connection, judgement_id, by, on)

    def drop_damaged_judgement(self, key: str) -> DamagedRow | None:
        """Remove the damaged row of a judgement that has this key, and return it; None when there is none."""
        with self._database.writing() as connection:
            return judgement_rows.drop_damaged(connection, key)

    def _article_bodies(self, ids: Sequence[str]) -> Iterator[tuple[str, bytes | None]]:
        """What is stored of those of the articles that are there, in the order of ``ids``."""
        with self._database.reading() as connection:
            bodies = article_rows.bodies(connection, ids)
        yield from ((key, bodies[key]) for key in ids if key in bodies)

    def _refuse(self, table: str, key: str) -> NoReturn:
        """Raise StoreUnusable, naming the damaged row of an article."""
        with self._database.reading() as connection:
            ref = article_rows.known_ref(connection, key)
        raise _unusable(self.name, DamagedRow(table, key, ref))


def _unusable(name: str, row: DamagedRow) -> StoreUnusable:
    issue = row.issue()
    return StoreUnusable(f"{name}: {issue.where}: {issue.what}", issue.advice)
