"""A store of each earlier layout is brought forward, and gives the same dossiers with nothing read anew."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import pytest

from dossier.model import ActorPointer, Judgement, Rejection, Watched
from dossier.pipeline.checking.checks import verify
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.run import Intake, Job, build
from dossier.store import Store
from dossier.store.tables import VERSION
from tests.pipeline.builds import files
from tests.store.filled_store import SIGNED

pytestmark = pytest.mark.slow  # it starts the parser
TEXTS = (
    "Peter Brandt was arrested in London on 14 March 2019. Police said Brandt had sold the plans in 2016.\n",
    "Peter Brandt was released in Paris on 20 May 2020. Mr Brandt married Ada Moor on 3 June 2020.\n",
)
NO_NAME = Judgement(Rejection(ActorPointer("Paris")), "ada", SIGNED[0].made)
CHECKED = ("article", "annotation", "run", "judgement")
KEPT = ("kept_case", "kept_timeline")
OLDER = {
    7: ["drop table kept_shelf", "drop table kept_reading"],
    6: ["drop table kept_events"],
    5: [f"alter table {table} drop column checksum" for table in KEPT],
    4: ["drop table kept_timeline", "drop table kept_case"],
    3: ["alter table run drop column skipped", *(f"alter table {table} drop column checksum" for table in CHECKED)],
    2: ["alter table run drop column ontology"],
    1: ["drop table run_watchlist", "drop table judgement"],
}
"""What has to go so that a store of the next layout is one of this."""


@dataclass(frozen=True)
class Case:
    """A build that was made, with its store."""

    job: Job
    store: Path


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("case")
    (folder / "in").mkdir()
    for number, text in enumerate(TEXTS):
        (folder / "in" / f"{number}.txt").write_text(text)
    formats = frozenset({Format.JSON, Format.HTML})
    job = Job(
        intake=Intake(sources=["in"], base=folder), output=folder / "out", watched=[Watched("Brandt")], formats=formats
    )
    with Store(folder / "s.db") as store:
        store.add_judgements([NO_NAME])
        build(job, store)
    return Case(job, folder / "s.db")


def older(store: Path, layout: int) -> None:
    """Make of a store of the current layout one of an earlier."""
    with closing(sqlite3.connect(store)) as connection, connection:
        for number in takewhile(lambda number: number >= layout, OLDER):
            for statement in OLDER[number]:
                connection.execute(statement)
        connection.execute("update layout set version = ?", (layout,))


@pytest.mark.parametrize("layout", OLDER)
def test_it_gives_the_same_dossiers(case: Case, tmp_path: Path, layout: int) -> None:
    shutil.copy(case.store, tmp_path)
    older(tmp_path / "s.db", layout)
    with Store(tmp_path / "s.db") as store:
        assert store.judgements() == ([NO_NAME] if layout > 1 else [])
        store.add_judgements([NO_NAME])
        assert store.damage() == []
        report = build(
            Job(intake=case.job.intake, output=tmp_path / "out", watched=case.job.watched, formats=case.job.formats),
            store,
        )
        assert (report.articles, report.annotated) == (2, [])
        assert verify(tmp_path / "out", store).issues == ()
    assert files(tmp_path / "out") == files(case.job.output)


def test_there_is_one_of_each_layout() -> None:
    assert list(OLDER) == list(range(VERSION - 1, 0, -1))
