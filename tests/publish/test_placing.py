"""A build is put in place whole or not at all, and takes nothing along that is not its own."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.codec import MANIFEST
from dossier.errors import OutputUnusable
from dossier.publish.manifest import read_manifest
from dossier.publish.placing import place, staging
from tests.publish.builds import NEW, OLD, build, killed, make, tree


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with an earlier build and files of others."""
    output = tmp_path / "in" / "out"
    build(output, OLD)
    (output / "notes.txt").write_text("mine")
    (output / "bert" / "notes.txt").write_text("mine")
    return output


FOREIGN = {"notes.txt": "mine", "bert/notes.txt": "mine"}


def beside(output: Path) -> list[str]:
    return sorted(path.name for path in output.parent.iterdir())


def test_a_build_replaces_the_one_before_and_leaves_the_files_of_others(out: Path) -> None:
    assert build(out, NEW) == []
    assert tree(out) == {**NEW, **FOREIGN}
    assert {file.path for file in read_manifest(out).files} == set(NEW)
    assert beside(out) == ["out"]


def test_a_folder_without_files_goes_with_the_last_of_them(out: Path) -> None:
    (out / "bert" / "notes.txt").unlink()
    build(out, NEW)
    assert not (out / "bert").exists()


def test_the_same_build_again_touches_nothing(out: Path) -> None:
    def stamps() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in out.rglob("*")}

    before = stamps()
    assert build(out, OLD) == []
    assert stamps() == before


@pytest.mark.parametrize(
    ("changed", "note", "then"),
    [
        ("ada/a.html", "somebody changed it since the last build; it is replaced", "new"),
        ("bert/b.html", "no longer made, but somebody changed it since the last build: it stays", "changed"),
        ("ada/same.txt", "somebody changed it since the last build; it is replaced", "same"),
    ],
)
def test_a_file_that_somebody_changed_is_noted(out: Path, changed: str, note: str, then: str) -> None:
    (out / changed).write_text("changed")
    assert build(out, NEW) == [f"{out / changed}: {note}"]
    assert (out / changed).read_text() == then


def test_a_file_that_somebody_removed_is_made_again(out: Path) -> None:
    (out / "ada" / "same.txt").unlink()
    assert build(out, NEW) == []
    assert tree(out) == {**NEW, **FOREIGN}


def test_a_file_of_others_in_the_way_is_named_and_stays(out: Path) -> None:
    (out / "cleo").mkdir()
    (out / "cleo" / "c.html").write_text("mine")
    with pytest.raises(OutputUnusable, match=r"cleo/c\.html is in the way"):
        build(out, NEW)
    assert tree(out) == {**OLD, **FOREIGN, "cleo/c.html": "mine"}
    assert beside(out) == ["out"]


def test_a_folder_where_a_file_must_go_is_named(out: Path) -> None:
    (out / "index.html").unlink()
    (out / "index.html").mkdir()
    with pytest.raises(OutputUnusable, match=r"index\.html is in the way"):
        build(out, NEW)


def test_an_output_that_is_a_link_is_refused(out: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(out)
    with pytest.raises(OutputUnusable, match="symbolic link"):
        build(tmp_path / "link", NEW)
    assert tree(out) == {**OLD, **FOREIGN}


@pytest.mark.parametrize("name", ["ada", "ada/a.html", "cleo", "cleo/c.html", "index.json"])
def test_a_link_in_the_output_is_refused_where_the_build_would_write_through_it(
    out: Path, tmp_path: Path, name: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.html").write_text("secret")
    path = out / name
    if path.is_dir():
        shutil.rmtree(path)
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to(elsewhere if "." not in name else elsewhere / "a.html")
    with pytest.raises(OutputUnusable, match="symbolic link"):
        build(out, NEW)
    assert tree(elsewhere) == {"a.html": "secret"}
    assert beside(out) == ["out"]


def test_a_link_elsewhere_in_the_output_is_nobodys_business(out: Path, tmp_path: Path) -> None:
    (out / "link").symlink_to(tmp_path / "nowhere")
    build(out, NEW)
    assert (out / "link").is_symlink()


def test_a_build_that_fails_leaves_the_one_before(out: Path) -> None:
    def interrupted() -> None:
        with staging(out) as stage:
            make(stage.new, NEW)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert tree(out) == {**OLD, **FOREIGN}
    assert beside(out) == ["out"]


def test_what_fails_while_files_are_moved_is_put_back(out: Path) -> None:
    (out / "cleo").write_text("a file where the folder must go")
    with pytest.raises(OutputUnusable, match="cannot write"):
        build(out, NEW)
    assert tree(out) == {**OLD, **FOREIGN, "cleo": "a file where the folder must go"}
    assert read_manifest(out) is not None
    assert beside(out) == ["out"]


def test_a_full_disk_leaves_the_build_before(out: Path) -> None:
    limited = "import resource as r; r.setrlimit(r.RLIMIT_FSIZE, (100, 100)); import signal; "
    limited += "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); from pathlib import Path; "
    limited += "from dossier.publish.placing import place, staging; from dossier.publish.whole_file import write\n"
    limited += f"with staging(Path({str(out)!r})) as stage: write(stage.new / 'a', b'x' * 10000)"
    done = subprocess.run([sys.executable, "-c", limited], capture_output=True, text=True, check=False)
    assert "File too large" in done.stderr
    assert tree(out) == {**OLD, **FOREIGN}
    assert beside(out) == ["out"]


@pytest.mark.parametrize("data", ["", "{}", '{"schema": "dossier/index/1"}'])
def test_a_manifest_of_others_is_in_the_way(tmp_path: Path, data: str) -> None:
    (tmp_path / MANIFEST).write_text(data)
    with pytest.raises(OutputUnusable, match=r"manifest\.json is in the way"):
        build(tmp_path, NEW)
    assert (tmp_path / MANIFEST).read_text() == data


def test_a_manifest_that_leads_out_removes_nothing(out: Path, tmp_path: Path) -> None:
    (tmp_path / "in" / "a.html").write_text("mine")
    text = (out / MANIFEST).read_text().replace("ada/a.html", "../a.html")
    (out / MANIFEST).write_text(text)
    with pytest.raises(OutputUnusable, match="in the way"):
        build(out, NEW)
    assert (tmp_path / "in" / "a.html").read_text() == "mine"


@pytest.mark.parametrize("name", [".", "out/.", "out/../out", "out/ada/.."])
def test_the_output_can_be_named_in_any_way(out: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(out if name == "." else out.parent)
    build(Path(name), NEW)
    assert tree(out) == {**NEW, **FOREIGN}
    assert beside(out) == ["out"]


@pytest.mark.slow
def test_after_a_kill_at_any_step_the_next_build_finds_the_old_one_or_the_new_one(out: Path, tmp_path: Path) -> None:
    kept = shutil.copytree(out, tmp_path / "kept")
    outcomes = []
    for _ in killed(out, "build"):
        with staging(out):
            found = tree(out)
            assert found in ({**OLD, **FOREIGN}, {**NEW, **FOREIGN})
            assert {file.path for file in read_manifest(out).files} | FOREIGN.keys() == found.keys()
            outcomes.append(found["index.json"])
        assert beside(out) == ["out"]
        shutil.rmtree(out)
        shutil.copytree(kept, out)
    assert len(outcomes) > 20
    assert set(outcomes) == {"old", "new"}
    assert outcomes == sorted(outcomes, reverse=True)
    assert tree(out) == {**NEW, **FOREIGN}


@pytest.mark.slow
def test_mending_can_be_killed_too(out: Path, tmp_path: Path) -> None:
    """Each kill leaves what the next process starts from: it mends, builds, and is killed a step later."""
    for _ in killed(out, "build"):
        pass
    assert tree(out) == {**NEW, **FOREIGN}
    assert beside(out) == ["out"]


def test_nothing_is_put_in_place_without_a_manifest(out: Path) -> None:
    with staging(out) as stage, pytest.raises(ValueError, match="no whole build"):
        place(stage)
