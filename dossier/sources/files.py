"""Find the files that a source leads to (a file, a folder, a pattern), in a fixed order.

Files in a folder come sorted by their path with forward slashes. A name that begins with a dot is left out, unless the
user names it, or it is a folder of mail in a maildir. A link to a folder in a folder is not followed. A link to a file
is followed if the file lies in the folder that was named, so that nothing in a folder can lead out of it. What is no
regular file gives a Skipped; what a build made (its manifest names it) gives one for all its files.
"""

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.errors import SourceMissing
from dossier.model import Skipped
from dossier.sources import path_patterns
from dossier.sources.own_output import OwnOutput
from dossier.sources.unreadable import Unreadable, explain_os_error

STDIN = "-"
"""The source that stands for standard input."""
_SIGN_OF_MAIL_FOLDER = "maildirfolder"
"""The name of an empty file in each folder of a maildir."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A regular file. ``ref`` is the path for the user, ``real`` the path without links."""

    path: Path
    ref: str
    real: str


def check(sources: Sequence[str], base: Path = Path()) -> None:
    """Raise SourceMissing, with the names of all of them, when some sources lead to nothing from ``base`` on.

    A folder without articles exists, and so does a file that cannot be opened: they are not missing.
    """
    missing = [source for source in sources if source != STDIN and not _leads_somewhere(source, base)]
    if missing:
        raise SourceMissing(
            "nothing found at " + ", ".join(repr(source) for source in missing),
            "check the spelling; a source is a file, a folder, a quoted pattern such as 'news/**/*.md', "
            "or - for standard input",
        )


def find(source: str, base: Path = Path(), own: OwnOutput | None = None) -> Iterator[SourceFile | Skipped]:
    """The files that a path or pattern leads to, in order, and a Skipped for each thing that cannot be read.

    A path or pattern is relative to the folder ``base``, and so are the refs. A source with an absolute path outside of
    it has refs that begin with its own name ("/srv/wire" gives "wire/1.txt"): refs are printed in what is handed on,
    and must not say how this machine is arranged. ``own`` is what is known already of earlier builds.
    """
    inside = shown_path(_above(source, base) / "x").removesuffix("x")
    for found in _found(source, base, own or OwnOutput()):
        yield replace(found, ref=found.ref.removeprefix(inside))


def _above(source: str, base: Path) -> Path:
    """The folder that the refs of a source are relative to."""
    if not Path(source).is_absolute():
        return base
    if Path(source).is_relative_to(base.absolute()):
        return base.absolute()
    return Path(source if _exists(source, base) else path_patterns.split(source)[0]).parent


def _found(source: str, base: Path, own: OwnOutput) -> Iterator[SourceFile | Skipped]:
    """As ``find``, with refs that begin with ``base``."""
    if _exists(source, base):
        yield from _at(base / source, None, own)
        return
    root, tail = path_patterns.split(source)
    root = base / root
    # a pattern may match both a folder and the files in it: keep each ref once
    found = {item.ref: item for path in path_patterns.expand(root, tail) for item in _at(path, root, own)}
    yield from (found[ref] for ref in sorted(found))


def shown_path(path: Path) -> str:
    """A path as users see it: with forward slashes, and with escapes for bytes that are not UTF-8."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _leads_somewhere(source: str, base: Path) -> bool:
    if _exists(source, base):
        return True
    root, tail = path_patterns.split(source)
    return bool(tail) and bool(path_patterns.expand(base / root, tail))


def _exists(source: str, base: Path) -> bool:
    try:
        (base / source).stat()
    except ValueError:
        return False
    except OSError as error:
        # anything else exists, but is closed: reading it will say why
        return error.errno not in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)
    # to pathlib, the empty name is the current folder
    return bool(source)


def _at(path: Path, within: Path | None, own: OwnOutput) -> Iterator[SourceFile | Skipped]:
    """The files at a path that was named or matched a pattern; ``within`` is the folder where the pattern starts."""
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode) and not (within and _leads_out(path, within))
    except OSError as error:
        yield explain_os_error(error).skipped(shown_path(path))
        return
    if is_folder:
        yield from _in_folder(path, within or path, own)
    else:
        yield _file(path, within, own)


def _in_folder(root: Path, within: Path, own: OwnOutput) -> Iterator[SourceFile | Skipped]:
    files: list[Path] = []
    closed: dict[Path, Skipped] = {}
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            inside = path_patterns.listing(folder)
            folders += _mail_folders(folder)
        except OSError as error:
            closed[folder] = explain_os_error(error).skipped(shown_path(folder))
            continue
        folders += [path for path, is_folder in inside if is_folder]
        files += [path for path, is_folder in inside if not is_folder and path.name != _SIGN_OF_MAIL_FOLDER]
    for path in sorted([*files, *closed], key=shown_path):
        yield closed[path] if path in closed else _file(path, within, own)


def _mail_folders(folder: Path) -> list[Path]:
    """The folders in a maildir; their names begin with a dot (Maildir++), and they are not hidden."""
    if not ((folder / "cur").is_dir() and (folder / "new").is_dir()):
        return []
    return [path for path in folder.glob(".?*") if (path / "cur").is_dir() and not path.is_symlink()]


def _file(path: Path, within: Path | None, own: OwnOutput) -> SourceFile | Skipped:
    if skipped := own.skipped(path):
        return skipped
    try:
        return SourceFile(path, shown_path(path), _checked(path, within))
    except Unreadable as problem:
        return problem.skipped(shown_path(path))
    except OSError as error:
        return explain_os_error(error).skipped(shown_path(path))


def _checked(path: Path, within: Path | None) -> str:
    """The path with links resolved.

    Raises Unreadable when the file must not be read, and OSError when the system cannot look at it.
    """
    mode = path.stat().st_mode
    real = os.path.realpath(path)
    if stat.S_ISDIR(mode):
        raise Unreadable("a link to a folder, which is not followed", "name that folder as a source")
    if within and not Path(real).is_relative_to(os.path.realpath(within)):
        raise Unreadable("a link that leads out of the folder", "name the file itself as a source")
    if not stat.S_ISREG(mode):
        raise Unreadable("not a file with a content of its own (a pipe, a socket or a device)")
    return real


def _leads_out(path: Path, within: Path) -> bool:
    """Whether the path is a link, or leads out of the folder ``within`` through one."""
    return path.is_symlink() or not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(within))
