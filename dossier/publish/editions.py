"""Numbered editions in a folder: one published a night by switching ``latest``, old ones removed, approved ones kept.

    ROOT/editions/0001/…            an edition, whole and never changed
    ROOT/editions/.0001.approved    the SHA-256 of the manifest that was approved
    ROOT/latest -> editions/0001    the edition that readers see
    ROOT/held/…                     the last build that a check held back

Decision 20 says what a killed process can leave, and how it is mended.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dossier.codec import MANIFEST, PreviousForm
from dossier.errors import EditionMissing, writable
from dossier.model import Marking
from dossier.publish.lock import held
from dossier.publish.manifest import read_manifest, sha256_of
from dossier.publish.staging import aside, refuse_link, remove
from dossier.publish.whole_file import sync_folder, write

LATEST = "latest"
"""The name of the symbolic link to the edition that readers see."""
HELD = "held"
"""The name of the folder with the last build that a check held back."""
_PUBLISHING = ".publishing"
_DISCARDED = ".discarded"


@dataclass(frozen=True, slots=True, order=True)
class Edition:
    """An edition that stands in ``folder``; an approved one is never deleted."""

    number: int
    folder: Path
    is_approved: bool = False


def editions(root: Path) -> list[Edition]:
    """All editions below ``root``, the oldest first."""
    return sorted(_found(root / "editions"))


def latest(root: Path) -> Edition | None:
    """The edition that ``latest`` leads to; None where nothing is published."""
    link = root / LATEST
    name = link.readlink().name if link.is_symlink() else ""
    return next((edition for edition in editions(root) if edition.folder.name == name), None)


def marking_of(edition: Edition) -> Marking | None:
    """The marking in its manifest; None where it has none or cannot be read."""
    manifest = read_manifest(edition.folder)
    return manifest.marking if manifest else None


def newest_marked(root: Path, marking: Marking | None) -> Edition | None:
    """The latest edition, if it has this marking, else the newest one that has it; None where there is none."""
    found = latest(root)
    ordered = [*([found] if found else []), *reversed(editions(root))]
    return next((edition for edition in ordered if marking_of(edition) is marking), None)


def chain(root: Path, edition: Edition) -> Iterator[Edition]:
    """The editions that an edition goes on from, the newest first: each has its marking, and none what is above it.

    The chain ends at one that is gone, or was compared with none.
    """
    by_number = {one.number: one for one in editions(root)}
    manifest = read_manifest(edition.folder)
    while manifest and manifest.previous and (before := by_number.get(manifest.previous.edition)):
        yield before
        manifest = read_manifest(before.folder)


def next_number(root: Path) -> int:
    """The number that the next edition gets."""
    _mend(root)
    return max((edition.number for edition in editions(root)), default=0) + 1


def previous_form(edition: Edition) -> PreviousForm:
    """What the manifest of an edition says of the one before it."""
    return PreviousForm(edition=edition.number, sha256=_manifest_hash(edition))


def publish(staged: Path, root: Path, keep: int) -> Edition:
    """Make the folder ``staged`` the latest edition, and remove all but the ``keep`` newest and the approved ones.

    Its manifest has the number that ``next_number`` gave. ``staged`` lies on the file system of ``root``, and is gone
    then. Whenever the process is killed, ``latest`` leads to one whole edition. Raises OutputUnusable when that cannot
    be done, ValueError when the folder has no manifest of that number.
    """
    with writable(root):
        number = next_number(root)
        manifest = read_manifest(staged)
        if manifest is None or manifest.edition != number:
            raise ValueError(f"{staged} is not made as edition {number}")
        folder = _folder(root, number)
        folder.parent.mkdir(parents=True, exist_ok=True)
        write(root / _PUBLISHING, str(number).encode())
        staged.rename(folder)
        sync_folder(folder.parent)
        _switch(root, folder)
        (root / _PUBLISHING).unlink()
        _retain(root, keep)
        return Edition(number, folder)


def hold(staged: Path, root: Path) -> Path:
    """Keep the folder ``staged`` as ``held``, in place of what was held before; ``latest`` stays as it is."""
    with writable(root):
        root.mkdir(parents=True, exist_ok=True)
        folder = root / HELD
        refuse_link(folder)
        _discard(folder)
        return staged.rename(folder)


def approve(root: Path, number: int) -> Edition:
    """Approve the edition of this number: it is never deleted.

    Raises EditionMissing when there is none, AlreadyRunning while a build may be removing it.
    """
    with held(aside(root, "lock"), f"the folder {root}"), writable(root):
        edition = next((edition for edition in editions(root) if edition.number == number), None)
        if edition is None:
            there = ", ".join(str(edition.number) for edition in editions(root)) or "none"
            raise EditionMissing(f"there is no edition {number} in {root}", f"there are: {there}")
        write(_mark(edition.folder), _manifest_hash(edition).encode() + b"\n")
        return Edition(number, edition.folder, is_approved=True)


def approval_mark(edition: Edition) -> str:
    """The SHA-256 of the manifest that was approved; empty where none was, or the mark is damaged."""
    with suppress(OSError, ValueError):
        return _mark(edition.folder).read_text("ascii").strip()
    return ""


def _found(folder: Path) -> Iterator[Edition]:
    if folder.is_dir():
        for path in folder.iterdir():
            if path.name.isascii() and path.name.isdigit() and path.is_dir() and not path.is_symlink():
                yield Edition(int(path.name), path, _mark(path).exists())


def _mend(root: Path) -> None:
    """Undo what a killed process was publishing, unless it is the latest edition, and finish what it was removing."""
    marker = root / _PUBLISHING
    with suppress(FileNotFoundError):
        number = marker.read_text("ascii")
        folder = _folder(root, int(number)) if number.isdigit() else None
        published = latest(root)
        if folder and (published is None or published.folder != folder):
            _discard(folder)
        marker.unlink()
    for folder in (root, root / "editions"):
        for path in folder.glob(f"{_DISCARDED}-*"):
            remove(path)


def _switch(root: Path, folder: Path) -> None:
    """Have ``latest`` lead to the folder, in one step."""
    link = root / f".{LATEST}"
    link.unlink(missing_ok=True)
    link.symlink_to(folder.relative_to(root))
    link.replace(root / LATEST)
    sync_folder(root)


def _retain(root: Path, keep: int) -> None:
    """Remove the editions before the ``keep`` newest, but no approved one and not the latest."""
    newest = latest(root)
    for edition in editions(root)[: -max(keep, 1)]:
        if not edition.is_approved and edition != newest:
            _discard(edition.folder)


def _discard(folder: Path) -> None:
    """Remove a folder: under its name, it is whole or not there."""
    discarded = folder.with_name(f"{_DISCARDED}-{folder.name}")
    remove(discarded)
    with suppress(FileNotFoundError):
        folder.rename(discarded)
        remove(discarded)


def _folder(root: Path, number: int) -> Path:
    return root / "editions" / f"{number:04}"


def _mark(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.approved")


def _manifest_hash(edition: Edition) -> str:
    return sha256_of(edition.folder / MANIFEST)
