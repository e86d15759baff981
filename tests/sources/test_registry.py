"""Which reader a file gets, by its name and its first bytes; what is said of a file that has none."""

import io
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from dossier.model import Skipped
from dossier.sources import Draft, InputFile, Part, Reader, Unreadable, one_article, read, registry
from dossier.sources.allowance import Allowance
from dossier.sources.readers import READERS
from dossier.sources.registry import Readers, installed_readers
from dossier.text.word_lists import word_tables

TEXT = b"The pier is closed."
PAGE = b"<!DOCTYPE html>\n<html><body>The pier is closed.</body></html>"
UNKNOWN = "not a kind of file Dossier reads"


def _file(name: str, data: bytes) -> InputFile:
    return InputFile.of(name, io.BytesIO(data), Allowance(len(data)))


def _upside_down(data: bytes) -> Draft:
    return Draft(text=data.decode()[::-1])


UPSIDE_DOWN = Reader(
    name="a text upside down",
    suffixes=(".ʇxʇ", ".txt"),
    read=one_article(_upside_down),
    recognises=lambda start: start.startswith(b"!"),
)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", TEXT, "a text"),
        ("NOTE.TEXT", TEXT, "a text"),
        ("a.md", TEXT, "Markdown"),
        ("a.md", b'{"title": "Pier"}\n\nIt is closed.', "Markdown"),
        ("a.md", b'{\n  "title": "Pier"\n}\n\nIt is closed.', "Markdown"),
        ("a.jsonl", b'{"text": "A."}\n{"text": "B."}', "JSON"),
        ("a", b'{"text": "A."}\n{"text": "B."}', "JSON"),
        ("a.html", TEXT, "a web page"),
        ("story.php", PAGE, "a web page"),
        ("a.2025.shtml", PAGE, "a web page"),
        ("index", PAGE, "a web page"),
        ("story.17", PAGE, "a web page"),
        ("story.php?id=17", b"<!-- a -->\n<!-- b -->\n" + PAGE, "a web page"),
        ("a.txt", PAGE, "a web page"),
        ("a.txt", b"<p> is a tag.", "a text"),
        ("a.ndjson", b'{"text": "A."}', "JSON"),
    ],
)
def test_the_reader_of_a_file(name: str, data: bytes, kind: str) -> None:
    assert installed_readers().reader_for(_file(name, data)).name == kind


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("photo.png", "a picture, which Dossier does not read"),
        ("README", "a file without an ending, which Dossier does not read"),
        ("a.txt~", UNKNOWN),
    ],
)
@pytest.mark.parametrize("source", [".", "*", "{}"])
def test_a_file_of_another_kind_is_reported(
    name: str, reason: str, source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text("A text.")
    [skipped] = read([source.format(name)])
    assert isinstance(skipped, Skipped)
    assert (skipped.ref, skipped.reason, bool(skipped.advice)) == (name, reason, True)


def test_each_kind_that_is_not_read_has_a_way_out_and_no_reader() -> None:
    kinds = word_tables("dossier.sources", "file_kinds.toml")
    assert kinds["endings"].keys() <= kinds["ways_out"].keys()
    endings = " ".join(kinds["endings"].values()).split()
    assert len(set(endings)) == len(endings)
    for ending in endings:
        with pytest.raises(Unreadable, match="which Dossier does not read"):
            installed_readers().reader_for(_file(f"a{ending}", TEXT))


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [("a.ʇxʇ", b".A", "A."), ("a.txt", b".A", "A."), ("a.html", b"!.A", "A.!")],
)
def test_a_plug_in_is_asked_before_what_is_shipped(name: str, data: bytes, text: str) -> None:
    file = _file(name, data)
    reader = Readers([UPSIDE_DOWN, *READERS]).reader_for(file)
    assert list(reader.read(file)) == [Part(Draft(text=text))]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        pytest.param("no_such_module:READER", "ModuleNotFoundError: No module named 'no_such_module'", id="absent"),
        pytest.param("json:dumps", "TypeError: 'function' object is not iterable", id="a function"),
        pytest.param("string:digits", "its value is no Reader", id="text"),
    ],
)
def test_a_plug_in_that_cannot_be_used_is_told_and_the_rest_is_read(
    value: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = EntryPoint("shipped", "dossier.sources.readers:READERS", registry.GROUP)
    monkeypatch.setattr(registry, "entry_points", lambda group: [EntryPoint("broken", value, group), shipped])
    registry.installed_readers.cache_clear()
    (tmp_path / "a.txt").write_text("A.")
    try:
        problem, article = read(["."], base=tmp_path)
    finally:
        registry.installed_readers.cache_clear()
    assert article.ref == "a.txt"
    assert isinstance(problem, Skipped)
    assert problem.reason == f"a plug-in of the group dossier.readers that cannot be used ({reason})"


def test_code_that_is_not_installed_has_the_shipped_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "entry_points", lambda group: [])
    registry.installed_readers.cache_clear()
    try:
        assert installed_readers().reader_for(_file("a.txt", TEXT)).name == "a text"
    finally:
        registry.installed_readers.cache_clear()


def test_a_reader_that_fails_costs_its_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_one_and_fail(file: InputFile) -> list[Part]:
        raise ZeroDivisionError

    failing = Readers([Reader(name="a text", suffixes=(".txt",), read=read_one_and_fail), *READERS])
    monkeypatch.setattr("dossier.sources.intake.installed_readers", lambda: failing)
    (tmp_path / "a.txt").write_text("A.")
    (tmp_path / "b.md").write_text("B.")
    skipped, article = read(["."], base=tmp_path)
    assert (skipped.ref, article.ref) == ("a.txt", "b.md")
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "not a text that can be read (ZeroDivisionError)"
