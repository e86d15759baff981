"""The reader of docs/extending.md, in a package of its own: installed beside Dossier, found, and used everywhere."""

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULE, PROJECT, CABLES = (
    re.search(rf"```{language}\n(.*?)```", (ROOT / "docs/extending.md").read_text("utf-8"), re.S)[1]  # type: ignore[index]
    for language in ("python", "toml", "text")
)

READ = """
import json
from dossier.sources import read
for item in read(["."]):
    published = getattr(item, "published", None)
    print(json.dumps([item.ref, getattr(item, "reason", None), published and published.when.edtf]))
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder on the search path with the package, as an installer lays it out."""
    about = tomllib.loads(PROJECT)["project"]
    [(group, entries)] = about["entry-points"].items()
    folder = tmp_path / "site"
    info = folder / f"dossier_cables-{about['version']}.dist-info"
    info.mkdir(parents=True)
    (folder / "dossier_cables.py").write_text(MODULE, "utf-8")
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {about['name']}\nVersion: {about['version']}\n")
    lines = [f"[{group}]", *(f"{name} = {value}" for name, value in entries.items())]
    (info / "entry_points.txt").write_text("\n".join(lines) + "\n")
    return folder


def test_the_reader_of_the_manual_is_found_and_reads(site: Path, tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "day.cable").write_text(CABLES)
    (news / "night").write_text(CABLES)
    with zipfile.ZipFile(news / "week.zip", "w") as archive:
        archive.writestr("day.cable", CABLES)
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join([str(ROOT), str(site)])}
    command = [sys.executable, "-c", READ]
    done = subprocess.run(command, cwd=news, env=env, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    expected = [
        row
        for place in ("day.cable", "night", "week.zip/day.cable")
        for row in ([f"{place}:1", None, "2025-03-19"], [f"{place}:2", "a cable without a line ===", None])
    ]
    assert [json.loads(line) for line in done.stdout.splitlines()] == expected
