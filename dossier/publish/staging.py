"""Make a build aside, in a hidden folder beside the one where it goes."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dossier.errors import OutputUnusable


@dataclass(frozen=True, slots=True)
class Staging:
    """``new`` holds the files of a build that is being made for ``output``; ``old`` what is put aside for them.

    Both lie in ``folder``, on the file system of ``output``, so that a file is moved by renaming it.
    """

    output: Path
    folder: Path

    @property
    def new(self) -> Path:
        """The files that are made, at their paths below ``output``."""
        return self.folder / "new"

    @property
    def old(self) -> Path:
        """The files of ``output`` that make room; there while the new ones are put in place."""
        return self.folder / "old"


def aside(output: Path, what: str) -> Path:
    """The path of something hidden that belongs to the folder ``output``: beside it, where that can be.

    It lies in it where the folder above is another file system or cannot be written to.
    """
    folder = output.parent.resolve() / output.name if output.name not in {"", ".."} else output.resolve()
    if folder.is_dir() and not _has_room_beside(folder):
        return folder / f".dossier-{what}"
    return folder.parent / f".{folder.name}.dossier-{what}"


def refuse_link(path: Path) -> None:
    """Raise OutputUnusable when the path is a symbolic link: what it leads to may be anybody's."""
    if path.is_symlink():
        raise OutputUnusable(f"{path} is a symbolic link, and nothing is written through one", "name its folder itself")


def make_parents(path: Path) -> list[Path]:
    """Make the folders above a path; return those that were not there, the deepest first."""
    missing = [folder for folder in path.parents if not folder.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    return missing


def remove_empty(folders: Iterable[Path]) -> None:
    """Remove the folders, in this order, up to one that holds something."""
    with suppress(OSError):
        for folder in folders:
            folder.rmdir()


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it; nothing when it is not there."""
    with suppress(FileNotFoundError):
        shutil.rmtree(folder)


def _has_room_beside(folder: Path) -> bool:
    above = folder.parent
    if above == folder or not os.access(above, os.W_OK | os.X_OK):
        return False
    return folder.stat().st_dev == above.stat().st_dev
