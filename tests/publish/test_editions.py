"""Editions: numbered, whole, switched in one step, kept as long as they are wanted."""

import shutil
from pathlib import Path

import pytest

from dossier.codec import MANIFEST
from dossier.errors import EditionMissing, OutputUnusable
from dossier.publish.edition_checks import check_files
from dossier.publish.editions import approve, editions, hold, latest, next_number, previous_form, publish
from dossier.publish.manifest import sha256_of
from dossier.publish.placing import staging
from tests.publish.builds import NEW, OLD, killed, make, publish_next, tree


def numbers(root: Path) -> list[int]:
    return [edition.number for edition in editions(root)]


def test_nothing_is_published_at_first(tmp_path: Path) -> None:
    assert (editions(tmp_path), latest(tmp_path), next_number(tmp_path)) == ([], None, 1)


def test_editions_are_numbered_and_latest_leads_to_the_last(tmp_path: Path) -> None:
    root = tmp_path / "root"
    assert [publish_next(root, files, keep=9) for files in (OLD, NEW, OLD)] == [1, 2, 3]
    assert numbers(root) == [1, 2, 3]
    assert (root / "latest").readlink() == Path("editions/0003")
    assert tree(root / "latest") == {**OLD, "number": "3"}
    assert tree(root / "editions" / "0002") == {**NEW, "number": "2"}
    assert sorted(path.name for path in root.iterdir()) == ["editions", "latest"]
    assert [path.name for path in tmp_path.iterdir()] == ["root"]


def test_the_next_edition_names_the_one_before(tmp_path: Path) -> None:
    publish_next(tmp_path, OLD)
    before = previous_form(latest(tmp_path))
    assert (next_number(tmp_path), before.edition) == (2, 1)
    assert before.sha256 == sha256_of(tmp_path / "latest" / MANIFEST)


@pytest.mark.parametrize(
    ("keep", "approved", "left"),
    [
        (1, [], [5]),
        (0, [], [5]),
        (2, [], [4, 5]),
        (9, [], [1, 2, 3, 4, 5]),
        (1, [1], [1, 5]),
        (2, [1, 4], [1, 4, 5]),
    ],
)
def test_the_newest_stay_and_the_approved(tmp_path: Path, keep: int, approved: list[int], left: list[int]) -> None:
    for _ in range(4):
        publish_next(tmp_path, OLD, keep=9)
    for number in approved:
        assert approve(tmp_path, number).is_approved
    publish_next(tmp_path, OLD, keep=keep)
    assert numbers(tmp_path) == left
    assert [edition.number for edition in editions(tmp_path) if edition.is_approved] == approved


def test_an_approval_says_which_bytes_were_approved(tmp_path: Path) -> None:
    publish_next(tmp_path, OLD)
    approve(tmp_path, 1)
    assert (tmp_path / "editions" / ".0001.approved").read_text().strip() == sha256_of(tmp_path / "latest" / MANIFEST)


def test_an_edition_that_is_not_there_cannot_be_approved(tmp_path: Path) -> None:
    publish_next(tmp_path, OLD)
    with pytest.raises(EditionMissing, match="no edition 2") as caught:
        approve(tmp_path, 2)
    assert caught.value.advice == "there are: 1"


def test_what_is_held_stands_apart(tmp_path: Path) -> None:
    publish_next(tmp_path, OLD)
    for files in (NEW, {"index.json": "third"}):
        with staging(tmp_path) as stage:
            make(stage.new, files, 2)
            hold(stage.new, tmp_path)
        assert tree(tmp_path / "held") == files
    assert (tmp_path / "latest").readlink() == Path("editions/0001")
    assert next_number(tmp_path) == 2


@pytest.mark.parametrize("edition", [None, 1, 3])
def test_a_build_of_another_number_is_not_published(tmp_path: Path, edition: int | None) -> None:
    publish_next(tmp_path, OLD)
    with staging(tmp_path) as stage:
        make(stage.new, NEW, edition)
        with pytest.raises(ValueError, match="not made as edition 2"):
            publish(stage.new, tmp_path, 2)
    assert tree(tmp_path / "latest") == {**OLD, "number": "1"}


def test_a_folder_called_latest_is_not_replaced(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "latest").mkdir(parents=True)
    (root / "latest" / "mine").write_text("mine")
    for _ in range(2):
        with pytest.raises(OutputUnusable, match="cannot write"):
            publish_next(root, NEW)
    assert (root / "latest" / "mine").read_text() == "mine"
    shutil.rmtree(root / "latest")
    assert publish_next(root, NEW) == 1


def test_an_older_edition_may_be_made_the_latest_by_hand(tmp_path: Path) -> None:
    for files in (OLD, NEW):
        publish_next(tmp_path, files)
    (tmp_path / "latest").unlink()
    (tmp_path / "latest").symlink_to("editions/0001")
    assert [next_number(tmp_path), numbers(tmp_path)] == [3, [1, 2]]
    publish_next(tmp_path, NEW, keep=1)
    assert numbers(tmp_path) == [3]


@pytest.mark.slow
def test_whenever_publishing_is_killed_latest_is_one_whole_edition(tmp_path: Path) -> None:
    root, kept = tmp_path / "root", tmp_path / "kept"
    for files in (OLD, OLD):
        publish_next(root, files)
    shutil.copytree(root, kept, symlinks=True)
    seen = []
    for _ in killed(root, "publish"):
        found = tree(root / "latest")
        assert found in ({**OLD, "number": "2"}, {**NEW, "number": "3"})
        assert list(check_whole(root / "latest")) == []
        seen.append(found["number"])
        published = int(found["number"])
        assert publish_next(root, NEW) == published + 1
        assert numbers(root) == [published, published + 1]
        assert tree(root / "editions" / f"{published + 1:04}") == {**NEW, "number": str(published + 1)}
        assert sorted(path.name for path in root.iterdir()) == ["editions", "latest"]
        assert sorted(path.name for path in tmp_path.iterdir()) == ["kept", "root"]
        shutil.rmtree(root)
        shutil.copytree(kept, root, symlinks=True)
    assert len(seen) >= 20
    assert seen == sorted(seen)
    assert set(seen) == {"2", "3"}


def check_whole(folder: Path) -> list[str]:
    """The files that are not as the manifest says; these are no real dossiers, so what they hold is not looked at."""
    return [str(issue) for issue in check_files(folder) if "cannot be read" not in issue.what]
