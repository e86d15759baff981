"""Patterns such as ``news/**/*.md``, expanded without following links to folders (``glob`` loops in them)."""

import os
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

_MAGIC = frozenset("*?[")


def split(pattern: str) -> tuple[Path, tuple[str, ...]]:
    """The folder a pattern starts from, and its remaining parts: none at all when it is no pattern.

    >>> root, parts = split("news/2021/**/*.md")
    >>> root.as_posix(), parts
    ('news/2021', ('**', '*.md'))
    """
    parts = Path(pattern).parts
    fixed = next((i for i, part in enumerate(parts) if _MAGIC & set(part)), len(parts))
    return Path(*parts[:fixed]), parts[fixed:]


def expand(root: Path, parts: tuple[str, ...]) -> set[Path]:
    """Every path that matches.

    A wildcard matches nothing that begins with a dot. A folder on the way that cannot be listed counts as a
    match itself, so that reading it tells why.
    """
    return set(_matches(root, parts))


def listing(folder: Path) -> list[tuple[Path, bool]]:
    """What a folder holds, but for hidden things: each path, and whether it is a folder (a link is not).

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
    elif _MAGIC & set(parts[0]):
        yield from _wild(folder, parts)
    elif os.path.lexists(folder / parts[0]):
        yield from _matches(folder / parts[0], parts[1:])


def _wild(folder: Path, parts: tuple[str, ...]) -> Iterator[Path]:
    head, rest = parts[0], parts[1:]
    if head == "**":
        yield from _below(folder, rest)
        return
    inside = _inside(folder)
    if inside is None:
        yield folder
    for path, is_folder in inside or ():
        if fnmatchcase(path.name, head) and (is_folder or not rest):
            yield from _matches(path, rest)


def _below(folder: Path, rest: tuple[str, ...]) -> Iterator[Path]:
    """What matches ``rest`` in the folder and in every folder below it; a loop, since folders can be deep."""
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
    """What the folder holds: nothing if it is no folder, None if it cannot be listed."""
    try:
        return listing(folder)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError:
        return None
