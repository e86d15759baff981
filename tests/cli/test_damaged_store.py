"""Commands on a store of which bytes were changed: a message and an exit code, never a traceback."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main

pytestmark = pytest.mark.slow  # it starts the parser
TEXT = "Peter Brandt was arrested in London on 14 March 2019. Police said Brandt had sold the plans in 2016.\n"
MORE = "Peter Brandt was released in Paris on 20 May 2020.\n"
COMMANDS = [
    ["verify", "out"],
    ["timeline", "Brandt"],
    ["entities"],
    ["review", "list"],
    ["review", "--format", "yaml"],
    ["doctor"],
    ["build", "in", "-o", "out", "--format", "json", "--entity", "Brandt"],
]
CODES = {0, 1, 2, 3}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    (folder / "in").mkdir()
    for name, text in (("a.txt", TEXT), ("b.txt", MORE)):
        (folder / "in" / name).write_text(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert run("build", "in", "-o", "out", "--format", "json", "--entity", "Brandt").exit_code == 0
        assert run("review", "reject", "Paris", "--by", "Ada").exit_code == 0
        assert run("build", "in", "-o", "out", "--format", "json", "--entity", "Brandt").exit_code == 0
    return folder


@pytest.fixture
def case(whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project, as the working folder."""
    monkeypatch.chdir(shutil.copytree(whole, tmp_path / "case"))
    return Path.cwd()


def run(command: str, *args: str) -> Result:
    store = [] if "--store" in args else ["--store", "s.db"]
    return CliRunner().invoke(main, [command, *store, *args], catch_exceptions=False)


@pytest.mark.parametrize("seed", range(12))
def test_changed_bytes_give_a_message(case: Path, seed: int) -> None:
    chance, data = random.Random(seed), bytearray((case / "s.db").read_bytes())
    for _ in range(chance.choice((1, 3, 30, 300))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    for command in COMMANDS:
        (case / "s.db").write_bytes(data)
        result = run(*command)
        assert result.exit_code in CODES
        assert result.exit_code == 0 or result.stderr


@pytest.mark.parametrize(
    ("harm", "command", "code", "said"),
    [
        ("update article set body = x'00' where rowid = 1", "timeline", 0, ""),
        ("update article set body = x'00' where rowid = 1", "verify", 1, "'dossier build' reads it again"),
        ("update article set body = x'00' where rowid = 1", "build", 0, "it is replaced by what was read"),
        ("update annotation set body = x'00' where rowid = 1", "verify", 1, "'dossier build' annotates the article"),
        ("update annotation set body = x'00' where rowid = 1", "build", 0, "the article is annotated again"),
        ("update judgement set body = x'00'", "verify", 1, "'dossier review undo damaged-1'"),
        ("update judgement set body = x'00'", "build", 3, "'dossier review undo damaged-1'"),
        ("update judgement set body = x'00'", "review list", 3, "'dossier review undo damaged-1'"),
        ("update judgement set body = x'00'", "review undo damaged-1", 0, "removed: damaged-1"),
        ("update run set model = 'x'", "timeline", 1, "'dossier build' records a new one"),
        ("update run set model = 'x'", "build", 0, ""),
        ("update kept_case set body = x'00'", "timeline", 0, ""),
        ("update kept_case set body = x'00'", "verify", 1, "'dossier build' resolves the case again"),
        ("delete from annotation", "build", 0, ""),
        ("delete from annotation; delete from kept_case", "timeline", 1, "'dossier build' reads them again"),
    ],
)
def test_a_damaged_row_is_named_and_read_again(case: Path, harm: str, command: str, code: int, said: str) -> None:
    with closing(sqlite3.connect(case / "s.db")) as connection, connection:
        connection.executescript(harm)
    given = {one[0]: one for one in COMMANDS} | {"review list": ["review", "list"]}
    result = run(*given.get(command, command.split()))
    assert (result.exit_code, said in result.output) == (code, True), result.output
    assert command != "build" or code or run("verify", "out").exit_code == 0
