"""Write a file so that nobody ever sees a part of it."""

from pathlib import Path
from tempfile import NamedTemporaryFile


def replace(path: Path, content: bytes) -> Path:
    """Write the content beside ``path`` and rename it: a reader sees the old file or the new one, never a part.

    The file is readable by its owner alone.
    """
    path.parent.mkdir(exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    return Path(file.name).replace(path)
