"""Builds with a store on a server of PostgreSQL: what a store in a file gives, they give."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.errors import AlreadyRunning, StoreUnusable
from dossier.model import ActorPointer, Judgement, Rejection, StorePlace, Watched
from dossier.pipeline.checking.checks import verify
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.progress import Advance
from dossier.pipeline.run import Intake, Job, build
from dossier.store import Store
from tests.pipeline.builds import files
from tests.servers import PostgresqlServer, postgresql_server
from tests.store.filled_store import SIGNED

pytestmark = pytest.mark.slow  # it starts the parser
TEXTS = {
    "a.txt": "Peter Brandt was arrested in London on 14 March 2019. Police said Brandt had sold the plans in 2016.\n",
    "b.txt": "Peter Brandt was released in Paris on 20 May 2020. Mr Brandt married Ada Moor on 3 June 2020.\n",
}
MORE = "Peter Brandt was arrested in Oslo on 5 July 2021.\n"
NO_NAME = Judgement(Rejection(ActorPointer("Paris")), "ada", SIGNED[0].made)


@pytest.fixture
def job(tmp_path: Path) -> Job:
    (tmp_path / "in").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "in" / name).write_text(text)
    intake = Intake(sources=["in"], base=tmp_path)
    formats = frozenset({Format.JSON, Format.HTML})
    return Job(intake=intake, output=tmp_path / "out", watched=(Watched("Peter Brandt"),), formats=formats)


@pytest.fixture
def server() -> Iterator[PostgresqlServer]:
    """A server that the test may kill."""
    with postgresql_server() as started:
        yield started


def told(folder: Path) -> dict[str, bytes]:
    """What the build says of the case, whatever was built before."""
    return {name: data for name, data in files(folder).items() if Path(name).name in {"case.json", "timeline.json"}}


def test_both_engines_give_the_same_bytes(job: Job, tmp_path: Path, postgresql: PostgresqlServer) -> None:
    places: dict[str, StorePlace] = {"file": tmp_path / "s.db", "server": postgresql.new_store()}
    for name, place in places.items():
        its = replace(job, output=tmp_path / name)
        with Store(place) as store:
            build(its, store)
            store.add_judgements([NO_NAME])
            report = build(its, store)
            assert (report.annotated, verify(its.output, store).issues, store.damage()) == ([], (), [])
        with Store(place) as store:
            assert build(its, store).made == 0
    assert files(tmp_path / "file") == files(tmp_path / "server")
    assert len(files(tmp_path / "file")) > 5


def test_a_build_finds_the_store_taken_and_names_who_took_it(job: Job, postgresql: PostgresqlServer) -> None:
    place = postgresql.new_store()
    with Store(place) as store, Store(place) as other:
        with other.reserved(), pytest.raises(AlreadyRunning, match=rf"the store {place}: dossier, process \d+"):
            build(job, store)
        assert build(job, store).made == 1


def test_a_server_that_is_killed_ends_the_build_and_the_next_is_whole(
    job: Job, tmp_path: Path, server: PostgresqlServer
) -> None:
    @contextmanager
    def killing(label: str, steps: int | None) -> Iterator[Advance]:
        """Kill the server when the first new article was annotated."""
        yield lambda done: server.kill() if label == "Annotating" else None

    place = server.new_store()
    with Store(place) as store:
        build(job, store)
    before = files(job.output)
    for name in ("c.txt", "d.txt"):
        (tmp_path / "in" / name).write_text(f"{MORE} It was reported by {name}.")

    with pytest.raises(StoreUnusable, match=f"cannot use {place} as a store") as killed, Store(place) as store:
        build(job, store, killing)
    assert "see that the server runs and lets you in, then do it again" in killed.value.advice
    assert "s3cret" not in str(killed.value)
    assert files(job.output) == before

    server.start()
    with Store(place) as store:
        assert len(build(job, store).annotated) == 1
        assert (verify(job.output, store).issues, store.damage()) == ((), [])
    with Store(tmp_path / "s.db") as store:
        build(replace(job, output=tmp_path / "fresh"), store)
    assert told(job.output) == told(tmp_path / "fresh")
