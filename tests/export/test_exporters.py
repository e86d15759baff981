"""What holds of every export: what it says of itself, what it holds, and the same bytes each time."""

import hashlib
import io
import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from dossier.export import ABOUT, Export, exporters, find_exporter
from tests.export.case_of_exports import judged_case, made, published_case

ROOT = Path(__file__).parents[2]
JUDGED = re.compile(r"analyst: line\W+certainty|summary\W+certainty")
"""The corrected fields, for people or as a list."""
NAMES = [exporter.name for exporter in exporters() if not exporter.missing]


@pytest.mark.parametrize("name", NAMES)
def test_every_export_says_what_it_is_and_what_it_lost(name: str) -> None:
    export = made(name)
    about = export.files[ABOUT].decode()
    assert "Marking: TLP:AMBER\nStatus: draft\n" in about
    assert all(f"- {one}\n" in about for one in export.lost)
    assert find_exporter(name).description


def test_the_page_on_exports_says_what_each_loses() -> None:
    page = " ".join((ROOT / "docs" / "exports.md").read_text("utf-8").split())
    table = tomllib.loads((ROOT / "dossier" / "export" / "losses.toml").read_text("utf-8"))
    assert not [
        loss for lost in table.values() for loss in lost if loss not in table["tables"] and f"- {loss}" not in page
    ]
    assert not [name for name in NAMES if f"**{name}.**" not in page]


@pytest.mark.parametrize("name", NAMES)
def test_a_timeline_alone_holds_nothing_of_others(name: str) -> None:
    alone = made(name, published_case().only("case"))
    assert not [path for path, data in alone.files.items() if b"e-undated" in data]


@pytest.mark.parametrize("name", NAMES)
def test_every_export_says_what_the_analyst_corrected(name: str) -> None:
    said, unsaid = (text_of(made(name, build)) for build in (judged_case(), published_case()))
    assert JUDGED.search(said)
    assert not JUDGED.search(unsaid)


def text_of(export: Export) -> str:
    """The files of an export as one text, those in its archives too; lines that a calendar folds are whole."""
    texts = []
    for path, data in export.files.items():
        if path.endswith((".docx", ".xlsx")):
            archive = zipfile.ZipFile(io.BytesIO(data))
            texts += [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
        elif path != ABOUT:
            texts.append(data.decode().replace("\r\n ", ""))
    return "\n".join(texts)


def test_no_export_depends_on_the_order_of_a_set() -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", DIGESTS], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert json.loads(done.stdout) == digests()


DIGESTS = "import json; from tests.export.test_exporters import digests; print(json.dumps(digests()))"


def digests() -> dict[str, str]:
    """The SHA-256 of each file of each export."""
    files = {f"{name}/{path}": data for name in NAMES for path, data in made(name).files.items()}
    return {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
