"""Expand patterns such as ``news/**/*.md`` without following links to folders, in which ``glob`` can loop."""

import os
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

_WILDCARDS = frozenset("*?[")


def split(pattern: str) -> tuple[Path, tuple[str, ...]]:
    """The folder before the first wildcard of a pattern, and the remaining parts: none where there is no wildcard.

    >>> root, parts = split("news/2021/**/*.md")
    >>> root.as_posix(), parts
    ('news/2021', ('**', '*.md'))
    """
    parts = Path(pattern).parts
    fixed = next((i for i, part in enumerate(parts) if _WILDCARDS & set(part)), len(parts))
    return Path(*parts[:fixed]), parts[fixed:]


def expand(root: Path, parts: tuple[str, ...]) -> set[Path]:
    """Every path below ``root`` that matches the parts of a pattern.

    A wildcard matches no name that begins with a dot. A folder on the way that cannot be listed counts as a match, so
    that reading it tells why.
    """
    return set(_matches(root, parts))


def listing(folder: Path) -> list[tuple[Path, bool]]:
    """Each path in a folder that is not hidden, and whether it is a folder; a link to a folder is none.

    Raises OSError when the folder cannot be listed.
    """
    with os.scandir(folder) as entries:
        return [
            (folder / entry.name, entry.is_dir(follow_symlinks=False))
            for entry in entries
            if not entry.name.startswith(".")
        ]


def _matches(folder: Path, parts: tuple[str, ...]) -> Iterator[Path]:
    if not parts:
        yield folder
    elif _WILDCARDS & set(parts[0]):
        yield from _wild(folder, parts)
    elif os.path.lexists(folder / parts[0]):
        yield from _matches(folder / parts[0], parts[1:])


def _wild(folder: Path, parts: tuple[str, ...]) -> Iterator[Path]:
    head, rest = parts[0], parts[1:]
    if head == "**":
        # whoever reads a folder reads all below it, so there the folder stands for them
        yield from _below(folder, rest) if rest else filter(Path.is_dir, [folder])
        return
    inside = _inside(folder)
    if inside is None:
        yield folder
    for path, is_folder in inside or ():
        if fnmatchcase(path.name, head) and (is_folder or not rest):
            yield from _matches(path, rest)


def _below(folder: Path, rest: tuple[str, ...]) -> Iterator[Path]:
    """The matches of ``rest`` in the folder and in every folder below it. A loop, since folders can be deep."""
    folders = [folder] if folder.is_dir() else []
    while folders:
        current = folders.pop()
        inside = _inside(current)
        if inside is None:
            yield current
        else:
            yield from _matches(current, rest)
            folders += [path for path, is_folder in inside if is_folder]


def _inside(folder: Path) -> list[tuple[Path, bool]] | None:
    """The listing of a folder; empty if it is no folder, None if it cannot be listed."""
    try:
        return listing(folder)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError:
        return None
