"""From paths and patterns to files: order, links, hidden things, and what is no article."""

import inspect
import os
import socket
import sys
from pathlib import Path

import pytest

from dossier.errors import SourceMissing
from dossier.model import Skipped
from dossier.sources import check, files
from dossier.sources.files import SourceFile

NOT_FOLLOWED = "a link to a folder, which is not followed"
LEADS_OUT = "a link that leads out of the folder"


@pytest.fixture(autouse=True)
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with ``case/`` in it and a secret beside it."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "case/b.txt",
        "case/a/z.md",
        "case/a.txt",
        "case/a-1.html",
        "case/A.TXT",
        "outside/secret.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text("A text.")
    return tmp_path / "case"


def _refs(source: str) -> list[str]:
    return [item.ref for item in files.find(source)]


def _skipped(source: str) -> dict[str, str]:
    return {item.ref: item.reason for item in files.find(source) if isinstance(item, Skipped)}


ALL = ["case/A.TXT", "case/a-1.html", "case/a.txt", "case/a/z.md", "case/b.txt"]


@pytest.mark.parametrize(
    ("source", "refs"),
    [
        pytest.param("case", ALL, id="folder, sorted by the whole path"),
        pytest.param("case/", ALL, id="with a slash"),
        pytest.param("./case", ALL, id="with a dot"),
        pytest.param("case/a.txt", ["case/a.txt"], id="file"),
        pytest.param("case/*.txt", ["case/a.txt", "case/b.txt"], id="pattern, minding case"),
        pytest.param("case/**/*.md", ["case/a/z.md"], id="folders below"),
        pytest.param("case/**/*.txt", ["case/a.txt", "case/b.txt"], id="no folder counts as folders"),
        pytest.param("case/**", ALL, id="all below"),
        pytest.param("case/*", ALL, id="a folder that matches is read"),
        pytest.param("c*e/a/*.md", ["case/a/z.md"], id="a wildcard in the middle"),
        pytest.param("case/[ab].txt", ["case/a.txt", "case/b.txt"], id="one of several letters"),
        pytest.param("case/?.txt", ["case/a.txt", "case/b.txt"], id="any letter"),
        pytest.param("**/z.md", ["case/a/z.md"], id="from here"),
        pytest.param("case/**/**/z.md", ["case/a/z.md"], id="twice any folders"),
    ],
)
def test_what_a_source_leads_to(source: str, refs: list[str]) -> None:
    assert _refs(source) == refs


@pytest.mark.parametrize(
    ("source", "refs"),
    [
        ("case/a", ["a/z.md"]),
        ("case/a/z.md", ["z.md"]),
        ("case/*.txt", ["case/a.txt", "case/b.txt"]),
        ("case/**/*.md", ["case/a/z.md"]),
        ("case/b.pdf", ["b.pdf"]),
    ],
)
def test_refs_of_an_absolute_path_do_not_say_where_it_lies(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, refs: list[str]
) -> None:
    (case / "b.pdf").touch()
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert [item.ref for item in files.find(f"{case.parent}/{source}")] == refs
    monkeypatch.chdir(case.parent)
    assert [item.ref for item in files.find(f"{case.parent}/{source}")] == _refs(source)


def test_a_name_with_wildcards_is_a_name_first(case: Path) -> None:
    (case / "[b].txt").write_text("A text.")
    assert _refs("case/[b].txt") == ["case/[b].txt"]


@pytest.mark.parametrize("source", ["case", "case/*", "case/**", "case/**/*"])
def test_hidden_things_are_left_alone(case: Path, source: str) -> None:
    before = _refs(source)
    (case / ".git").mkdir()
    (case / ".git" / "config.txt").write_text("A text.")
    (case / ".notes.txt").write_text("A text.")
    assert _refs(source) == before


def test_hidden_things_are_read_when_they_are_named(case: Path) -> None:
    (case / ".git").mkdir()
    (case / ".git" / "config.txt").write_text("A text.")
    assert _refs("case/.git") == ["case/.git/config.txt"]
    assert _refs("case/.git/config.txt") == ["case/.git/config.txt"]


@pytest.mark.parametrize("source", ["case", "case/*", "case/**", "case/**/*"])
@pytest.mark.parametrize(
    ("link", "target", "reason"),
    [
        pytest.param("in.txt", "a/z.md", None, id="to a file in the folder"),
        pytest.param("below/in.txt", "../a/z.md", None, id="from one folder in it to another"),
        pytest.param("out.txt", "../outside/secret.txt", LEADS_OUT, id="to a file outside"),
        pytest.param("etc.txt", "/etc/passwd", LEADS_OUT, id="to a file of the system"),
        pytest.param("folder", "a", NOT_FOLLOWED, id="to a folder in the folder"),
        pytest.param("up", "..", NOT_FOLLOWED, id="to a folder above: a loop"),
        pytest.param("self.txt", "self.txt", "a link that leads back to itself", id="to itself"),
        pytest.param("gone.txt", "nowhere.txt", "there is nothing here (any more)", id="to nothing"),
    ],
)
def test_links_in_a_folder(case: Path, source: str, link: str, target: str, reason: str | None) -> None:
    (case / link).parent.mkdir(exist_ok=True)
    (case / link).symlink_to(target)
    assert _skipped(source) == ({f"case/{link}": reason} if reason else {})
    assert (f"case/{link}" in _refs(source)) is True


def test_a_link_that_is_named_is_followed(case: Path) -> None:
    (case / "out.txt").symlink_to("../outside/secret.txt")
    (case / "folder").symlink_to("../outside")
    assert not _skipped("case/out.txt")
    assert _refs("case/folder") == ["case/folder/secret.txt"]


def test_a_pattern_cannot_leave_its_folder_through_a_link(case: Path) -> None:
    (case / "a" / "folder").symlink_to("../../outside")
    (case.parent / "outside" / "deeper").mkdir()
    assert _skipped("case/*/folder/*.txt") == {"case/a/folder/secret.txt": LEADS_OUT}
    assert _skipped("case/*/folder/deeper") == {"case/a/folder/deeper": NOT_FOLLOWED}


@pytest.mark.parametrize("source", ["case", "case/*", "case/{}"])
def test_what_has_no_content_is_never_opened(case: Path, source: str) -> None:
    os.mkfifo(case / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("case/socket.txt")
        reason = "not a file with a content of its own (a pipe, a socket or a device)"
        for name in ("pipe.txt", "socket.txt"):
            assert _skipped(source.format(name))[f"case/{name}"] == reason


def test_a_device_is_never_opened() -> None:
    assert list(_skipped("/dev/zero")) == ["zero"]


@pytest.mark.parametrize("source", ["case", "case/**/*.md", "case/**", "case/**/z.md", "case/*/*.md"])
def test_a_folder_that_cannot_be_listed_is_reported(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    really = os.scandir

    def guarded(folder: Path) -> object:
        if folder.name == "a":
            raise PermissionError(13, "Permission denied")
        return really(folder)

    monkeypatch.setattr(os, "scandir", guarded)
    assert _skipped(source) == {"case/a": "permission denied"}


def test_a_file_that_is_closed_to_us_is_not_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    really = Path.stat

    def closed(path: Path, **more: bool) -> os.stat_result:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return really(path, **more)

    monkeypatch.setattr(Path, "stat", closed)
    check(["case/a.txt"])
    assert _skipped("case/a.txt") == {"case/a.txt": "permission denied"}


def test_a_name_that_is_not_utf8_is_escaped(case: Path) -> None:
    Path(os.fsdecode(os.fsencode(case / "a") + b"/caf\xe9.txt")).write_text("A text.")
    assert _refs("case/a") == ["case/a/caf\\xe9.txt", "case/a/z.md"]


@pytest.mark.parametrize("source", ["deep", "deep/**", "deep/**/*.txt", "deep/**/a.txt"])
def test_a_folder_deeper_than_the_stack_is_walked(source: str) -> None:
    deep = Path("deep", *["d"] * 300)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("A text.")
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 100)
    try:
        [found] = files.find(source)
    finally:
        sys.setrecursionlimit(usual)
    assert isinstance(found, SourceFile)
    assert found.ref.count("/") == 301


@pytest.mark.parametrize(
    "source",
    [
        "nowhere",
        "case/nowhere.txt",
        "case/*.pdf",
        "nowhere/**/*.md",
        "nowhere/**",
        "nowhere/*",
        "case/a.txt/**",
        "case/a.txt/b",
        "",
        "a\0b",
        "x" * 5000,
        "gone",
    ],
)
def test_a_source_that_leads_to_nothing_is_missing(source: str, tmp_path: Path) -> None:
    (tmp_path / "gone").symlink_to("nowhere")
    with pytest.raises(SourceMissing, match="nothing found at"):
        check(["case", source])


@pytest.mark.parametrize("source", ["-", "case", "empty", "case/a.txt", "case/*.txt", "self", "case/*"])
def test_a_source_that_is_there_is_not_missing(source: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "self").symlink_to("self")
    check([source])


def test_all_that_is_missing_is_named_at_once() -> None:
    with pytest.raises(SourceMissing) as missing:
        check(["nowhere", "case", "case/*.pdf"])
    assert str(missing.value) == "nothing found at 'nowhere', 'case/*.pdf'"
    assert "check the spelling" in missing.value.advice


@pytest.mark.parametrize(
    ("source", "refs"),
    [
        pytest.param("case", ALL, id="folder"),
        pytest.param("case/*.txt", ["case/a.txt", "case/b.txt"], id="pattern"),
        pytest.param("case/a.txt", ["case/a.txt"], id="file"),
        pytest.param("../base [1]/case/a.txt", ["../base [1]/case/a.txt"], id="out of the base and in again"),
        pytest.param("case/b.pdf", ["case/b.pdf"], id="of a kind that is not read"),
    ],
)
def test_a_source_and_its_refs_are_relative_to_a_base(case: Path, tmp_path: Path, source: str, refs: list[str]) -> None:
    base = tmp_path / "base [1]"
    base.mkdir()
    case.rename(base / "case")
    if source.endswith(".pdf"):
        (base / source).touch()
    for given in (base, Path("base [1]"), base / "case" / ".."):
        files.check([source], given)
        assert [item.ref for item in files.find(source, given)] == refs
    assert [item.ref for item in files.find(str(base / "case" / "a.txt"), base)] == ["case/a.txt"]
