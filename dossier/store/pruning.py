"""What a store keeps though no build needs it: old runs, and what earlier versions read in the articles."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, delete, func, select

from dossier.store import run_rows
from dossier.store.tables import annotations, runs


@dataclass(frozen=True, slots=True)
class Prunable:
    """How many runs, and annotations of how many annotators, can go."""

    runs: int
    annotations: int
    annotators: int


def prunable(connection: Connection, keep: int) -> Prunable:
    """What can go where the newest runs are kept, so many, and all that those have read."""
    old = select(annotations).where(_is_old(keep)).subquery()
    count = connection.execute(select(func.count()).select_from(old)).scalar_one()
    annotators = connection.execute(select(func.count(old.c.annotator.distinct()))).scalar_one()
    return Prunable(len(_old_runs(connection, keep)), count, annotators)


def prune(connection: Connection, keep: int) -> None:
    """Remove it. Articles and judgements stay, whatever becomes of the runs that they were in."""
    connection.execute(delete(annotations).where(_is_old(keep)))
    for key in _old_runs(connection, keep):
        run_rows.drop(connection, key)


def _is_old(keep: int) -> ColumnElement[bool]:
    """Whether annotations are by none of those who read for the newest runs; never where there is no run."""
    newest = select(runs.c.annotator).order_by(runs.c.id.desc()).limit(keep).subquery()
    return annotations.c.annotator.not_in(select(newest.c.annotator)) & select(runs.c.id).exists()


def _old_runs(connection: Connection, keep: int) -> list[int]:
    return list(connection.execute(select(runs.c.id).order_by(runs.c.id.desc()).offset(keep)).scalars())
