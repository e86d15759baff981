"""Folders mounted so that nothing can be written, for tests; where mounting is not allowed, they are skipped."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def read_only(folder: Path) -> Iterator[Path]:
    """The folder, which nobody can write to inside the block."""
    mounted = subprocess.run(["mount", "--bind", "-o", "ro", folder, folder], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting needs rights that this user does not have")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)
