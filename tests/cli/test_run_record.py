"""What a build keeps of itself: --quiet, --log-file, --report and the exit codes."""

import json
import re
import stat
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.codec import schema

TEXT = "Peter Brandt was arrested in London on 14 March 2019. Police said Brandt had sold the plans in 2016.\n"
LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d (INFO|WARNING|ERROR) +(.+)")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with an article, and its own data folder."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def build(*args: str) -> Result:
    command = ["build", "in", "-o", "out", "--format", "json", *args]
    return CliRunner().invoke(main, command, catch_exceptions=False)


def report(path: Path) -> dict[str, object]:
    found = json.loads(path.read_text())
    jsonschema.Draft202012Validator(schema("run-report")).validate(found)
    return dict(found)


def test_nothing_is_said_when_all_is_well(here: Path) -> None:
    done = build("--quiet")
    assert (done.exit_code, done.output) == (0, "")
    (here / "in" / "copy.txt").write_text(TEXT)
    done = build("--quiet")
    assert (done.exit_code, done.output) == (0, "")


def test_problems_are_said_though_it_is_quiet(here: Path) -> None:
    (here / "in" / "b.txt").write_text(" ")
    done = build("--quiet", "--entity", "Nobody At All")
    assert done.exit_code == 3
    assert "b.txt" in done.stderr
    assert "Nobody At All: no actor" in done.stderr
    assert "article read" not in done.stderr
    assert done.stdout == ""


def test_the_report_says_what_was_done(here: Path) -> None:
    (here / "in" / "b.txt").write_text(" ")
    (here / "in" / "copy.txt").write_text(TEXT)
    assert build("--report", "run.json", "--entity", "Nobody", "--entity", "Brandt").exit_code == 3
    found = report(here / "run.json")
    assert (found["outcome"], found["exit_code"], found["error"]) == ("partial", 3, None)
    assert (found["read"], found["new"], found["dossiers"]) == (1, 1, 1)
    assert found["files"] == len([path for path in (here / "out").rglob("*") if path.is_file()])
    assert [(item["ref"], item["duplicate_of"]) for item in found["skipped"]] == [
        ("in/b.txt", None),
        ("in/copy.txt", "in/a.txt"),
    ]
    assert [item["where"] for item in found["issues"]] == ["Nobody"]
    assert list(found["seconds"]) == ["reading", "annotating", "resolving", "writing", "total"]
    assert stat.S_IMODE((here / "run.json").stat().st_mode) == 0o600
    again = build("--report", "run.json", "--entity", "Brandt", "--quiet")
    assert again.exit_code == 3
    found = report(here / "run.json")
    assert (found["new"], "annotating" in found["seconds"]) == (0, False)


@pytest.mark.parametrize(
    ("options", "code", "error"),
    [
        (["--model", "no_such_model"], 1, "there is no spaCy pipeline 'no_such_model' here"),
        (["--watchlist", "nowhere.txt"], 2, "nowhere.txt"),
        (["--ontology", "nowhere.toml"], 2, "nowhere.toml"),
        (["--store", "in/a.txt"], 1, "in/a.txt"),
    ],
)
def test_the_report_says_why_nothing_was_done(here: Path, options: list[str], code: int, error: str) -> None:
    done = build(*options, "--report", "run.json", "--log-file", "run.log", "--quiet")
    assert (done.exit_code, error in done.stderr) == (code, True), done.output
    found = report(here / "run.json")
    assert (found["outcome"], found["exit_code"]) == ("failed", code)
    assert error in str(found["error"])
    assert re.search(rf" ERROR .*{re.escape(error)}", (here / "run.log").read_text())
    assert f"ended with exit code {code}" in (here / "run.log").read_text()


def test_the_report_where_no_article_could_be_read(here: Path) -> None:
    (here / "in" / "a.txt").write_text(" ")
    assert build("--report", "run.json").exit_code == 1
    found = report(here / "run.json")
    assert (found["outcome"], found["error"], len(found["skipped"])) == ("failed", "no article could be read", 1)


def test_each_event_has_a_line_in_the_log_and_the_log_grows(here: Path) -> None:
    (here / "in" / "b\nERROR forged\x1b[2J.txt").write_text(" ")
    assert build("--log-file", "run.log").exit_code == 3
    lines = (here / "run.log").read_text().splitlines()
    events = [LINE.fullmatch(line).groups() for line in lines]
    said = [words for _, words in events]
    assert said[0].endswith(": begun")
    assert [words.split(":")[0] for words in said if "begun" in words] == [
        "dossier 0.1.0",
        "Reading",
        "Annotating",
        "Resolving",
        "Writing",
    ]
    assert [level for level, words in events if "forged" in words] == ["WARNING"]
    assert said[-1].startswith("dossier: ended with exit code 3")
    assert stat.S_IMODE((here / "run.log").stat().st_mode) == 0o600
    assert build("--log-file", "run.log").exit_code == 3
    assert (here / "run.log").read_text().splitlines()[: len(lines)] == lines


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--log-file", "nowhere/run.log"], "cannot write to the log nowhere/run.log: No such file"),
        (["--report", "nowhere/run.json"], "there is no folder nowhere"),
    ],
)
def test_what_cannot_be_kept_is_said_before_anything_is_done(here: Path, options: list[str], message: str) -> None:
    done = build(*options)
    assert (done.exit_code, message in done.stderr) == (1, True)
    assert not (here / "out").exists()


def test_the_dossiers_are_the_same_with_and_without_a_record(here: Path) -> None:
    def files() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in (here / "out").rglob("*") if path.is_file()}

    assert build().exit_code == 0
    plain = files()
    assert build("--quiet", "--report", "run.json", "--log-file", "run.log").exit_code == 0
    assert files() == plain


def test_the_help_of_build_has_the_exit_codes() -> None:
    shown = CliRunner().invoke(main, ["build", "--help"]).output
    assert re.findall(r"^ +(\d+) +\w", shown.partition("Exit codes")[2], re.MULTILINE)[:4] == ["0", "1", "2", "3"]
