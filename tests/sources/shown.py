"""A file as a user sees it read."""

from pathlib import Path

from dossier.model import Article, Skipped
from dossier.sources import read


def shown(folder: Path, name: str, data: bytes) -> list[Article | Skipped]:
    """What is read of a file with this name and these bytes."""
    (folder / name).write_bytes(data)
    return list(read([name], base=folder))
