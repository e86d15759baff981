"""What must hold for the article that the project was asked for, which is not free to be part of it.

    python benchmarks/seed.py [--shared FOLDER]

Builds it without and with a publication date and checks the result; says so where the article is not there.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pypdf import PdfReader

ROOT = Path(__file__).parents[1]
WANTED = {"Abu Khadija", "ISIS", "Iraq", "Syria", "Mustafa al-Kadhimi"}
HEADING_WORDS = {"Hunt", "ISIS Operations", "International Community", "Broader Impact", "Regional Security"}
Check = tuple[str, bool]


def main() -> None:
    """Print each check; exit with 1 when one fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    article = parser.parse_args().shared / "data" / "seed" / "abu-khadija.txt"
    if not article.is_file():
        print(f"seed article: NOT RUN, there is no {article.name} beside the project")
        return
    results: list[Check] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, options in (("undated", []), ("dated", ["--published", "2025-03-14"])):
            results += [(f"{name}: {what}", holds) for what, holds in checks(article, Path(folder) / name, options)]
    for what, holds in results:
        print(f"{'ok' if holds else 'FAILED':<6} seed article, {what}")
    sys.exit(0 if all(holds for _, holds in results) else 1)


def checks(article: Path, folder: Path, options: list[str]) -> Iterator[Check]:
    """Build the article into ``folder`` and look."""
    store = ["--store", str(folder / "store.db")]
    out = folder / "out"
    dossier("build", str(article), "-o", str(out), *options, *store)
    timelines = {t["entity"]["name"]: t for t in (json.loads(path.read_text()) for path in out.rglob("timeline.json"))}
    yield f"dossiers for {', '.join(sorted(WANTED))}", timelines.keys() >= WANTED
    aliases = {alias["text"] for alias in timelines["Abu Khadija"]["entity"]["aliases"]}
    yield "Khadija is an alias of Abu Khadija", "Khadija" in aliases
    yield (
        "no actor from a heading, none over a line break",
        not any(name in HEADING_WORDS or "\n" in name for name in timelines),
    )
    yield (
        "the caliphate falls in 2019, for ISIS",
        any(
            event["mentions"][0]["text"] == "fall" and event["when"]["edtf"] == "2019"
            for event in timelines["ISIS"]["events"]
        ),
    )
    dates = {e["when"]["edtf"] for t in timelines.values() for e in (*t["events"], *t["undated"])} - {None}
    # "weakened since the fall of its caliphate in 2019" is in or after 2019
    known = {"2019", "2019/"} | ({"2025-03-14", "/2025-03-14"} if options else set())
    yield f"no date but {', '.join(sorted(known))}", dates <= known
    yield "the PDF holds each quote verbatim", all(in_print(t, out) for t in timelines.values())
    yield "every quote verified", dossier("verify", str(out), *store) == 0


def in_print(timeline: dict[str, Any], out: Path) -> bool:
    """Whether the PDF of a timeline has every quote, up to white space."""
    index = json.loads((out / "index.json").read_text())
    files = {entry["entity"]["id"]: entry["files"] for entry in index["dossiers"]}
    pages = PdfReader(out / files[timeline["entity"]["id"]]["pdf"]).pages
    text = "".join("".join(page.extract_text().split()) for page in pages)
    events = (*timeline["events"], *timeline["undated"])
    quotes = {mention["quote"]["exact"] for event in events for mention in event["mentions"]}
    return all("".join(quote.split()) in text for quote in quotes)


def dossier(*args: str) -> int:
    """Run the command line; its exit code."""
    return subprocess.run([sys.executable, "-m", "dossier.cli", *args], capture_output=True, check=False).returncode


if __name__ == "__main__":
    main()
