"""Builds on a disk without room, on one that cannot be written to, and into a folder of their own sources."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.publish.lock import held
from dossier.publish.whole_file import replace
from tests.commands import run

pytestmark = pytest.mark.slow  # it starts the parser
TEXT = "Peter Brandt was arrested in London on 14 March 2019. Police said Brandt had sold the plans in 2016.\n"
MORE = "".join(f"Brandt met Anna Keller in Paris on {day} May 2020, and Brandt left Oslo.\n" for day in range(1, 29))
ROOM = 4 << 20
"""The bytes of the disk: two editions and their store have room on it."""
BUILD = ("build", "in", "--format", "json,html", "--editions", "5", "--entity", "Brandt")


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small disk of its own, in a working folder with one article."""
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in", "a.txt").write_text(TEXT)
    disk = Path("disk")
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", disk], check=False)
    if mounted.returncode:
        pytest.skip("mounting needs rights that this user does not have")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", disk], check=True)


def fill(disk: Path, leave: int) -> Path:
    """A file that takes all the room but ``leave`` bytes."""
    room = os.statvfs(disk)
    filler = disk / "filler"
    filler.write_bytes(bytes(room.f_bavail * room.f_frsize - leave))
    return filler


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("leave", [0, 8 << 10, 60 << 10])
@pytest.mark.parametrize(
    ("output", "store"), [("disk/out", "s.db"), ("out", "disk/s.db"), ("disk/out", "disk/s.db")], ids=str
)
def test_a_full_disk_is_named_and_yesterday_stays(disk: Path, output: str, store: str, leave: int) -> None:
    places = ("-o", output, "--store", store)
    assert run(*BUILD, *places).exit_code == 0
    before, there = files(Path(output)), list(disk.iterdir())
    Path("in", "b.txt").write_text(MORE)
    filler = fill(disk, leave)
    result = run(*BUILD, *places)
    assert result.exit_code == 1, result.output
    assert "No space left on device" in result.stderr or "disk is full" in result.stderr
    assert "make room on its disk, or " in result.stderr
    filler.unlink()
    logs = {
        disk / "s.db-wal",
        disk / "s.db-shm",
    }  # SQLite's, which could not be begun: the next who opens it removes them
    assert {*disk.iterdir()} - logs == {*there}
    assert files(Path(output)) == before

    assert run(*BUILD, *places).exit_code == 0
    assert not logs & {*disk.iterdir()}
    assert Path(output, "latest").readlink() == Path("editions", "0002")
    assert run("verify", f"{output}/latest", "--store", store, "--rebuild").exit_code == 0


def test_a_log_without_room_ends_no_build(disk: Path) -> None:
    filler = fill(disk, 0)
    result = run(*BUILD, "-o", "out", "--store", "s.db", "--log-file", "disk/run.log")
    assert (result.exit_code, result.stderr.count("The log disk/run.log has gaps: No space left on device.")) == (0, 1)
    filler.unlink()
    result = run(*BUILD, "-o", "out", "--store", "s.db", "--report", "disk/run.json", "--log-file", "disk/run.log")
    assert (result.exit_code, "gaps" in result.stderr) == (0, False)
    assert "ended with exit code 0" in Path("disk", "run.log").read_text()


def test_nothing_is_left_of_what_had_no_room(disk: Path) -> None:
    filler = fill(disk, 0)
    with pytest.raises(OSError, match="No space left"):
        replace(disk / "report.json", b"{}")
    with pytest.raises(Exception, match="No space left"), held(disk / "lock", "it"):
        pass
    assert list(disk.iterdir()) == [filler]


def test_an_output_that_became_read_only_is_named_and_stays(disk: Path) -> None:
    places = ("-o", "disk/out", "--store", "s.db")
    assert run(*BUILD, *places).exit_code == 0
    before = files(disk)
    Path("in", "b.txt").write_text(MORE)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    result = run(*BUILD, *places)
    assert (result.exit_code, "Read-only file system" in result.stderr) == (1, True), result.output
    assert files(disk) == before
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    assert run(*BUILD, *places).exit_code == 0
    assert run("verify", "disk/out/latest", "--store", "s.db", "--rebuild").exit_code == 0


def test_editions_inside_the_sources_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in", "a.txt").write_text(TEXT)
    for place in ("in/out", "out"):
        for text in (TEXT, TEXT + MORE):
            Path("in", "a.txt").write_text(text)
            result = run(*BUILD, "-o", place, "--store", f"{place.replace('/', '-')}.db")
            assert result.exit_code == 0, result.output
            assert "1 article read" in result.stderr + result.stdout
    inside, outside = (
        {path.relative_to(place): data for path, data in files(Path(place)).items()} for place in ("in/out", "out")
    )
    assert inside == outside
