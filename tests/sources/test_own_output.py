"""What a build made is never read as an article."""

import os
from pathlib import Path

import pytest

from dossier.model import Skipped
from dossier.sources import read
from tests.publish.builds import make

TEXT = "Ada Brandt was arrested in London in 2019."


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of articles with an output folder in it, which holds a file of others, too."""
    make(tmp_path / "in" / "out", {"index.html": TEXT, "index.json": "{}", "ada/a.html": TEXT, "ada/a.pdf": "x"})
    (tmp_path / "in" / "out" / "ada" / "b.txt").write_text(TEXT + "1")
    (tmp_path / "in" / "a.txt").write_text(TEXT + "2")
    (tmp_path / "in" / "latest").symlink_to("out")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("source", "refs"),
    [
        ("in", ["in/a.txt", "in/out/ada/b.txt"]),
        ("in/**/*.html", []),
        ("in/**/*.*", ["in/a.txt", "in/out/ada/b.txt"]),
        ("in/out", ["in/out/ada/b.txt"]),
        ("in/out/ada", ["in/out/ada/b.txt"]),
        ("in/out/ada/a.html", []),
        ("in/out/manifest.json", []),
        ("in/latest/ada/a.html", []),
        ("in/latest", ["in/latest/ada/b.txt"]),
    ],
)
def test_files_that_a_manifest_names_are_passed_over(here: Path, source: str, refs: list[str]) -> None:
    found = list(read([source]))
    own = [item for item in found if isinstance(item, Skipped)]
    assert own == [Skipped(str(here / "in" / "out"), "dossiers of an earlier build, passed over", is_own=True)]
    assert [item.ref for item in found if not isinstance(item, Skipped)] == refs


def test_it_does_not_matter_from_where_they_are_read(here: Path) -> None:
    os.chdir(here / "in" / "out" / "ada")
    assert [item.ref for item in read(["."]) if not isinstance(item, Skipped)] == ["b.txt"]


@pytest.mark.parametrize("text", ["", "{}", '{"schema": "dossier/manifest/2"}', '{"files": [{"path": "a.txt"}]}', "[]"])
def test_another_manifest_hides_nothing(here: Path, text: str) -> None:
    (here / "in" / "manifest.json").write_text(text)
    assert "in/a.txt" in [item.ref for item in read(["in"])]


def test_a_manifest_hides_nothing_outside_its_folder(here: Path) -> None:
    manifest = here / "in" / "out" / "manifest.json"
    manifest.write_text(manifest.read_text().replace("ada/a.html", "../a.txt"))
    assert "in/a.txt" in [item.ref for item in read(["in"])]
