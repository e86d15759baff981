"""The quality gate: score the annotator on public gold sets, and fail where it falls below a floor.

    python benchmarks/gate.py [--shared FOLDER]

FOLDER holds ``bench/bench.py`` and ``data/``; without it the gate says so and passes nothing judgement on.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
FLOORS = ROOT / "benchmarks" / "floors.toml"


def main() -> None:
    """Print each figure beside its floor; exit with 1 when one is below."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    shared = parser.parse_args().shared
    scorer = shared / "bench" / "bench.py"
    if not scorer.is_file():
        print(f"quality gate: NOT RUN, there is no {scorer.name} in {scorer.parent.name}/ beside the project")
        return
    below = 0
    for name, floors in tomllib.loads(FLOORS.read_text("utf-8")).items():
        task, folder = name.split()
        figures = score(scorer, task, shared / "data" / folder)
        for figure, floor in floors.items():
            below += report(name, figure, figures[figure], floor)
    sys.exit(1 if below else 0)


def score(scorer: Path, task: str, data: Path) -> dict[str, object]:
    """What the scorer says of a fresh run on the articles of ``data``."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        articles = str(data / "articles.jsonl")
        if task == "timelines":
            names = ["--watchlist", str(data / "targets.txt"), "--format", "json"]
            dossier("build", articles, *names, "-o", str(out), "--store", str(Path(folder) / "store.db"))
        else:
            dossier("annotate", articles, "-o", str(out), "--workers", "2")
        command = [sys.executable, str(scorer), task, str(data), str(out), "--json"]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def dossier(*args: str) -> None:
    """Run the command line; 3 is "done in part" (a name of the watchlist may match nobody)."""
    done = subprocess.run([sys.executable, "-m", "dossier.cli", *args], stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode not in (0, 3):
        sys.exit(f"dossier {args[0]} failed:\n{done.stderr}")


def report(name: str, figure: str, found: object, floor: float) -> bool:
    """Print one line; whether the figure is below its floor."""
    value = float(found["f1"] if isinstance(found, dict) else found)  # type: ignore[arg-type]
    verdict = "ok" if value >= floor else "BELOW"
    print(f"{verdict:<6} {name:<26} {figure:<28} {value:6.2f}  floor {floor:6.2f}")
    return value < floor


if __name__ == "__main__":
    main()
