"""``dossier schedule``: what its commands say and write, and how a build that is due is made."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from dossier.project import read_project
from dossier.publish.lock import held
from dossier.schedule import plan_of
from dossier.schedule.last_run import LastRun
from tests import commands
from tests.waiting import PATIENCE_SECONDS, wait_for

ROOT = Path(__file__).parents[2]
CRON = """\
#!/bin/sh
# Keeps a crontab as the real one does, in a file of the test.
case $1 in
-l) cat "$CRONTAB" 2>/dev/null || { echo "no crontab for me" >&2; exit 1; } ;;
-r) rm -f "$CRONTAB" ;;
-) cat > "$CRONTAB" ;;
esac
"""
OTHERS = "MAILTO=ada@desk.example\n0 5 * * 1 true\n"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project without articles as the working folder, and a crontab of the test's own."""
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "crontab").write_text(CRON)
    (programs / "crontab").chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("CRONTAB", str(tmp_path / "crontab"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("TZ", "UTC")
    (tmp_path / "case" / "articles").mkdir(parents=True)
    (tmp_path / "case" / "dossier.toml").write_text('formats = ["json"]\n')
    monkeypatch.chdir(tmp_path / "case")
    return tmp_path / "case"


run = partial(commands.run, "schedule")


def test_the_next_builds_by_both_clocks(case: Path) -> None:
    (case / "dossier.toml").write_text('[schedule]\nat = "03:15"\ntime_zone = "Asia/Tokyo"\nrandom_delay = 5\n')
    done = run("next", "--count", "3")
    lines = done.stdout.splitlines()
    assert len(lines) == 3
    assert all("03:15 JST" in line and line.endswith("18:15 UTC") for line in lines)
    assert "up to 5 minutes later" in done.stderr


def test_each_day_of_two_years_stands_in_the_list(case: Path) -> None:
    (case / "dossier.toml").write_text('[schedule]\nat = "01:30"\ntime_zone = "Europe/London"\n')
    lines = run("next", "--count", "731").stdout.splitlines()
    assert len({line.split()[1] for line in lines}) == 731
    skipped = [line for line in lines if "the clock skips" in line]
    assert len(skipped) == 2
    assert all(" 02:00 BST" in line and "01:00 UTC" in line for line in skipped)
    assert len([line for line in lines if "01:30 BST" in line and "the first of two" in line]) == 2


def test_a_line_of_the_crontab_comes_and_goes(case: Path, tmp_path: Path) -> None:
    table = tmp_path / "crontab"
    table.write_text(OTHERS)
    printed = run("install", "--crontab", "--print").stdout
    assert table.read_text() == OTHERS
    done = run("install", "--crontab")
    assert (done.exit_code, done.stdout) == (0, printed)
    assert "UTC is the time zone of this machine" in done.stderr
    assert table.read_text() == OTHERS + printed
    assert run("install", "--crontab").exit_code == 0
    assert table.read_text() == OTHERS + printed
    assert "Installed  a line of the crontab\n" in run("show").stdout

    (case / "dossier.toml").write_text('[schedule]\nat = "04:40"\ntime_zone = "UTC"\n')
    assert "not what dossier.toml says now" in run("show").stdout
    assert "time zone of this machine" not in run("install", "--crontab").stderr
    assert table.read_text() == OTHERS + printed.replace("\n15 ", "\n40 ")
    assert "Removed the line of the crontab" in run("remove").stdout
    assert table.read_text() == OTHERS
    assert "Nothing was installed" in run("remove").stderr
    assert [path.name for path in case.iterdir() if path.name.startswith("schedule")] == []


def test_an_empty_crontab_is_gone_as_it_was(case: Path, tmp_path: Path) -> None:
    assert run("install", "--crontab").exit_code == 0
    assert run("remove").exit_code == 0
    assert not (tmp_path / "crontab").exists()


def test_units_are_printed(case: Path) -> None:
    printed = run("install", "--system", "--print").stdout
    plan = plan_of(read_project(case / "dossier.toml"))
    assert f"# /etc/systemd/system/{plan.name}.timer\n" in printed
    assert "OnCalendar=*-*-* 03:15:00 UTC\n" in printed
    assert f'"--project" "{case}"' in printed


def test_units_are_shown(case: Path, tmp_path: Path) -> None:
    plan = plan_of(read_project(case / "dossier.toml"))
    folder = tmp_path / "config" / "systemd" / "user"
    folder.mkdir(parents=True)
    (folder / f"{plan.name}.timer").write_text("[Timer]\n")
    shown = run("show").stdout
    assert f"Installed  {folder / plan.name}.timer; not what dossier.toml says now" in shown


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["install", "--system", "--crontab"], 2, "exclude each other"),
        (["next", "--count", "0"], 2, "is not in the range"),
        (["show", "--form", "anacron"], 2, "is not one of"),
    ],
)
def test_wrong_usage(case: Path, args: list[str], code: int, message: str) -> None:
    done = run(*args)
    assert (done.exit_code, message in done.stderr) == (code, True), done.stderr


@pytest.mark.parametrize("command", ["next", "install", "show", "run", "remove"])
def test_without_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(command)
    assert (done.exit_code, "'dossier init' starts one" in done.stderr) == (2, True)


@pytest.mark.parametrize("form", ["github", "kubernetes"])
def test_forms_are_printed(case: Path, form: str) -> None:
    done = run("show", "--form", form)
    assert done.exit_code == 0
    assert done.stdout.startswith(f"# Written by 'dossier schedule show --form {form}'")
    assert "15 3 * * *" in done.stdout


@pytest.mark.slow
def test_a_build_that_is_due_is_made_once(case: Path) -> None:
    assert "Last       none yet" in run("show").stdout
    text = "Peter Brandt was arrested in London on 14 March 2019.\n"
    (case / "articles" / "a.txt").write_text(text)
    due = datetime.now(UTC) - timedelta(hours=1)
    (case / "dossier.toml").write_text(f'formats = ["json"]\n[schedule]\nat = "{due:%H:%M}"\ntime_zone = "UTC"\n')
    assert (run("run", "--if-due").exit_code, (case / "dossiers" / "index.json").is_file()) == (0, True)
    assert "done, exit code 0: 1 new article, " in run("show").stdout
    report = (case / "build.json").stat()
    assert run("run", "--if-due").exit_code == 0
    assert (case / "build.json").stat() == report
    assert not (case / "schedule.lock").exists()


@pytest.mark.slow
def test_a_build_that_fails_is_told_and_not_tried_again(case: Path, capfd: pytest.CaptureFixture[str]) -> None:
    due = datetime.now(UTC) - timedelta(hours=1)
    (case / "dossier.toml").write_text(f'[schedule]\nat = "{due:%H:%M}"\ntime_zone = "UTC"\n')
    assert run("run", "--if-due").exit_code == 1
    assert "no article could be read" in capfd.readouterr().err
    assert "failed, exit code 1: no article could be read" in run("show").stdout
    assert run("run", "--if-due").exit_code == 0
    assert capfd.readouterr().err == ""


def test_nothing_is_due_yet(case: Path) -> None:
    LastRun(case).remember(datetime.now(UTC))
    assert run("run", "--if-due").exit_code == 0
    assert not (case / "build.json").exists()


def test_a_second_schedule_of_the_project(case: Path) -> None:
    with held(case / "schedule.lock", "the schedule"):
        done = run("run")
        assert (done.exit_code, "another build is using the schedule of" in done.stderr) == (4, True)
        done = run("run", "--if-due")
        assert (done.exit_code, done.stderr) == (0, "")


def many_articles(case: Path) -> None:
    """Articles that take some seconds to read."""
    text = "Police said that Brandt had sold the plans to a firm in Oslo in May 2016. " * 40
    lines = [json.dumps({"id": f"n{number}", "text": f"{text}Case {number}."}) + "\n" for number in range(40)]
    (case / "articles" / "many.jsonl").write_text("".join(lines))


def children(process: int) -> list[int]:
    """The processes that this one has started and that go on."""
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)
    return list(map(int, listed.stdout.split()))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "number", "code"),
    [([], signal.SIGTERM, 143), ([], signal.SIGINT, 130), (["--if-due"], signal.SIGTERM, 143)],
)
def test_a_signal_ends_the_schedule_and_its_build(case: Path, options: list[str], number: int, code: int) -> None:
    many_articles(case)
    due = datetime.now(UTC) - timedelta(hours=1)
    (case / "dossier.toml").write_text(f'formats = ["json"]\n[schedule]\nat = "{due:%H:%M}"\ntime_zone = "UTC"\n')
    LastRun(case).remember(due - timedelta(days=1))
    command = [sys.executable, "-m", "dossier", "schedule", "run", *options]
    with subprocess.Popen(command, cwd=case, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        wait_for(lambda: (case / "build.log").exists() and "Annotating: begun" in (case / "build.log").read_text())
        began = time.monotonic()
        os.killpg(process.pid, number)
        said = process.communicate(timeout=PATIENCE_SECONDS)[1]
    assert (process.returncode, "Traceback" in said) == (code, False), said
    assert time.monotonic() - began < 20  # it takes two on a quiet machine
    assert "ended with exit code 143" in (case / "build.log").read_text()
    assert json.loads((case / "build.json").read_text())["outcome"] == "stopped"
    covered = LastRun(case).covered(datetime.now(UTC))
    assert covered is not None
    assert covered < due.replace(second=0, microsecond=0), "the next start makes it up"


@pytest.mark.slow
@pytest.mark.parametrize("has_articles", [False, True])
def test_a_build_that_goes_wrong_does_not_end_the_schedule(case: Path, has_articles: bool) -> None:
    if has_articles:
        many_articles(case)
    due = datetime.now(UTC) - timedelta(hours=1)
    (case / "dossier.toml").write_text(f'formats = ["json"]\n[schedule]\nat = "{due:%H:%M}"\ntime_zone = "UTC"\n')
    LastRun(case).remember(due - timedelta(days=1))
    said = case.parent / "said.txt"
    command = [sys.executable, "-m", "dossier", "schedule", "run"]
    with said.open("w") as file, subprocess.Popen(command, cwd=case, stderr=file) as process:
        if has_articles:
            wait_for(lambda: (case / "build.log").exists() and "Annotating: begun" in (case / "build.log").read_text())
            (build,) = children(process.pid)
            os.kill(build, signal.SIGKILL)
        code = 137 if has_articles else 1
        wait_for(lambda: f"build ended with exit code {code}\n" in said.read_text())
        wait_for(lambda: said.read_text().count("next build: ") == 2)
        assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE_SECONDS)
    assert process.returncode == 143
    assert LastRun(case).covered(datetime.now(UTC)) == due.replace(second=0, microsecond=0)
