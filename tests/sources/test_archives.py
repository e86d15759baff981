"""Archives and compressed files: their members are read where they lie, under limits, and nothing is unpacked."""

import bz2
import gzip
import io
import lzma
import random
import subprocess
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dossier.model import Article, Marking
from dossier.sources import allowance, read
from dossier.sources.place_markings import PlaceMarkings

LINE = b'{"text": "Line."}\n'
LINKED = "a link, which is not followed in an archive"
TOO_DEEP = "it lies too deep in other files"
DAMAGED = "it is cut off or damaged"
CUT = f"{DAMAGED}; what came before is read"


def zipped(members: Mapping[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive with these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def tarred(members: Mapping[str, bytes]) -> bytes:
    """A tar archive with these members."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, data in members.items():
            header = tarfile.TarInfo(name)
            header.size = len(data)
            archive.addfile(header, io.BytesIO(data))
    return stream.getvalue()


def shown(folder: Path, name: str, data: bytes) -> dict[str, str]:
    """The refs in a file, each with its text or the reason why there is none."""
    (folder / name).write_bytes(data)
    found = read([name], base=folder)
    return {item.ref: item.text if isinstance(item, Article) else f"! {item.reason}" for item in found}


MEMBERS = {"b/2.txt": b"Two.", "a.txt": b"One.", "feed.jsonl": LINE * 2, "photo.png": b"x"}
READ = {
    "b/2.txt": "Two.",
    "a.txt": "One.",
    "feed.jsonl:1": "Line.",
    "feed.jsonl:2": "Line.",
    "photo.png": "! a picture, which Dossier does not read",
}


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        pytest.param("news.zip", zipped, id="zip"),
        pytest.param("news.tar", tarred, id="tar"),
        pytest.param("news.tar.gz", lambda members: gzip.compress(tarred(members)), id="tar, gzip"),
        pytest.param("NEWS.TGZ", lambda members: gzip.compress(tarred(members)), id="tgz"),
        pytest.param("news.tar.bz2", lambda members: bz2.compress(tarred(members)), id="tar, bzip2"),
        pytest.param("news.tar.xz", lambda members: lzma.compress(tarred(members)), id="tar, xz"),
        pytest.param("news", zipped, id="zip without an ending"),
        pytest.param("news", lambda members: gzip.compress(tarred(members)), id="tar, gzip, without an ending"),
        pytest.param("news.txt", zipped, id="zip under another ending"),
    ],
)
def test_members_are_read_in_their_order(
    name: str, pack: Callable[[Mapping[str, bytes]], bytes], tmp_path: Path
) -> None:
    found = shown(tmp_path, name, pack(MEMBERS))
    assert list(found.items()) == [(f"{name}/{member}", text) for member, text in READ.items()]


@pytest.mark.parametrize("options", [["-cf"], ["-czf"], ["--format=pax", "-cJf"], ["--format=gnu", "-cjf"]])
def test_an_archive_of_the_tar_program(options: list[str], tmp_path: Path) -> None:
    long_name = "é" * 60 + ".txt"
    folder = tmp_path / "in" / ("folder-" * 12)
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("One.")
    (folder / long_name).write_text("Two.")
    (folder / "link.txt").symlink_to("/etc/passwd")
    subprocess.run(["tar", *options, tmp_path / "x.bin", "--sort=name", "-C", tmp_path / "in", "."], check=True)
    found = shown(tmp_path, "x.bin", (tmp_path / "x.bin").read_bytes())
    place = f"x.bin/{folder.name}"
    assert found == {f"{place}/a.txt": "One.", f"{place}/link.txt": f"! {LINKED}", f"{place}/{long_name}": "Two."}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("feed.jsonl.gz", gzip.compress(LINE, mtime=0)),
        ("feed.jsonl.bz2", bz2.compress(LINE)),
        ("feed.jsonl.xz", lzma.compress(LINE)),
        ("feed.jsonl.gz", gzip.compress(LINE[:5], mtime=0) + gzip.compress(LINE[5:], mtime=0)),
    ],
)
def test_a_file_that_is_only_compressed_keeps_its_kind(name: str, data: bytes, tmp_path: Path) -> None:
    assert shown(tmp_path, name, data) == {f"{name}:1": "Line."}


ONE = {"a.txt": b"One."}
HOSTILE = [
    pytest.param("x.zip", zipped({"../../a.txt": b"One."}), {"x.zip/a.txt": "One."}, id="a path that climbs"),
    pytest.param("x.tar", tarred({"/etc/a.txt": b"One."}), {"x.tar/etc/a.txt": "One."}, id="an absolute path"),
    pytest.param("x.zip", zipped({"c:\\b\\a.txt": b"One."}), {"x.zip/c:/b/a.txt": "One."}, id="a path of Windows"),
    pytest.param("x.zip", zipped({"a\x1b[2J\u202etxt.txt": b"One."}), {"x.zip/a�[2J�txt.txt": "One."}, id="controls"),
    pytest.param(
        "x.zip",
        zipped({".git/a.txt": b"H", "__MACOSX/a.txt": b"H", **ONE}),
        {"x.zip/a.txt": "One."},
        id="hidden",
    ),
    pytest.param("x.zip", zipped({}), {"x.zip": "! there is no article in it"}, id="empty"),
    pytest.param("x.zip", zipped({"b.zip": zipped(ONE)}), {"x.zip/b.zip/a.txt": "One."}, id="nested"),
    pytest.param(
        "x.zip",
        zipped({"b.zip": zipped({"c.zip": zipped({"d.zip": zipped(ONE)})}), "e.txt": b"Two."}),
        {"x.zip/b.zip/c.zip/d.zip/a.txt": f"! {TOO_DEEP}", "x.zip/e.txt": "Two."},
        id="nested too deep",
    ),
    pytest.param(
        "x.zip",
        zipped({"a.txt": b"x" * 9_000_000, "b.txt": b"Two."}),
        {"x.zip/a.txt": "! larger than 8,000,000 bytes", "x.zip/b.txt": "Two."},
        id="a large member",
    ),
    pytest.param(
        "x.gz",
        gzip.compress(bytes(9_000_000)),
        {"x.gz": "! a file without an ending, which Dossier does not read"},
        id="zeros",
    ),
    pytest.param("x.txt.gz", gzip.compress(b"x" * 99_999)[:60], {"x.txt.gz": f"! {CUT}"}, id="gzip, cut off"),
    pytest.param(
        "x.jsonl.gz",
        gzip.compress(LINE + random.Random(1).randbytes(99_999).hex().encode())[:60_000],
        {"x.jsonl.gz:1": "Line.", "x.jsonl.gz:2": "! not JSON: Expecting value at column 1", "x.jsonl.gz": f"! {CUT}"},
        id="lines, cut off",
    ),
    pytest.param("x.txt.gz", b"no gzip", {"x.txt.gz": f"! {DAMAGED}"}, id="no gzip"),
    pytest.param(
        "x.tar",
        tarred({"a.txt": b"One.", "b.txt": b"x" * 9_999})[:3_000],
        {"x.tar/a.txt": "One.", "x.tar/b.txt": f"! {DAMAGED}", "x.tar": f"! {CUT}"},
        id="tar, cut off",
    ),
    pytest.param("x.zip", zipped(MEMBERS)[:-30], {"x.zip": f"! {DAMAGED}"}, id="zip, cut off"),
    pytest.param(
        "x.zip",
        zipped(ONE, zipfile.ZIP_STORED).replace(b"One.", b"One!"),
        {"x.zip/a.txt": f"! {DAMAGED}"},
        id="zip, wrong sum",
    ),
]


@pytest.mark.parametrize(("name", "data", "expected"), HOSTILE)
def test_a_hostile_archive_costs_itself_alone(name: str, data: bytes, expected: dict[str, str], tmp_path: Path) -> None:
    before = set(tmp_path.iterdir()) | {tmp_path / name}
    assert shown(tmp_path, name, data) == expected
    assert set(tmp_path.iterdir()) == before


def test_an_encrypted_member_is_told(tmp_path: Path) -> None:
    data = bytearray(zipped(ONE))
    for magic, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(magic) + place] |= 1
    assert shown(tmp_path, "x.zip", bytes(data)) == {"x.zip/a.txt": "! it is encrypted"}


def test_a_header_that_never_ends_is_not_taken_into_memory(tmp_path: Path) -> None:
    header = tarfile.TarInfo("./PaxHeaders/x")
    header.type, header.size = tarfile.XHDTYPE, 2_000_000_000
    found = shown(tmp_path, "x.tar", header.tobuf() + bytes(10_000))
    assert found == {"x.tar": "! a header of more than 1,000,000 bytes"}


@pytest.mark.parametrize(
    ("limit", "reason"),
    [
        ("MAX_MEMBERS", "more than 2 files in it; the rest is not read"),
        ("MIN_UNPACKED_BYTES", "it unpacks to more than 2 bytes; the rest is not read"),
    ],
)
def test_what_is_spent_ends_the_whole_file_and_no_other(
    limit: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(allowance, limit, 2)
    monkeypatch.setattr(allowance, "MAX_RATIO", 0 if limit == "MIN_UNPACKED_BYTES" else 200)
    (tmp_path / "z.txt").write_text("Last.")
    inner = zipped({f"{number}.txt": b"x" for number in range(9)})
    (tmp_path / "x.zip").write_bytes(zipped({"a.zip": inner, "b.zip": inner}))
    *_, spent, last = read(["."], base=tmp_path)
    assert (spent.ref, getattr(spent, "reason", None), last.ref) == ("x.zip", reason, "z.txt")


def test_a_member_has_the_marking_of_its_archive_or_a_stricter_one_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({"open/a.txt": b"One.", "closed/b.txt": b"Two."}))
    markings = PlaceMarkings({"x.zip": Marking.AMBER, "**/closed": Marking.RED})
    assert [item.marking for item in read(["."], base=tmp_path, markings=markings)] == [Marking.AMBER, Marking.RED]


def test_a_date_in_the_name_of_a_member_counts_and_its_time_of_change_does_not(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({"2021-03-14-pier.txt": b"One.", "b.txt": b"Two."}))
    found = [item.published.when and item.published.when.edtf for item in read(["."], base=tmp_path)]  # type: ignore[union-attr]
    assert found == ["2021-03-14", None]


@pytest.mark.parametrize("pack", [zipped, tarred, lambda members: gzip.compress(tarred(members))])
def test_an_archive_on_standard_input_is_read_whole(pack: Callable[[Mapping[str, bytes]], bytes]) -> None:
    members = {f"{number}.txt": random.Random(number).randbytes(600_000).hex().encode() * 2 for number in range(4)}
    found = read(["-"], stdin=io.BytesIO(pack({**members, "last.txt": b"Last."})))
    assert [item.ref for item in found][-1] == "stdin/last.txt"


def test_an_archive_that_states_a_terabyte_ends_where_its_bytes_end(tmp_path: Path) -> None:
    header = tarfile.TarInfo("b.txt")
    header.size = 10**12
    data = tarred({"a.txt": b"One."})[:1024] + header.tobuf() + bytes(512)
    found = shown(tmp_path, "x.tar", data)
    assert found["a.txt" if "a.txt" in found else "x.tar/a.txt"] == "One."
    assert found["x.tar"] == f"! {CUT}"
