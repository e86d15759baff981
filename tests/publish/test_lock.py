"""One process at a time, and the next is told who is at work."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.errors import AlreadyRunning, OutputUnusable
from dossier.publish.lock import held

HOLD = "import sys, time; from pathlib import Path; from dossier.publish.lock import held\n"
HOLD += "with held(Path(sys.argv[1]), 'it'): print('held', flush=True); time.sleep(60)"


def holder(path: Path) -> subprocess.Popen[str]:
    """A process that holds the lock."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(path), "two words"], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def test_who_comes_second_is_told_who_holds_it_since_when(tmp_path: Path) -> None:
    with holder(tmp_path / "lock") as process:
        with pytest.raises(AlreadyRunning) as caught, held(tmp_path / "lock", "the folder out"):
            pass
        process.kill()
    said = rf"another build is using the folder out: process {process.pid} on \S+, since \d{{4}}-\d\d-\d\dT\S+Z, "
    assert re.match(said + "“-c .*'two words'”", str(caught.value))


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_it_is_free_when_its_holder_is_gone(tmp_path: Path, how: signal.Signals) -> None:
    with holder(tmp_path / "lock") as process:
        process.send_signal(how)
        process.wait()
        with held(tmp_path / "lock", "it"):
            assert f'"process": {os.getpid()},' in (tmp_path / "lock").read_text()
    assert list(tmp_path.iterdir()) == []


def test_it_leaves_no_file_and_no_folder(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "lock"
    with held(path, "it"):
        assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_lock_yet_names_nobody(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with holder(path) as process:
        path.write_text("")
        with pytest.raises(AlreadyRunning, match="a process that has just begun"), held(path, "it"):
            pass
        process.kill()


def test_it_is_not_made_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    (tmp_path / "lock").symlink_to(tmp_path / "mine")
    with pytest.raises(OutputUnusable, match="cannot write"), held(tmp_path / "lock", "it"):
        pass
    assert (tmp_path / "mine").read_text() == "mine"


RACE = "import sys, time; from pathlib import Path; from dossier.errors import AlreadyRunning\n"
RACE += "from dossier.publish.lock import held\npath = Path(sys.argv[1]); end = time.monotonic() + 2\n"
RACE += "while time.monotonic() < end:\n"
RACE += "    try:\n        with held(path / 'lock', 'it'):\n"
RACE += "            (path / 'inside').mkdir(); (path / 'inside').rmdir(); print('in')\n"
RACE += "    except AlreadyRunning: pass"


def test_never_are_two_inside(tmp_path: Path) -> None:
    """Each makes a folder inside, which fails when it is there; the file of the lock comes and goes all the time."""
    command = [sys.executable, "-c", RACE, str(tmp_path)]
    racers = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    outcomes = [racer.communicate(timeout=180) for racer in racers]
    assert [error for _, error in outcomes] == ["", "", ""]
    assert all(said.count("in") > 10 for said, _ in outcomes)
