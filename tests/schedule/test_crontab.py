"""The line of a crontab: its text, its place among the lines of others, and what the real cron makes of it."""

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.errors import SchedulerUnusable
from dossier.schedule import crontab
from tests.schedule.plans import NOW, ODD, plan

OTHERS = "# mine\nMAILTO=ada@desk.example\n\n0 5 * * 1 tar -zcf /var/backups/home.tgz /home/  # 5\\%\n"


def line_of(entry: str) -> str:
    return entry.splitlines()[1]


@pytest.mark.parametrize(
    ("machine", "table", "minutes"),
    [
        ("Europe/London", 'time_zone = "Europe/London"', "15"),
        ("UTC", 'time_zone = "America/New_York"', "15"),
        ("UTC", 'time_zone = "Asia/Kolkata"', "45"),
        ("Asia/Kathmandu", 'time_zone = "UTC"', "0"),
        ("UTC", 'at = ["03:15", "12:15", "12:45"]\ntime_zone = "UTC"', "15,45"),
        ("UTC", 'at = "03:15"\ntime_zone = "Australia/Lord_Howe"', "15,45"),  # summer time is half an hour
        ("UTC", 'at = "01:30"\ntime_zone = "Europe/London"', "0,30"),  # 0: on the day that 01:30 is skipped
    ],
)
def test_cron_asks_in_each_minute_at_which_a_build_can_be_due(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, machine: str, table: str, minutes: str
) -> None:
    monkeypatch.setenv("TZ", machine)
    assert line_of(crontab.entry(plan(tmp_path, table), NOW)).startswith(f"{minutes} * * * * /")


def as_cron_runs_it(line: str) -> str:
    """The command of a line as cron hands it to the shell: up to a bare percent sign, and without the escapes."""
    command = line.split(" ", 5)[5].replace("\\%", "\0")
    return command.split("%")[0].replace("\0", "%")


names = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="/\\"), min_size=1)


@given(names.filter(lambda name: name.isprintable() and name not in {".", ".."} and len(name.encode()) < 200))
def test_the_shell_gets_the_folder_as_it_is(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    folder = tmp_path_factory.getbasetemp() / name
    command = as_cron_runs_it(line_of(crontab.entry(plan(folder), NOW)))
    assert shlex.split(command)[-5:] == ["schedule", "run", "--if-due", "--project", str(folder)]


def test_a_backslash_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SchedulerUnusable, match="backslash"):
        crontab.entry(plan(tmp_path / "a\\b"), NOW)


tables = st.lists(st.sampled_from(["# mine", "", "MAILTO=x", "0 5 * * * true", "  # dossier-x: end"])).map("\n".join)


@settings(max_examples=30)  # each works out the moments of ten years a dozen times
@given(tables, st.sampled_from(["", "\n"]), st.permutations(["a", "b", "c"]), st.integers(0, 3))
def test_lines_come_and_go_and_all_others_stay(
    tmp_path_factory: pytest.TempPathFactory, table: str, end: str, names: list[str], kept: int
) -> None:
    plans = [plan(tmp_path_factory.getbasetemp() / "lines" / name) for name in names]
    start = table + end if table else ""
    found = start
    for one in plans:
        found = crontab.with_entry(found, one, NOW)
        assert crontab.with_entry(found, one, NOW) == found
        assert crontab.found_entry(found, one) == crontab.entry(one, NOW)
    for one in plans[kept:]:
        found = crontab.without_entry(found, one)
        assert crontab.found_entry(found, one) is None
    rest = "".join(crontab.entry(one, NOW) for one in plans[:kept])
    assert found == start + ("\n" if start and not start.endswith("\n") else "") + rest


def test_a_changed_schedule_replaces_its_line_where_it_stands(tmp_path: Path) -> None:
    table = crontab.with_entry(OTHERS, plan(tmp_path), NOW) + "1 1 * * * true\n"
    later = crontab.with_entry(table, plan(tmp_path, 'at = "04:40"'), NOW)
    assert later == table.replace("\n15 * * * * ", "\n40 * * * * ")
    assert crontab.without_entry(later, plan(tmp_path)) == OTHERS + "1 1 * * * true\n"


def own_crontab() -> str | None:
    """Why the real crontab is left alone; None where it is there and empty."""
    if shutil.which("crontab") is None:
        return "the program crontab is not on this machine (apt install cron)"
    done = subprocess.run(["crontab", "-l"], capture_output=True, text=True, check=False)
    return None if "no crontab for" in done.stderr else "the user has a crontab, which tests leave alone"


WHY_NOT = own_crontab()


@pytest.mark.skipif(WHY_NOT is not None, reason=str(WHY_NOT))
def test_the_real_crontab_takes_the_line_and_reads_it_back(tmp_path: Path) -> None:
    found = plan(tmp_path / ODD)
    try:
        assert crontab.read() == ""
        crontab.write(crontab.with_entry(OTHERS, found, NOW))
        listed = subprocess.run(["crontab", "-l"], capture_output=True, text=True, check=True).stdout
        assert listed == OTHERS + crontab.entry(found, NOW)
        with pytest.raises(SchedulerUnusable, match="took no new table"):
            crontab.write("this is no line of a crontab\n")
        assert crontab.read() == listed
        crontab.write(crontab.without_entry(listed, found))
        assert crontab.read() == OTHERS
    finally:
        crontab.write("")
    assert crontab.read() == ""
