"""The rows of articles."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import starmap
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, insert, select

from dossier.codec import decode_article, decode_published, decode_ref, encode_article
from dossier.model import Article, Published
from dossier.store.checksums import checksum
from dossier.store.records import DamagedRow
from dossier.store.tables import annotations, articles


class ArticleRow(NamedTuple):
    """The cells of a row."""

    id: str
    body: bytes
    checksum: bytes

    @property
    def is_whole(self) -> bool:
        """Whether the row is as it was saved."""
        return self.checksum == checksum(self.id, self.body)


def put(connection: Connection, new: Iterable[Article]) -> list[DamagedRow]:
    """Save the articles that are new or not stored as they are; return the damaged rows that were replaced."""
    rows, refs = [], {}
    for one in new:
        body = encode_article(one)
        rows.append(ArticleRow(one.id, body, checksum(one.id, body)))
        refs[one.id] = one.ref
    stored = _stored(connection, list(refs))
    if fresh := [row._asdict() for row in rows if row.id not in stored]:
        connection.execute(insert(articles), fresh)
    if changed := [row for row in rows if stored.get(row.id, row) != row]:
        cells = [{"its": row.id, "body": row.body, "checksum": row.checksum} for row in changed]
        connection.execute(articles.update().where(articles.c.id == bindparam("its")), cells)
    return [DamagedRow("article", key, refs[key]) for key, row in stored.items() if not row.is_whole]


def checksums(connection: Connection, annotator: str, ids: Sequence[str]) -> list[bytes]:
    """The checksums of each article and of its annotations by this annotator, in the order of the ids."""
    own = (annotations.c.article == articles.c.id) & (annotations.c.annotator == annotator)
    columns = select(articles.c.checksum, annotations.c.checksum).outerjoin(annotations, own)
    rows = connection.execute(columns.where(articles.c.id.in_(ids)).order_by(articles.c.id))
    return [cell or b"" for row in rows for cell in row]


def bodies(connection: Connection, ids: Sequence[str]) -> dict[str, bytes | None]:
    """What is stored of each article, by id; None of a row that is damaged."""
    return {key: row.body if row.is_whole else None for key, row in _stored(connection, ids).items()}


def article(key: str, body: bytes | None) -> Article | None:
    """The article with this id that is stored as ``body``; None where that is not it."""
    try:
        found = decode_article(body) if body is not None else None
    except ValueError:
        return None
    return found if found and found.id == key else None


def published(body: bytes | None) -> Published | None:
    """When the article that is stored as ``body`` was published; None where that is none."""
    try:
        return decode_published(body) if body is not None else None
    except ValueError:
        return None


def damaged(connection: Connection) -> Iterator[DamagedRow]:
    """The rows that are not as they were saved."""
    for row in starmap(ArticleRow, connection.execute(select(articles))):
        if not row.is_whole or article(row.id, row.body) is None:
            yield DamagedRow("article", str(row.id), known_ref(connection, row.id))


def known_ref(connection: Connection, key: str) -> str:
    """The ref of an article by its row, or by its annotations where the row is damaged; empty where neither says it."""
    rows = connection.execute(select(articles.c.body).where(articles.c.id == key)).scalars()
    for body in rows:
        if isinstance(body, bytes) and (found := article(key, body)):
            return found.ref
    for body in connection.execute(select(annotations.c.body).where(annotations.c.article == key)).scalars():
        if isinstance(body, bytes) and (ref := decode_ref(body)):
            return ref
    return ""


def add_checksums(connection: Connection) -> None:
    """Give each row its checksum; none to a row that holds no article, so that it counts as damaged."""
    for key in connection.execute(select(articles.c.id)).scalars().all():
        body = connection.execute(select(articles.c.body).where(articles.c.id == key)).scalar_one()
        if article(key, body):
            connection.execute(articles.update().where(articles.c.id == key).values(checksum=checksum(key, body)))


def _stored(connection: Connection, ids: Sequence[str]) -> dict[str, ArticleRow]:
    found = connection.execute(select(articles).where(articles.c.id.in_(ids)))
    return {row.id: row for row in starmap(ArticleRow, found)}
