"""Build the same articles with two revisions, and show where their JSON or HTML differs.

    python scripts/compare_builds.py ad5ec54                        # a revision against the working tree
    python scripts/compare_builds.py ad5ec54 HEAD --news ../shared/data/news
    python scripts/compare_builds.py main --keep ../builds         # leave the builds there to look at

Left out of the comparison: the fingerprint of the code (``generator.config``), and a wording that was changed on
purpose and is named with ``--reworded "old words=new words"``. A key that only the second revision
writes is listed once, and is no difference. The exit code is 1 when anything else differs.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE = ("seeds/articles", "--watchlist", "seeds/watchlist.txt", "--as-of", "2021-04-30")
DONE_IN_PART = 3
"""The exit code of a build that skipped something."""
FINGERPRINT = re.compile(r"\b[0-9a-f]{16}\b(?=</)")
"""The annotator's fingerprint at the end of an HTML element."""
SHOWN = 10
"""How many differences are printed. Set by hand."""
AROUND = 100
"""How many characters are printed on each side of a difference. Set by hand."""


def main() -> None:
    """Build with both, print what differs, and exit with 1 when anything does."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", help="a revision of this repository")
    parser.add_argument("after", nargs="?", help="another one; without it, the working tree")
    parser.add_argument("--news", type=Path, help="a folder of articles to build beside the sample case")
    parser.add_argument("--keep", type=Path, help="a folder for the builds; without it they are removed")
    parser.add_argument(
        "--reworded", action="append", default=[], metavar="OLD=NEW", help="words of a page that changed"
    )
    options = parser.parse_args()
    reworded = dict(pair.split("=", 1) for pair in options.reworded)
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as trees:
        builds = (options.keep or Path(folder)).resolve()
        before = build(checked_out(options.before, Path(trees) / "before"), builds / "before", options.news)
        tree = checked_out(options.after, Path(trees) / "after") if options.after else ROOT
        sys.exit(report(before, build(tree, builds / "after", options.news), reworded))


def checked_out(revision: str, folder: Path) -> Path:
    """The files of a revision in a folder of their own."""
    folder.mkdir()
    archive = subprocess.run(["git", "archive", revision], cwd=ROOT, check=True, capture_output=True).stdout
    subprocess.run(["tar", "-x"], cwd=folder, input=archive, check=True)
    return folder


def build(tree: Path, output: Path, news: Path | None) -> Path:
    """The dossiers that the code in ``tree`` makes, one folder for each set of articles."""
    run(tree, output, "sample", *SAMPLE)
    if news:
        run(tree, output, "news", str(news.resolve()), "--top", "40")
    return output


def run(tree: Path, output: Path, name: str, *arguments: str) -> None:
    """One build in a process of its own."""
    command = [sys.executable, "-m", "dossier", "build", *arguments, "--format", "html,json"]
    command += ["--output", str(output / name), "--store", str(output / f"{name}.db")]
    paths = os.pathsep.join((str(entry_points(tree)), str(tree)))
    output.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(command, cwd=tree, env={**os.environ, "PYTHONPATH": paths}, check=False)
    if done.returncode not in (0, DONE_IN_PART):
        sys.exit(f"the build of {name} with {tree} failed")


def entry_points(tree: Path) -> Path:
    """A folder with the entry points of ``tree`` as an installed package has them: spaCy imports them all."""
    project = tomllib.loads((tree / "pyproject.toml").read_text("utf-8"))["project"]
    info = tree / "build" / f"{project['name'].replace('-', '_')}-0.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {project['name']}\nVersion: 0\n")
    groups = project["entry-points"].items()
    lines = (line for group, names in groups for line in (f"[{group}]", *(f"{n} = {v}" for n, v in names.items())))
    (info / "entry_points.txt").write_text("\n".join(lines) + "\n")
    return info.parent


def report(before: Path, after: Path, reworded: Mapping[str, str]) -> int:
    """Print what differs; return 1 when anything does, else 0."""
    here, there = pages(before), pages(after)
    found = [f"{name}: only in one of the two" for name in sorted(here.keys() ^ there.keys())]
    added: Counter[str] = Counter()
    for name in sorted(here.keys() & there.keys()):
        found += [f"{name}{difference}" for difference in compare(here[name], there[name], added, reworded)]
    for key, count in sorted(added.items()):
        print(f"new key {key}, {count} times")
    print("\n".join(found[:SHOWN]))
    print(f"{len(here)} files before, {len(there)} after: {len(found)} differences")
    return 1 if found or not here else 0


def pages(folder: Path) -> dict[str, Path]:
    """The JSON and HTML files of a build by their names."""
    files = (path for path in folder.rglob("*") if path.suffix in {".json", ".html"})
    return {str(path.relative_to(folder)): path for path in files}


def compare(before: Path, after: Path, added: Counter[str], reworded: Mapping[str, str]) -> Iterator[str]:
    """What differs between two files of one name; keys that only the second has are counted in ``added``."""
    texts = before.read_text("utf-8"), after.read_text("utf-8")
    if before.suffix == ".json":
        yield from compare_values(json.loads(texts[0]), json.loads(texts[1]), "", added)
        return
    here, there = (FINGERPRINT.sub("", text) for text in texts)
    for old, new in reworded.items():
        here = here.replace(old, new)
    if here != there:
        at = next((i for i, (one, other) in enumerate(zip(here, there, strict=False)) if one != other), len(here))
        around = slice(max(0, at - AROUND), at + AROUND)
        yield f", character {at}:\n  - {here[around]!r}\n  + {there[around]!r}"


def compare_values(before: object, after: object, path: str, added: Counter[str]) -> Iterator[str]:
    """What differs between two values of JSON, each with its path."""
    if isinstance(before, dict) and isinstance(after, dict):
        added.update(f"{re.sub(r'/[0-9]+', '/*', path)}/{key}" for key in after.keys() - before.keys())
        for key in before.keys() - {"config"}:
            yield from compare_values(before[key], after.get(key, "(no such key)"), f"{path}/{key}", added)
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for place, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from compare_values(one, other, f"{path}/{place}", added)
    elif before != after:
        yield f" {path}:\n  - {before}\n  + {after}"


if __name__ == "__main__":
    main()
