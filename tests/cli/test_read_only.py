"""Commands that only look, on a medium where nothing can be written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands import run
from tests.mounts import read_only

pytestmark = pytest.mark.slow  # it starts the parser
TEXT = "Peter Brandt was arrested in London on 14 March 2019. Police said Brandt had sold the plans in 2016.\n"
MORE = "Peter Brandt was released in Paris on 20 May 2020.\n"


@pytest.fixture(scope="module")
def medium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Two editions with their store, mounted so that nothing can be written."""
    folder = tmp_path_factory.mktemp("medium")
    (folder / "in").mkdir()
    for name, text in (("a.txt", TEXT), ("b.txt", MORE)):
        (folder / "in" / name).write_text(text)
        options = ["--store", str(folder / "s.db"), "--format", "json,html", "--editions", "5", "--entity", "Brandt"]
        assert run("build", str(folder / "in"), "-o", str(folder / "out"), *options).exit_code == 0
    run("review", "--store", str(folder / "s.db"), "reject", "Paris", "--by", "Ada")
    with read_only(folder) as mounted:
        yield mounted


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["verify", "{out}", "--store", "{store}"], "word for word"),
        (["timeline", "Brandt", "--store", "{store}"], "arrested"),
        (["entities", "--store", "{store}"], "Peter Brandt"),
        (["search", "brandt arrest*", "--store", "{store}"], "a.txt:"),
        (["review", "list", "--store", "{store}"], "Paris"),
        (["review", "--format", "yaml", "--store", "{store}"], "verdict"),
        (["changes", "-o", "{out}"], "b.txt"),
    ],
)
def test_what_only_looks_needs_no_room_to_write(medium: Path, command: list[str], said: str) -> None:
    places = {"out": str(medium / "out"), "store": str(medium / "s.db")}
    result = run(*(part.format(**places) for part in command))
    assert result.exit_code == 0, result.output
    assert said in result.output


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (["build", "{in}", "-o", "{out}", "--store", "{store}"], 1, "Read-only file system"),
        (["build", "{in}", "-o", "{elsewhere}", "--store", "{store}"], 1, "Read-only file system"),
        (["review", "--store", "{store}", "reject", "London"], 1, "readonly database"),
        (["approve", "1", "-o", "{out}"], 1, "Read-only file system"),
    ],
)
def test_what_writes_says_that_it_cannot(
    medium: Path, tmp_path: Path, command: list[str], code: int, said: str
) -> None:
    places = {"in": "in", "out": "out", "store": "s.db"}
    paths = {key: str(medium / name) for key, name in places.items()} | {"elsewhere": str(tmp_path / "out")}
    result = run(*(part.format(**paths) for part in command))
    assert (result.exit_code, said in result.stderr) == (code, True), result.output
