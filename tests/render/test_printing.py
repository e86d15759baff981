"""What is said where pages cannot be printed: the real WeasyPrint, and a Pango that cannot be loaded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.errors import PrintingUnavailable
from dossier.render.pdf.render_pdf import check_printing
from dossier.render.typefaces import fonts
from dossier.render.typefaces.fonts import check_fonts

SCRIPT = """
from dossier.errors import PrintingUnavailable
from dossier.render.pdf import render_pdf as pdf
for attempt in (lambda: pdf.render_pdf("<p>x</p>"), pdf.check_printing):
    try:
        attempt()
    except PrintingUnavailable as error:
        print(error, "|", error.advice)
"""


def test_without_pango_the_way_out_is_named(tmp_path: Path):
    # The loader finds an empty file where the library should be; on a Mac it looks for another name.
    for name in ("libpango-1.0.so.0", "libpango-1.0.dylib"):
        (tmp_path / name).touch()
    environment = {**os.environ, "LD_LIBRARY_PATH": str(tmp_path), "DYLD_LIBRARY_PATH": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True, check=True, text=True)
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    for line in lines:
        assert line.startswith("PDF cannot be made here: cannot load library 'libpango-1.0-0' | ")
        assert "apt-get install libpango-1.0-0 libpangoft2-1.0-0" in line


def test_with_everything_there_the_versions_are_named():
    assert check_printing().split(", ")[1].startswith("WeasyPrint ")
    assert check_fonts() == "Source Serif Pro, Source Sans Pro"


def test_a_missing_typeface_names_its_package():
    with pytest.raises(PrintingUnavailable, match="font-source-code-none are not installed") as caught:
        fonts.folder("font_source_code_none")
    assert caught.value.advice == "pip install font-source-code-none"
