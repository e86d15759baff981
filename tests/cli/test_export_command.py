"""``dossier export``, and exports in a build: what is written, what is refused, and what verify says of it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.codec import IndexExportForm, decode_exporters, decode_index, decode_manifest
from dossier.pipeline.writing.exporting import check_exports, exports_not_at_hand
from tests.commands import run

pytestmark = pytest.mark.slow  # it starts the parser
TEXT = (
    "Peter Brandt was arrested in London on 14 March 2019. Ada Stahl was appointed mayor of Orlov on 15 March 2019.\n"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A project whose builds are written as CSV and GraphML, too, after its first build."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "articles").mkdir()
    (folder / "articles" / "2019-03-16-brandt.txt").write_text(TEXT)
    (folder / "dossier.toml").write_text(
        'formats = ["html"]\nentities = ["Peter Brandt", "Ada Stahl"]\n[export]\nformats = ["graphml", "csv"]\n'
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        built = run("build")
        assert built.exit_code == 0, built.stderr
        yield folder


def test_a_build_lists_its_exports_and_verify_makes_them_again(project: Path) -> None:
    index = decode_index((project / "dossiers" / "index.json").read_bytes())
    assert list(index.exports) == ["csv", "graphml"]
    assert "exports/csv/events.csv" in index.exports["csv"].files
    assert any("apostrophe" in one for one in index.exports["csv"].lost)
    manifest = decode_manifest((project / "dossiers" / "manifest.json").read_bytes())
    assert {path for one in index.exports.values() for path in one.files} < {file.path for file in manifest.files}
    assert manifest.settings["formats"] == ["html", "json"], "exports are made of the JSON"
    assert run("verify", "--rebuild").exit_code == 0


def test_verify_finds_an_export_that_says_something_else(project: Path) -> None:
    path = project / "dossiers" / "exports" / "csv" / "events.csv"
    right = path.read_bytes()
    path.write_bytes(right.replace(b"2019-03-14", b"2019-03-15"))
    try:
        assert "exports/csv/events.csv: it is not what the JSON beside it gives" in run("verify").stderr
    finally:
        path.write_bytes(right)


def test_the_export_of_the_last_build_is_that_of_the_build(project: Path) -> None:
    assert run("export", "csv", "-o", "given").exit_code == 0
    assert contents(project / "given") == contents(project / "dossiers" / "exports" / "csv")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_night_without_news_makes_no_edition_for_its_exports_alone(project: Path) -> None:
    nights = ("build", "--output", "nights", "--editions", "3", "--format", "json,csv", "--as-of")
    assert run(*nights, "2019-04-01").exit_code == 0
    assert "Nothing changed since edition 1" in run(*nights, "2019-04-02").stderr
    assert "Speaks for: 2019-04-01" in (project / "nights" / "latest" / "exports" / "csv" / "about.txt").read_text()


def test_an_export_that_is_not_installed_is_no_fault_of_the_build(project: Path) -> None:
    path = project / "dossiers" / "index.json"
    index = decode_index(path.read_bytes())
    index.exports["gone"] = IndexExportForm(files=[], lost=[])
    assert list(check_exports(project / "dossiers", index)) == []
    (note,) = exports_not_at_hand(index)
    assert note.what.startswith("whether it says what the JSON files say is not proved: there is no export 'gone'")


def test_one_entity_alone(project: Path) -> None:
    done = run("export", "csv", "-o", "one", "--entity", "ada stahl")
    assert done.exit_code == 0, done.stderr
    assert "appointed" in (project / "one" / "events.csv").read_text()
    assert "arrested" not in (project / "one" / "events.csv").read_text()
    assert "Timelines: Ada Stahl\n" in (project / "one" / "about.txt").read_text()


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (("export",), 2, "Missing argument FORMAT"),
        (("export", "nope"), 2, "there is no export 'nope' (choose from csv, "),
        (("export", "csv", "--from", "articles"), 1, "can be read: No such file or directory: index.json ("),
        (("export", "csv", "-o", "articles"), 1, "holds other files, such as 2019-03-16-brandt.txt"),
        (("export", "csv", "--entity", "Nobody"), 1, "dossiers is on 'Nobody'"),
        (("verify", "articles"), 1, "can be checked: No such file or directory: index.json ("),
        (("search", "*"), 2, "There is no word to look for"),
        (("build", "--format", "html,nope"), 2, "nope is no format. Choose from html, pdf, json, csv, "),
    ],
)
def test_what_cannot_be_done_is_said(project: Path, args: tuple[str, ...], code: int, message: str) -> None:
    done = run(*args)
    assert done.exit_code == code
    assert message in done.stderr


def test_the_list_as_json() -> None:
    listed = run("export", "--list", "--json").stdout
    assert json.loads(listed)["schema"] == "dossier/exporters/1"
    usable = {one.name for one in decode_exporters(listed.encode()).exporters if one.missing is None}
    assert {"csv", "graphml", "markdown", "obsidian", "plover", "timelinejs"} <= usable
