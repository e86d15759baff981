"""An exporter of somebody else's package: the worked example of docs/extending.md, and what goes wrong."""

import os
import re
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from dossier.errors import ExporterUnusable
from dossier.export.exporters import GROUP, InstalledExporter
from tests.export.case_of_exports import published_case

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "extending.md").read_text("utf-8").partition("## An exporter")[2]
FILES = dict(re.findall(r"^`([\w.]+)`:\n\n```\w+\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))
RUN = """
from dossier.export import find_exporter
from tests.export.case_of_exports import published_case
exporter = find_exporter("day-lines")
export = exporter.export(published_case())
print(exporter.description, export.files["days.txt"].decode(), *export.lost)
"""


def test_the_worked_example_is_found_when_it_is_installed(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    site = tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--no-build-isolation", "--quiet"]
    subprocess.run([*pip, "--target", str(site), str(tmp_path)], check=True, capture_output=True)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(site), *sys.path]))}
    done = subprocess.run([sys.executable, "-c", RUN], cwd=ROOT, env=environment, capture_output=True, check=True)
    said = done.stdout.decode()
    assert "5 events without a day, or that are no plain fact." in said
    assert said.startswith("A line for each event of a known day: ")


@pytest.mark.parametrize(
    ("value", "message", "advice"),
    [
        ("tests.export.broken_exporters:climbing", "names a file outside its folder: '../../evil.txt'", "leave it out"),
        ("tests.export.broken_exporters:raising", "failed: LookupError: the whole case and 1 more", "leave it"),
        ("no_such_library:export [pretty]", "needs a library that is not installed: no_such_library", "pip install"),
        ("tests.export.broken_exporters:nothing", "cannot be loaded: ", "pip install --upgrade"),
    ],
)
def test_what_goes_wrong_is_said_with_a_way_out(value: str, message: str, advice: str) -> None:
    exporter = InstalledExporter("wrong", EntryPoint("wrong", value, GROUP))
    with pytest.raises(ExporterUnusable, match=re.escape(message)) as caught:
        exporter.export(published_case())
    assert caught.value.advice.startswith(advice)
