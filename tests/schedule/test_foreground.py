"""``dossier schedule run`` for real, under a clock that is set: each night is built once."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIBRARY = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
PATIENCE_SECONDS = 180
"""How long a test waits for what must come, on however busy a machine."""
QUIET_SECONDS = 1.6
"""How long a test waits for what must not come: the schedule looks at the clock each second."""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(LIBRARY is None, reason="libfaketime is not on this machine (apt install libfaketime)"),
]


class Clock:
    """The clock of a process, and of all that it starts: set by writing into a file."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "clock"

    def set(self, moment: str) -> None:
        """Let the clock go on from this moment, in UTC."""
        new = self.file.with_suffix(".new")
        new.write_text(f"@{moment}\n")
        new.replace(self.file)

    @property
    def environment(self) -> dict[str, str]:
        """What makes a process look at this clock. Waiting goes by another one, which nobody sets."""
        return {
            "LD_PRELOAD": str(LIBRARY),
            "FAKETIME_TIMESTAMP_FILE": str(self.file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "TZ": "UTC",
        }


class Running:
    """A schedule that runs, and what it has said so far."""

    def __init__(self, process: "subprocess.Popen[str]", said: Path) -> None:
        self.process = process
        self._said = said

    def builds(self) -> list[str]:
        """When the builds were due that ended."""
        said = self._said.read_text()
        return re.findall(r"build begun, due (\S+ \S+ \S+)\n\S+ build ended with exit code 0\n", said)

    def wait_for(self, count: int) -> None:
        """Wait until so many builds were made, and see that there are no more of them."""
        end = time.monotonic() + PATIENCE_SECONDS
        while len(self.builds()) < count:
            assert time.monotonic() < end, self._said.read_text()
            time.sleep(0.05)
        self.stay(count)

    def stay(self, count: int) -> None:
        """See that for some time there are no more builds than these."""
        time.sleep(QUIET_SECONDS)
        assert len(self.builds()) == count, self._said.read_text()

    def stop(self, number: int) -> str:
        """End it with a signal, and give what it said last."""
        self.process.send_signal(number)
        self.process.wait(PATIENCE_SECONDS)
        return self._said.read_text().splitlines()[-1]


@contextmanager
def running(case: Path, clock: Clock) -> Iterator[Running]:
    """``dossier schedule run`` in the project, by that clock."""
    said = case.parent / "said.txt"
    env = {**os.environ, "PYTHONPATH": str(ROOT), **clock.environment}
    command = [sys.executable, "-m", "dossier", "schedule", "run", "--project", str(case)]
    with said.open("w") as file, subprocess.Popen(command, env=env, stderr=file, text=True) as process:
        try:
            yield Running(process, said)
        finally:
            if process.poll() is None:
                process.kill()


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    (folder / "articles").mkdir(parents=True)
    shutil.copy(ROOT / "seeds" / "articles" / "midsea-press" / "haddoun-denies-role.txt", folder / "articles")
    table = '[schedule]\nat = "01:30"\ntime_zone = "Europe/London"\n'
    (folder / "dossier.toml").write_text(f'formats = ["json"]\ntop = 1\n{table}')
    return folder


STEPS = [
    ("2027-03-25 22:00:00", None),  # started by day: nothing is made up
    ("2027-03-26 01:29:58", "2027-03-26 01:30 GMT"),  # the night comes of itself
    ("2027-03-26 02:00:00", None),
    ("2027-03-27 01:45:00", "2027-03-27 01:30 GMT"),  # the clock is set forward over the moment
    ("2027-03-28 00:50:00", None),
    ("2027-03-28 01:00:10", "2027-03-28 02:00 BST"),  # summer time begins: 01:30 does not exist
    ("2027-03-28 01:31:00", None),
    ("2027-03-29 00:30:30", "2027-03-29 01:30 BST"),
    ("2027-03-28 22:00:00", None),  # the clock is set back, and the night comes a second time
    ("2027-03-29 00:31:00", None),
    ("2027-04-01 06:00:00", "2027-04-01 01:30 BST"),  # three nights asleep: one build
    ("2027-04-02 20:00:00", None),  # after the hours of grace
    ("2027-10-30 20:00:00", None),
    ("2027-10-31 00:30:20", "2027-10-31 01:30 BST"),  # summer time ends: the first 01:30
    ("2027-10-31 01:30:20", None),  # and the second
    ("2027-11-01 01:30:10", "2027-11-01 01:30 GMT"),
    ("2029-01-01 12:00:00", "2029-01-01 01:30 GMT"),  # a clock far ahead
    ("2027-11-01 12:00:00", None),  # is put right
    ("2027-11-02 01:30:10", "2027-11-02 01:30 GMT"),
]


def test_each_night_is_built_once_however_the_clock_is_set(case: Path, tmp_path: Path) -> None:
    clock, expected = Clock(tmp_path), []
    clock.set(STEPS[0][0])
    with running(case, clock) as schedule:
        for moment, build in STEPS:
            clock.set(moment)
            expected += [build] if build else []
            schedule.wait_for(len(expected))
            assert schedule.builds() == expected, moment
        assert schedule.stop(signal.SIGTERM).startswith("Stopped by SIGTERM. What is due by then")
        assert schedule.process.returncode == 143
    assert (case / "dossiers" / "index.json").is_file()
    log = (case / "build.log").read_text()
    assert log.count("dossier: ended with exit code 0") == len(expected)

    clock.set("2027-11-03 06:00:00")  # it was off in the night
    with running(case, clock) as schedule:
        schedule.wait_for(1)
        assert schedule.builds() == ["2027-11-03 01:30 GMT"]
        assert schedule.stop(signal.SIGINT).startswith("Stopped by Ctrl-C.")
        assert schedule.process.returncode == 130
