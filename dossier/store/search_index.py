"""The search index: words of articles, and of the names and lines of one case, by SQLite's FTS5.

Its tables belong to no layout of the store: they are made when somebody searches, hold nothing that is not elsewhere,
and may be dropped at any time. So a build pays nothing for them, and a store of another engine needs none: where it is
not SQLite, or can only be read, the index lies in memory.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import islice
from threading import RLock

from sqlalchemy import Connection, StaticPool, create_engine, inspect

from dossier.model import Article
from dossier.store.search_words import SearchQuery, words_of

_Connecting = Callable[[], AbstractContextManager[Connection]]
_TABLES = """
CREATE TABLE IF NOT EXISTS searched_article (number INTEGER PRIMARY KEY, article TEXT NOT NULL UNIQUE);
CREATE VIRTUAL TABLE IF NOT EXISTS article_words USING fts5(title, body, content='', tokenize="unicode61");
CREATE TABLE IF NOT EXISTS searched_case (key TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS searched_line
    (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, shown TEXT NOT NULL, date TEXT NOT NULL,
     place TEXT NOT NULL, owners TEXT NOT NULL);
CREATE VIRTUAL TABLE IF NOT EXISTS text_words USING fts5(words, content='', tokenize="unicode61");
"""
_NO_CASE = """
DELETE FROM searched_case;
DELETE FROM searched_line;
INSERT INTO text_words(text_words) VALUES ('delete-all');
"""
_FIND_ARTICLES = """
SELECT article FROM article_words JOIN searched_article ON searched_article.number = article_words.rowid
WHERE article_words MATCH ? ORDER BY bm25(article_words, 4.0, 1.0), article
"""
# a word of a title weighs four times one of the text: set by hand
_FIND_TEXTS = """
SELECT kind, key, shown, date, place, owners
FROM text_words JOIN searched_line ON searched_line.number = text_words.rowid
WHERE text_words MATCH ? AND kind = ? ORDER BY bm25(text_words), searched_line.number
"""


@dataclass(frozen=True, slots=True)
class SearchedText:
    """A name or a line of a case: its ``kind``, the id of its actor or event, its words, and to whom it belongs.

    ``date`` is that of a line in EDTF, empty where there is none; ``place`` is where its event is told first.
    """

    kind: str
    key: str
    shown: str
    date: str = ""
    place: str = ""
    owners: tuple[str, ...] = ()

    @property
    def cells(self) -> tuple[str, ...]:
        """It as a row of the table."""
        return self.kind, self.key, self.shown, self.date, self.place, " ".join(self.owners)


class SearchIndex:
    """The index, in a store or in memory."""

    def __init__(self, reading: _Connecting, writing: _Connecting) -> None:
        """Make the tables, if they are not there; ``writing`` gives a connection whose changes are all saved, or none.

        Who only searches waits for no build that writes.
        """
        self._reading, self._writing = reading, writing
        with reading() as connection:
            is_there = inspect(connection).has_table("searched_line")
        if not is_there:
            with writing() as connection:
                _run(connection, _TABLES)

    @classmethod
    def in_memory(cls) -> "SearchIndex":
        """An index that ends with the process. It has one connection, which one thread uses at a time."""
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
        lock = RLock()

        @contextmanager
        def connecting() -> Iterator[Connection]:
            with lock, engine.begin() as connection:
                yield connection

        return cls(connecting, connecting)

    def missing(self, ids: Sequence[str]) -> list[str]:
        """The ids of those articles that are not in the index, in their order."""
        with self._reading() as connection:
            known = set(connection.exec_driver_sql("SELECT article FROM searched_article").scalars())
        return [key for key in ids if key not in known]

    def add_articles(self, new: Iterable[Article]) -> None:
        """Add the title and the text of each article that is not there yet. The id covers both, so none grows old."""
        with self._writing() as connection:
            for article in new:
                added = connection.exec_driver_sql(
                    "INSERT OR IGNORE INTO searched_article(article) VALUES (?)", (article.id,)
                )
                if added.rowcount:
                    cells = (added.lastrowid, _words(article.title or ""), _words(article.text))
                    connection.exec_driver_sql("INSERT INTO article_words(rowid, title, body) VALUES (?, ?, ?)", cells)

    def has_case(self, key: str) -> bool:
        """Whether the names and lines are those of the case with this key."""
        with self._reading() as connection:
            return connection.exec_driver_sql("SELECT key FROM searched_case").scalars().all() == [key]

    def put_case(self, key: str, texts: Iterable[SearchedText]) -> None:
        """Take the names and lines of a case, in place of those of the one before."""
        listed = list(texts)
        rows = [(number, *one.cells) for number, one in enumerate(listed, start=1)]
        with self._writing() as connection:
            _run(connection, _NO_CASE)
            connection.exec_driver_sql("INSERT INTO searched_case VALUES (?)", (key,))
            if rows:
                connection.exec_driver_sql("INSERT INTO searched_line VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
                words = [(number, _words(one.shown)) for number, one in enumerate(listed, start=1)]
                connection.exec_driver_sql("INSERT INTO text_words(rowid, words) VALUES (?, ?)", words)

    def find_articles(self, query: SearchQuery, among: frozenset[str], limit: int) -> list[str]:
        """The ids of the articles, of those ``among`` them, that have all parts of the query, the best first."""
        if not query.parts:
            return []
        with self._reading() as connection:
            found = connection.exec_driver_sql(_FIND_ARTICLES, (query.match,)).scalars()
            return list(islice((key for key in found if key in among), limit))

    def find_texts(self, query: SearchQuery, kind: str, limit: int | None = None) -> list[SearchedText]:
        """The names or lines (``kind``) that have all parts of the query, the best first; all without a limit."""
        if not query.parts:
            return []
        with self._reading() as connection:
            rows = islice(connection.exec_driver_sql(_FIND_TEXTS, (query.match, kind)), limit)
            return [
                SearchedText(row.kind, row.key, row.shown, row.date, row.place, tuple(row.owners.split()))
                for row in rows
            ]


def _run(connection: Connection, statements: str) -> None:
    for statement in _each(statements):
        connection.exec_driver_sql(statement)


def _each(statements: str) -> Iterator[str]:
    return filter(str.strip, statements.split(";"))


def _words(text: str) -> str:
    """The words as ``words_of`` folds them, so that what is marked in a text is what the index found."""
    return " ".join(word for word, _ in words_of(text))
