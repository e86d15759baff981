"""Put a build that was made aside in the place of the one before: whole, or not at all.

Files are moved one by one, the manifest last; with it the build is in place. Until then all can be put back, at once
when something goes wrong, or by the next build where the process was killed: see decision 20.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from dossier.codec import MANIFEST, ManifestForm
from dossier.errors import OutputUnusable, writable
from dossier.model import Issue
from dossier.publish.earlier_build import EarlierBuild, earlier_build
from dossier.publish.manifest import read_manifest, sha256_of
from dossier.publish.staging import Staging, aside, refuse_link, remove
from dossier.publish.whole_file import sync_folder

_REPLACED = "somebody changed it since the last build; it is replaced"
_STAYS = "no longer made, but somebody changed it since the last build: it stays"


@contextmanager
def staging(output: Path) -> Iterator[Staging]:
    """An empty folder to make a build for ``output`` in; at the end it is gone, however the work ends.

    What a killed build left is mended before. Only one process at a time may do this for one output: see
    ``publish.lock``. Raises OutputUnusable when ``output`` or a folder of the build in it is a symbolic link, and when
    nothing can be written there.
    """
    stage = Staging(output, aside(output, "build"))
    with writable(output):
        refuse_link(output)
        refuse_link(stage.folder)
        mend(stage)
        _refuse_links(output, earlier_build(output).files)
        stage.new.mkdir(parents=True)
    try:
        yield stage
    finally:
        with writable(output):
            mend(stage)


def mend(stage: Staging) -> None:
    """Put the output back as it was, if a build was being put in place and is not; then remove the folder aside."""
    if (stage.new / MANIFEST).exists() and stage.old.exists():
        _put_back(stage)
        remove(stage.old)  # first, so that nobody takes what is left for a build that is being put in place
    remove(stage.folder)


def place(stage: Staging) -> list[Issue]:
    """Move the build into its output, in place of the one there; a note for each file of it that somebody changed.

    Files that the build before made, and this one does not, are removed; no other file is touched. A file with the
    same bytes stays as it is. Raises OutputUnusable when that cannot be done; leaving ``staging`` then puts all back.
    """
    with writable(stage.output):
        earlier = earlier_build(stage.output)
        made = [file.path for file in _manifest(stage).files]
        _refuse_links(stage.output, made)
        _refuse_foreign(stage.output, [*made, MANIFEST], earlier)
        moved = [name for name in made if not _is_same(stage.new / name, stage.output / name)]
        notes, leaving = _leaving(stage.output, moved, frozenset(made), earlier)
        if moved or leaving or not _is_same(stage.new / MANIFEST, stage.output / MANIFEST):
            _move(stage, moved, leaving)
            _remove_empty_folders(stage.output, earlier.files)
        return notes


def _manifest(stage: Staging) -> ManifestForm:
    manifest = read_manifest(stage.new)
    if manifest is None:
        raise ValueError(f"{stage.new} has no manifest, so it is no whole build")
    return manifest


def _move(stage: Staging, moved: list[str], leaving: list[str]) -> None:
    """Move what leaves the output aside, then the new files in; the manifest is the last of each."""
    stage.output.mkdir(parents=True, exist_ok=True)
    stage.old.mkdir()
    for name in (*leaving, MANIFEST):
        with suppress(FileNotFoundError):
            _rename(stage.output / name, stage.old / name)
    for name in moved:
        _rename(stage.new / name, stage.output / name)
    sync_folder(stage.output)
    _rename(stage.new / MANIFEST, stage.output / MANIFEST)
    sync_folder(stage.output)


def _put_back(stage: Staging) -> None:
    """Undo ``_move``, from wherever it stopped; each step can be repeated, so this may be stopped, too."""
    made = [file.path for file in _manifest(stage).files]
    for name in made:
        if not (stage.new / name).exists():
            with suppress(FileNotFoundError):
                _rename(stage.output / name, stage.new / name)
    for path in sorted(path for path in stage.old.rglob("*") if not path.is_dir()):
        _rename(path, stage.output / path.relative_to(stage.old))
    _remove_empty_folders(stage.output, made)


def _leaving(
    output: Path, moved: list[str], made: frozenset[str], earlier: EarlierBuild
) -> tuple[list[Issue], list[str]]:
    """The files that make room or are no longer made, and a note for each one that was changed since it was made.

    A file that is no longer made stays if somebody changed it: it is theirs now.
    """
    changed = {name for name, known in earlier.files.items() if known and _differs(output / name, known)}
    replaced = [name for name in moved if (output / name).exists()]
    gone = [name for name in sorted(earlier.files.keys() - made - {MANIFEST}) if (output / name).is_file()]
    notes = [Issue(str(output / name), _REPLACED) for name in replaced if name in changed]
    notes += [Issue(str(output / name), _STAYS) for name in gone if name in changed]
    return notes, [*replaced, *(name for name in gone if name not in changed)]


def _refuse_links(output: Path, names: Iterable[str]) -> None:
    """Raise OutputUnusable when a file of these names, or a folder on the way to it, is a symbolic link."""
    steps = {step for name in names for step in (PurePosixPath(name), *PurePosixPath(name).parents)}
    for step in sorted(steps - {PurePosixPath()}):
        refuse_link(output / step)


def _refuse_foreign(output: Path, names: list[str], earlier: EarlierBuild) -> None:
    """Raise OutputUnusable when something that no earlier build made stands where a file must go."""
    for name in names:
        path = output / name
        if path.is_dir() or (path.exists() and name not in earlier.files):
            raise OutputUnusable(f"{path} is in the way: Dossier did not make it", "move it, or choose another folder")


def _is_same(one: Path, other: Path) -> bool:
    return other.is_file() and one.stat().st_size == other.stat().st_size and sha256_of(one) == sha256_of(other)


def _differs(path: Path, sha256: str) -> bool:
    return path.is_file() and sha256_of(path) != sha256


def _rename(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    path.rename(target)


def _remove_empty_folders(output: Path, names: Iterable[str]) -> None:
    """Remove the folders of these files that are empty now, the deepest first."""
    folders = {folder for name in names for folder in PurePosixPath(name).parents}
    for folder in sorted(folders - {PurePosixPath()}, key=lambda folder: len(folder.parts), reverse=True):
        with suppress(OSError):
            (output / folder).rmdir()
