"""What the bytes of a PDF depend on beside its HTML."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.render import printing_versions
from dossier.render.typefaces import fonts
from dossier.render.typefaces.fonts import SANS

SCRIPT = """
import sys
from dossier.render import printing_versions
print(printing_versions(), "weasyprint" in sys.modules)
"""


def test_they_are_the_same_in_another_process_and_cost_no_library() -> None:
    env = {**os.environ, "PYTHONHASHSEED": "7"}
    done = subprocess.run([sys.executable, "-c", SCRIPT], env=env, capture_output=True, check=True, text=True)
    assert done.stdout == f"{printing_versions()} False\n"
    assert len(printing_versions()) == 16


def test_another_typeface_gives_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = printing_versions()
    shutil.copytree(fonts.folder(SANS), tmp_path / "files")
    (tmp_path / "files" / "SourceSansPro-Regular.ttf").write_bytes(b"another")
    real = fonts.folder
    monkeypatch.setattr(fonts, "folder", lambda package: tmp_path / "files" if package == SANS else real(package))
    printing_versions.cache_clear()
    try:
        assert printing_versions() != before
    finally:
        printing_versions.cache_clear()
