"""Find the project that a folder belongs to."""

import os
from pathlib import Path

from dossier.errors import ProjectUnusable

FILE_NAME = "dossier.toml"
"""The name of a project's file."""


def find_project(folder: Path) -> Path | None:
    """The project's file in this folder or in the nearest one above it; None where there is none.

    Raises ProjectUnusable when the file belongs to somebody else: in a folder where all may write, such as /tmp, a
    stranger could say what is read and written. A file of the system's administrator is taken.
    """
    for place in (folder.absolute(), *folder.absolute().parents):
        file = place / FILE_NAME
        if file.is_file():
            _refuse_strangers(file)
            return file
    return None


def _refuse_strangers(file: Path) -> None:
    """Raise ProjectUnusable unless the user or the administrator owns the file."""
    if file.stat().st_uid not in {0, os.geteuid()}:
        raise ProjectUnusable(
            f"{file} belongs to another user, who could say there what is read and written",
            f"if you trust it, name it: --project {file.parent}",
        )
