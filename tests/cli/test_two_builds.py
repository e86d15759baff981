"""Builds at the same time, and builds that are stopped, as real processes."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from dossier.store import Store
from tests.servers import PostgresqlServer

pytestmark = pytest.mark.slow  # each starts the whole program
TEXT = "Peter Brandt was arrested in London on 14 March 2019. Police said Brandt had sold the plans in 2016.\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    return tmp_path


def start(here: Path, *options: str) -> subprocess.Popen[str]:
    """A build of the folder ``in`` as a process of its own."""
    command = [sys.executable, "-m", "dossier", "build", "in", "--format", "json", *options]
    environment = {**os.environ, "XDG_DATA_HOME": str(here / "data")}
    return subprocess.Popen(command, cwd=here, env=environment, stderr=subprocess.PIPE, text=True)


def finished(*builds: subprocess.Popen[str]) -> list[tuple[int, str]]:
    """The exit code and the messages of each."""
    return [(build.returncode, said) for build in builds for _, said in [build.communicate(timeout=300)]]


@pytest.mark.parametrize(
    ("first", "second", "what"),
    [
        (("-o", "one"), ("-o", "two"), "the store"),
        (("-o", "one", "--store", "a.db"), ("-o", "one", "--store", "b.db"), "the folder one"),
    ],
)
def test_of_two_builds_at_once_one_is_made_and_the_other_says_who_is_at_work(
    here: Path, first: tuple[str, ...], second: tuple[str, ...], what: str
) -> None:
    done = finished(start(here, *first), start(here, *second))
    assert sorted(code for code, _ in done) == [0, 4]
    said = next(said for code, said in done if code == 4)
    assert said.startswith(f"Error: another build is using {what}")
    assert "Traceback" not in "".join(said for _, said in done)

    made = (first, second)[[code for code, _ in done].index(0)]
    store = next(iter(here.rglob(made[-1] if "--store" in made else "*.db")))
    with Store(store) as opened:
        assert (opened.damage(), opened.counts()) == ([], {"article": 1, "annotation": 1, "run": 1})
    with closing(sqlite3.connect(store)) as connection:
        assert connection.execute("SELECT count(*) FROM kept_case").fetchone() == (1,)
    ((code, said),) = finished(start(here, *made))
    assert (code, "0 of them new" in said, "0 of them made anew" in said) == (0, True, True), said


def test_two_builds_at_once_on_one_database(here: Path, postgresql: PostgresqlServer) -> None:
    place = postgresql.new_store()
    builds = [("-o", name, "--store", place.secret) for name in ("one", "two")]
    done = finished(*(start(here, *options) for options in builds))
    assert sorted(code for code, _ in done) == [0, 4]
    assert next(said for code, said in done if code == 4).startswith("Error: another build is using the store")
    assert "s3cret" not in "".join(said for _, said in done)
    with Store(place) as opened:
        assert (opened.damage(), opened.counts()) == ([], {"article": 1, "annotation": 1, "run": 1})
    ((code, said),) = finished(start(here, *builds[0]))
    assert (code, "0 of them new" in said) == (0, True), said


def test_two_builds_at_once_on_two_stores_and_two_folders_are_both_made(here: Path) -> None:
    done = finished(start(here, "-o", "a", "--store", "a.db"), start(here, "-o", "b", "--store", "b.db"))
    assert [code for code, _ in done] == [0, 0]


OPEN = "import sys; from pathlib import Path; from dossier.store import Store\n"
OPEN += "sys.stdin.read(1)\nwith Store(Path(sys.argv[1])) as store: print(store.counts())"


def test_a_new_store_can_be_opened_by_many_at_once(tmp_path: Path) -> None:
    command = [sys.executable, "-c", OPEN, str(tmp_path / "s.db")]
    pipe = subprocess.PIPE
    openers = [subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) for _ in range(6)]
    for opener in openers:
        assert opener.stdin
        opener.stdin.write("g")
        opener.stdin.flush()
    assert [opener.communicate(timeout=180) for opener in openers] == [
        ("{'article': 0, 'annotation': 0, 'run': 0}\n", "")
    ] * 6


@pytest.mark.parametrize(("how", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_build_that_is_stopped_leaves_the_one_before(here: Path, how: signal.Signals, code: int) -> None:
    assert finished(start(here, "-o", "out"))[0][0] == 0
    before = {path: path.read_bytes() for path in (here / "out").rglob("*") if path.is_file()}
    lines = [f'{{"id": "{n}", "text": "{TEXT.strip()} It was number {n}. {TEXT.strip() * 20}"}}\n' for n in range(200)]
    (here / "in" / "more.jsonl").write_text("".join(lines))
    build = start(here, "-o", "out")
    while not (here / ".out.dossier-build").exists():
        time.sleep(0.05)
    build.send_signal(how)
    ((returned, said),) = finished(build)
    assert (returned, said.splitlines()[-1][:11]) == (code, "Stopped by ")
    assert {path: path.read_bytes() for path in (here / "out").rglob("*") if path.is_file()} == before
    assert sorted(path.name for path in here.iterdir()) == ["data", "in", "out"]
