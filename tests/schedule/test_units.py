"""The units of systemd: their text, and what systemd itself says of them."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from dossier.errors import SchedulerUnusable
from dossier.schedule import units
from dossier.schedule.systemd import UnitFolder
from tests.schedule.plans import NOW, ODD, plan, utc

ANALYZE = shutil.which("systemd-analyze")
by_systemd = pytest.mark.skipif(ANALYZE is None, reason="systemd-analyze is not on this machine (apt install systemd)")


def analyzed(*args: str, runtime: Path) -> "subprocess.CompletedProcess[str]":
    env = {**os.environ, "XDG_RUNTIME_DIR": str(runtime), "TZ": "UTC"}
    return subprocess.run([ANALYZE or "", *args], capture_output=True, text=True, check=False, env=env)


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        ('time_zone = "UTC"', ["*-*-* 03:15:00 UTC"]),
        ('at = ["12:30", "03:15"]\ntime_zone = "UTC"', ["*-*-* 03:15:00 UTC", "*-*-* 12:30:00 UTC"]),
        ('days = ["fri", "mon"]\ntime_zone = "Asia/Tokyo"', ["Mon,Fri *-*-* 03:15:00 Asia/Tokyo"]),
        ('time_zone = "Europe/London"', ["*-*-* 03:15:00 Europe/London"]),
        (
            'at = "01:30"\ntime_zone = "Europe/London"',
            ["*-*-* 01:30:00 Europe/London", "2027-03-28 01:00:00 UTC", "2028-03-26 01:00:00 UTC"],
        ),
    ],
)
def test_the_times_of_a_timer(tmp_path: Path, table: str, lines: list[str]) -> None:
    text = units.timer(plan(tmp_path, table), NOW)
    found = [line.removeprefix("OnCalendar=") for line in text.splitlines() if line.startswith("OnCalendar=")]
    assert found[: len(lines)] == lines
    assert len(found) in {len(lines), 1 + units.SKIPPED_YEARS}
    assert "Persistent=true" in text
    assert "RandomizedDelaySec" not in text


def test_a_random_delay(tmp_path: Path) -> None:
    assert "\nRandomizedDelaySec=10min\n" in units.timer(plan(tmp_path, "random_delay = 10"), NOW)


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("plain", '"plain"'),
        ("two words", '"two words"'),
        ("5%", '"5%%"'),
        ("%h", '"%%h"'),
        ('"x"', '"\\"x\\""'),
        ("a\\nb", '"a\\\\nb"'),
        ("$HOME ${HOME}", '"$HOME ${HOME}"'),
        ("it's", '"it\'s"'),
        ("Ärger 日本", '"Ärger 日本"'),
        (";", '";"'),
    ],
)
def test_words_of_a_command(word: str, written: str) -> None:
    assert units.exec_line(["/bin/true", word]) == f'":/bin/true" {written}'


@by_systemd
@pytest.mark.parametrize("is_system", [False, True])
@pytest.mark.parametrize("name", ["orlov", ODD, "back\\slash\\"])
def test_systemd_understands_the_units(tmp_path: Path, name: str, is_system: bool) -> None:
    found = plan(tmp_path / name, 'at = ["01:30", "12:00"]\ndays = ["sun"]\ntime_zone = "Europe/London"')
    folder = tmp_path / "units"
    folder.mkdir()
    files = [folder / file.name for file in UnitFolder(is_system=is_system).files(found)]
    for file, text in zip(files, UnitFolder(is_system=is_system).texts(found, NOW), strict=True):
        file.write_text(text, "utf-8")
    manager = [] if is_system else ["--user"]
    done = analyzed("verify", "--man=no", *manager, *map(str, files), runtime=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


@by_systemd
@pytest.mark.parametrize(("escape", "code"), [(units.exec_line, 0), (" ".join, 1)])
def test_systemd_finds_a_program_whatever_its_name(
    tmp_path: Path, escape: Callable[[list[str]], str], code: int
) -> None:
    program = tmp_path / "Ärger 5% $HOME ${y} #1" / "%h run"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    unit = tmp_path / "odd.service"
    unit.write_text(f"[Service]\nType=oneshot\nExecStart={escape([str(program), ODD])}\n", "utf-8")
    assert analyzed("verify", "--man=no", str(unit), runtime=tmp_path).returncode == code


@by_systemd
@pytest.mark.parametrize("begin", ["2027-03-26 12:00", "2027-10-29 12:00"])
def test_systemd_builds_at_the_moments_of_the_plan(tmp_path: Path, begin: str) -> None:
    found = plan(tmp_path, 'at = "01:30"\ntime_zone = "Europe/London"')
    lines = [line for line in units.timer(found, NOW).splitlines() if line.startswith("OnCalendar=")]
    coming = {moment for line in lines for moment in elapses(line.removeprefix("OnCalendar="), begin, tmp_path)}
    expected = [f"{moment:%Y-%m-%d %H:%M:%S}" for moment in islice(found.after(utc(begin)), 4)]
    assert sorted(moment for moment in coming if moment > begin)[:4] == expected


def elapses(calendar: str, begin: str, runtime: Path) -> list[str]:
    """The next times in UTC at which systemd would start a timer."""
    done = analyzed("calendar", "--iterations=4", f"--base-time={begin}", calendar, runtime=runtime)
    return re.findall(r"(?:Next elapse|Iter\. #\d): \w+ ([\d-]+ [\d:]+) UTC", done.stdout)


SYSTEMCTL = """\
#!/bin/sh
# Writes down what systemctl is asked; refuses what the test says.
echo "$*" >> "$ASKED"
case "$*" in *$REFUSED*) echo "Failed: no medium found" >&2; exit 1 ;; esac
"""


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What systemctl is asked, a line each; units of the user lie in a folder of the test."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "systemctl").write_text(SYSTEMCTL)
    (tmp_path / "bin" / "systemctl").chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("ASKED", str(tmp_path / "asked"))
    monkeypatch.setenv("REFUSED", "nothing")
    return tmp_path / "asked"


def test_units_are_written_and_the_timer_is_started(tmp_path: Path, asked: Path) -> None:
    found, folder = plan(tmp_path / "case"), UnitFolder(is_system=False)
    folder.install(found, NOW)
    folder.install(found, NOW)
    assert folder.is_current(found, NOW)
    assert {file.stat().st_mode & 0o777 for file in folder.files(found)} == {0o644}
    timer = f"{found.name}.timer"
    said = [f"--user --no-ask-password {what}" for what in ("daemon-reload", f"enable {timer}", f"restart {timer}")]
    assert asked.read_text().splitlines() == said * 2
    plan(tmp_path / "other")
    assert sorted(folder.path.iterdir()) == sorted(folder.files(found))


def test_what_systemd_refuses_is_said_with_the_way_out(
    tmp_path: Path, asked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REFUSED", "enable")
    found, folder = plan(tmp_path / "case"), UnitFolder(is_system=False)
    with pytest.raises(
        SchedulerUnusable, match=r"'systemctl --user enable .*' failed: Failed: no medium found"
    ) as raised:
        folder.install(found, NOW)
    assert "--crontab" in raised.value.advice
    (tmp_path / "config" / "systemd" / "user").rename(tmp_path / "away")
    (tmp_path / "config" / "systemd" / "user").touch()
    with pytest.raises(SchedulerUnusable, match="cannot write to"):
        folder.install(found, NOW)


def test_installed_units_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    found, folder = plan(tmp_path / "case"), UnitFolder(is_system=False)
    assert folder.path == tmp_path / "config" / "systemd" / "user"
    assert not folder.is_installed(found)
    folder.path.mkdir(parents=True)
    for file, text in zip(folder.files(found), folder.texts(found, NOW), strict=True):
        file.write_text(text, "utf-8")
    assert folder.is_installed(found)
    assert folder.is_current(found, NOW)
    other = plan(tmp_path / "case", 'at = "04:00"')
    assert other.name == found.name
    assert not folder.is_current(other, NOW)
    assert not folder.is_installed(plan(tmp_path / "another"))
    assert sorted(folder.remove(other)) == sorted(folder.files(found))
    assert list(folder.path.iterdir()) == []
