"""From what the user names (a file, a folder, a pattern) to the files themselves, in a fixed order.

Files in a folder come sorted by their path with forward slashes. What begins with a dot is left alone, unless
it is named. A link to a folder is not followed; a link to a file is, if the file lies in the folder that was
named: so nothing in a folder can lead out of it. Every other thing that is no article is reported, never
passed over in silence.
"""

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.errors import SourceMissing
from dossier.model import Skipped
from dossier.sources import path_patterns
from dossier.sources.unreadable import Unreadable, why

STDIN = "-"
SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file of a kind that can be read; ``ref`` is its path as given, ``real`` where it lies."""

    path: Path
    ref: str
    real: str


def check(sources: Sequence[str]) -> None:
    """Raise SourceMissing, naming all of them, when some source leads to nothing at all.

    A folder without articles and a file that cannot be opened are there: they are not missing.
    """
    missing = [source for source in sources if source != STDIN and not _leads_somewhere(source)]
    if missing:
        raise SourceMissing(
            "nothing found at " + ", ".join(repr(source) for source in missing),
            "check the spelling; a source is a file, a folder, a quoted pattern such as 'news/**/*.md', "
            "or - for standard input",
        )


def find(source: str) -> Iterator[Found | Skipped]:
    """The files that a path or pattern leads to, in order, and what cannot be read with the reason."""
    if _exists(source):
        yield from _named(Path(source), within=None)
        return
    root, tail = path_patterns.split(source)
    # A folder may match and its files as well, so what is found is found once for each name.
    found = {item.ref: item for path in path_patterns.expand(root, tail) for item in _named(path, within=root)}
    yield from (found[ref] for ref in sorted(found))


def name(path: Path) -> str:
    """A path as the user may see it: forward slashes, and bytes that are not UTF-8 written as escapes."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _leads_somewhere(source: str) -> bool:
    if _exists(source):
        return True
    root, tail = path_patterns.split(source)
    return bool(tail) and bool(path_patterns.expand(root, tail))


def _exists(source: str) -> bool:
    try:
        Path(source).stat()
    except ValueError:
        return False
    except OSError as error:
        # Anything else is there but closed to us: reading it will say why.
        return error.errno not in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)
    # To pathlib, the empty name is the current folder.
    return bool(source)


def _named(path: Path, within: Path | None) -> Iterator[Found | Skipped]:
    """What was named itself, or matched by a pattern (then ``within`` is where the pattern starts)."""
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode) and not (within and _strays(path, within))
    except OSError as error:
        yield why(error).skipped(name(path))
        return
    if is_folder:
        yield from _in_folder(path)
    else:
        yield _file(path, within)


def _in_folder(root: Path) -> Iterator[Found | Skipped]:
    files: list[Path] = []
    closed: dict[Path, Skipped] = {}
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            inside = path_patterns.listing(folder)
        except OSError as error:
            closed[folder] = why(error).skipped(name(folder))
            continue
        folders += [path for path, is_folder in inside if is_folder]
        files += [path for path, is_folder in inside if not is_folder]
    for path in sorted([*files, *closed], key=name):
        yield closed[path] if path in closed else _file(path, within=root)


def _file(path: Path, within: Path | None) -> Found | Skipped:
    try:
        return Found(path, name(path), _checked(path, within))
    except Unreadable as problem:
        return problem.skipped(name(path))
    except OSError as error:
        return why(error).skipped(name(path))


def _checked(path: Path, within: Path | None) -> str:
    """Where the file lies, links resolved. Raises Unreadable when it is not to be read, else OSError."""
    mode = path.stat().st_mode
    real = os.path.realpath(path)
    if stat.S_ISDIR(mode):
        raise Unreadable("a link to a folder, which is not followed", "name that folder as a source")
    if within and not Path(real).is_relative_to(os.path.realpath(within)):
        raise Unreadable("a link that leads out of the folder", "name the file itself as a source")
    if not stat.S_ISREG(mode):
        raise Unreadable("not a file with a content of its own (a pipe, a socket or a device)")
    if path.suffix.lower() not in SUFFIXES:
        raise Unreadable(f"not a kind of file Dossier reads ({', '.join(SUFFIXES)})")
    return real


def _strays(path: Path, within: Path) -> bool:
    """Whether the path is a link, or leads out of the folder through one."""
    return path.is_symlink() or not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(within))
