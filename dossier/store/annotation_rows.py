"""The rows of annotations."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select

from dossier.codec import decode_annotations
from dossier.model import Annotations
from dossier.store.article_rows import known_ref
from dossier.store.checksums import checksum
from dossier.store.records import DamagedRow
from dossier.store.tables import annotations


def put(connection: Connection, annotator: str, bodies: Sequence[tuple[str, bytes]]) -> None:
    """Save the annotations by this annotator, in place of those that it made before."""
    connection.execute(delete(annotations).where(_of(annotator, [key for key, _ in bodies])))
    rows = [
        {"article": key, "annotator": annotator, "body": body, "checksum": checksum(key, annotator, body)}
        for key, body in bodies
    ]
    if rows:
        connection.execute(insert(annotations), rows)


def bodies(connection: Connection, annotator: str, ids: Sequence[str]) -> dict[str, bytes | None]:
    """What is stored of the annotations, by article; None of a row that is damaged."""
    found = connection.execute(select(annotations).where(_of(annotator, ids)))
    return {row.article: row.body if _is_whole(row) else None for row in found}


def present(connection: Connection, annotator: str, ids: Sequence[str]) -> Iterable[str]:
    """Those of the articles that this annotator has read."""
    return connection.execute(select(annotations.c.article).where(_of(annotator, ids))).scalars()


def drop_damaged(connection: Connection, annotator: str, ids: Sequence[str]) -> list[DamagedRow]:
    """Remove the damaged rows of these articles and this annotator, and return them."""
    damaged = [key for key, body in bodies(connection, annotator, ids).items() if body is None]
    if damaged:
        connection.execute(delete(annotations).where(_of(annotator, damaged)))
    return [DamagedRow("annotation", key, known_ref(connection, key)) for key in damaged]


def annotated(key: str, body: bytes | None) -> Annotations | None:
    """The annotations of the article ``key`` that are stored as ``body``; None where that is not them."""
    try:
        found = decode_annotations(body) if body is not None else None
    except ValueError:
        return None
    return found if found and found.article == key else None


def damaged(connection: Connection) -> Iterator[DamagedRow]:
    """The rows that are not as they were saved."""
    for row in connection.execute(select(annotations)):
        if not _is_whole(row) or annotated(row.article, row.body) is None:
            yield DamagedRow("annotation", str(row.article), known_ref(connection, row.article))


def add_checksums(connection: Connection) -> None:
    """Give each row its checksum; none to a row that holds no annotations, so that it counts as damaged."""
    keys = connection.execute(select(annotations.c.article, annotations.c.annotator)).all()
    for key, annotator in keys:
        its = _of(annotator, [key])
        body = connection.execute(select(annotations.c.body).where(its)).scalar_one()
        if annotated(key, body):
            connection.execute(annotations.update().where(its).values(checksum=checksum(key, annotator, body)))


def _of(annotator: str, ids: Sequence[str]) -> ColumnElement[bool]:
    return annotations.c.article.in_(ids) & (annotations.c.annotator == annotator)


def _is_whole(row: Row[tuple[str, str, bytes, bytes]]) -> bool:
    return bool(row.checksum == checksum(row.article, row.annotator, row.body))
