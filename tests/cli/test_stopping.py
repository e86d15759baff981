"""Ctrl-C and SIGTERM in the middle of a real build: it ends, says what is kept, and the next build goes on."""

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from dossier.cli.parts.stopping import Stopped, stoppable
from tests.waiting import PATIENCE_SECONDS, wait_for

ROOT = Path(__file__).parents[2]

ARTICLES = 59
"""Six batches: two workers have some left when the first is seen, on however busy a machine."""

SECONDS_TO_END = 2
"""Within which a build is to end. A test allows five times that, for a slow or busy machine."""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A project over six batches of articles, of some seconds each."""
    (tmp_path / "articles").mkdir()
    shutil.copy(ROOT / "seeds" / "articles" / "midsea-press" / "haddoun-denies-role.txt", tmp_path / "articles")
    text = "Police said that Brandt had sold the plans to a firm in Oslo in May 2016. " * 40
    lines = [json.dumps({"id": f"n{number}", "text": f"{text}Case {number}."}) + "\n" for number in range(ARTICLES - 1)]
    (tmp_path / "articles" / "many.jsonl").write_text("".join(lines))
    (tmp_path / "dossier.toml").write_text('formats = ["json"]\ntop = 2\n')
    return tmp_path


def start(case: Path, *args: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "dossier", "build", "--log-file", "run.log", "--report", "run.json", *args]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, cwd=case, env=env, stderr=subprocess.PIPE, text=True, start_new_session=True)


def annotated(case: Path) -> int:
    """How many articles have annotations in the store; 0 while there is none."""
    if not (case / "dossier.db").exists():
        return 0
    with closing(sqlite3.connect(f"file:{case / 'dossier.db'}?mode=ro", uri=True, timeout=30)) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM annotation").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


def stop(process: "subprocess.Popen[str]", number: int) -> str:
    """Send the signal, as a terminal or a service manager does to the whole group, and give what the build says."""
    os.killpg(process.pid, number)
    return process.communicate(timeout=PATIENCE_SECONDS)[1]


def dossiers(case: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (case / "dossiers").rglob("*") if path.is_file()}


def running(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "workers", "code", "name"),
    [(signal.SIGTERM, "1", 143, "SIGTERM"), (signal.SIGINT, "1", 130, "Ctrl-C"), (signal.SIGINT, "2", 130, "Ctrl-C")],
)
def test_a_build_that_is_stopped_keeps_what_it_annotated(
    case: Path, number: int, workers: str, code: int, name: str
) -> None:
    process = start(case, "--workers", workers)
    wait_for(lambda: annotated(case) > 0)
    said = stop(process, number)
    assert (process.returncode, "Traceback" in said) == (code, False), said
    kept = annotated(case)
    assert 0 < kept < ARTICLES
    counted = re.search(rf"Stopped by {name}\. (\d+) new articles? annotated and kept", said)
    assert counted, said
    assert int(counted[1]) in {kept, kept - 1}, "the last one may be saved and not yet counted"
    assert "The dossiers stand as they were" in said
    assert not (case / "dossiers").exists()
    wait_for(lambda: not running(process.pid))
    report = json.loads((case / "run.json").read_text())
    assert (report["outcome"], report["exit_code"], report["new"]) == ("stopped", code, int(counted[1]))
    assert re.search(rf" ERROR +Stopped by {name}\n.*ended with exit code {code}", (case / "run.log").read_text())

    if (number, workers) == (signal.SIGINT, "1"):
        return  # the next build goes on as after SIGTERM, which another row proves
    again = start(case)
    said = again.communicate(timeout=300)[1]
    assert again.returncode == 0, said
    assert f"{ARTICLES} articles read, {ARTICLES - kept} of them new" in said
    if number == signal.SIGTERM:
        resumed = dossiers(case)
        (case / "dossier.db").unlink()
        shutil.rmtree(case / "dossiers")
        undisturbed = start(case)
        assert undisturbed.communicate(timeout=300)[1]
        assert undisturbed.returncode == 0
        assert dossiers(case) == resumed


@pytest.mark.slow
def test_a_build_that_is_stopped_while_it_reads_its_libraries(case: Path) -> None:
    process = start(case)
    wait_for(lambda: (case / "run.log").exists() and "Annotating: begun" in (case / "run.log").read_text())
    said = stop(process, signal.SIGTERM)
    assert (process.returncode, "Traceback" in said) == (143, False), said
    assert "Stopped by SIGTERM" in said


@pytest.mark.slow
def test_no_worker_outlives_a_build_that_was_killed(case: Path) -> None:
    process = start(case, "--workers", "2")
    wait_for(lambda: annotated(case) > 0)
    process.kill()
    process.communicate(timeout=PATIENCE_SECONDS)
    wait_for(lambda: not running(process.pid))


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_build_that_is_stopped_while_it_prints(case: Path, workers: str) -> None:
    (case / "articles" / "many.jsonl").unlink()
    process = start(case, "--workers", workers, "--format", "pdf")
    wait_for(lambda: (case / "run.log").exists() and "Writing: begun" in (case / "run.log").read_text())
    began = time.monotonic()
    said = stop(process, signal.SIGTERM)
    assert (process.returncode, "Traceback" in said) == (143, False), said
    assert time.monotonic() - began < 5 * SECONDS_TO_END
    assert not (case / "dossiers").exists()
    wait_for(lambda: not running(process.pid))


SWALLOWING = """
import sys, time
from dossier.cli.parts import terminal

@terminal.explained
def command():
    print("begun", flush=True)
    while True:
        try:
            time.sleep(60)
        except KeyboardInterrupt:  # as a library does that calls back from C
            pass

command()
"""


def test_a_stop_while_a_class_is_made_is_a_stop() -> None:
    class Signal:
        def __set_name__(self, owner: type, name: str) -> None:
            os.kill(os.getpid(), signal.SIGTERM)

    with pytest.raises(Stopped, match="SIGTERM"), stoppable():
        type("Made", (), {"part": Signal()})


def test_a_stop_that_a_library_swallows_ends_the_process_all_the_same() -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", SWALLOWING]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "begun\n"
        process.send_signal(signal.SIGTERM)
        said = process.communicate(timeout=PATIENCE_SECONDS)[1]
    assert (process.returncode, said) == (143, "Stopped by SIGTERM.\n")
