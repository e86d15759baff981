"""Write files so that nobody takes a part of one for the whole."""

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile


def replace(path: Path, content: bytes) -> Path:
    """Write the content beside ``path`` and rename it: a reader sees the old file or the new one, never a part.

    The file is readable by its owner alone.
    """
    path.parent.mkdir(exist_ok=True)
    file = NamedTemporaryFile(dir=path.parent, delete=False)  # noqa: SIM115
    try:
        with file:
            file.write(content)
        return Path(file.name).replace(path)
    except OSError:
        Path(file.name).unlink(missing_ok=True)
        raise


def write(path: Path, content: bytes) -> Path:
    """Write a file and wait until the disk has it, so that a full disk is noticed here; make the folders above it.

    Its owner alone can read it. For files that nobody reads before all of them are put in place.
    """
    return write_pieces(path, (content,))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> Path:
    """The same with pieces that come one by one, so that not all of them need be held."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())
    return path


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
