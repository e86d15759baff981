"""The quality gate: score the annotator on public gold sets, and fail where it falls below a floor.

    python benchmarks/gate.py [--shared FOLDER] [--halves]

FOLDER holds ``bench/bench.py`` and ``data/``. Without it the gate says that it did not run. ``--halves`` also prints
the figures of two halves of each set: rules are written on the first half (the first, third, … line of
articles.jsonl); of the second only the score is looked at.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from dossier.codec import decode_timeline, encode_timeline
from dossier.model import Event
from dossier.timeline.ordering.order import ranked

ROOT = Path(__file__).parents[1]
FLOORS = ROOT / "benchmarks" / "floors.toml"


def main() -> None:
    """Print each figure beside its floor; exit with 1 when one is below."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--halves", action="store_true")
    options = parser.parse_args()
    shared = options.shared
    scorer = shared / "bench" / "bench.py"
    if not scorer.is_file():
        print(f"quality gate: NOT RUN, there is no {scorer.name} in {scorer.parent.name}/ beside the project")
        return
    below = 0
    for name, floors in tomllib.loads(FLOORS.read_text("utf-8")).items():
        task, folder = name.split()
        with tempfile.TemporaryDirectory() as work:
            data = shared / "data" / folder
            out = run(task, data, Path(work))
            figures = score(scorer, task, data, out)
            if task == "events":
                figures = score(scorer, task, data, only_told(out)) | {"trigger": figures["trigger"]}
            if task == "timelines":
                known = score(scorer, task, data, all_known(out))
                figures |= {f"known_{figure}": found for figure, found in known.items()}
            figures |= by_part(figures)
            for figure, floor in floors.items():
                below += report(name, figure, figures[figure], floor)
            if options.halves and task not in ("timelines", "xcoref"):
                halves(scorer, name, data, out)
    sys.exit(1 if below else 0)


def run(task: str, data: Path, work: Path) -> Path:
    """Run the command that makes what ``task`` scores on the articles of ``data``; return what it wrote in ``work``."""
    out = work / "out"
    articles = str(data / "articles.jsonl")
    if task == "timelines":
        names = ["--watchlist", str(data / "targets.txt"), "--format", "json"]
        dossier("build", articles, *names, "-o", str(out), "--store", str(work / "store.db"))
    elif task == "xcoref":
        dossier("build", articles, "--top", "1", "--format", "json", "-o", str(out), "--store", str(work / "store.db"))
    else:
        dossier("annotate", articles, "-o", str(out), "--workers", "2")
    return out


def score(scorer: Path, task: str, data: Path, out: Path) -> dict[str, object]:
    """The figures that the scorer gives for the output ``out``."""
    command = [sys.executable, str(scorer), task, str(data), str(out), "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def by_part(figures: Mapping[str, object]) -> dict[str, object]:
    """Precision and recall by themselves: "event_muc_p" and "event_muc_r" of "event_muc"."""
    parts = ((name, found) for name, found in figures.items() if isinstance(found, dict))
    return {f"{name}_{part}": value for name, found in parts for part, value in found.items()}


def only_told(out: Path) -> Path:
    """A copy of the annotations without the events that are only named: the shares are of those that are told."""
    told = out.with_name("only told")
    articles = [json.loads(line) for line in lines_of(out)]
    for found in articles:
        found["events"] = [event for event in found["events"] if not event["is_bare"]]
    told.write_text("".join(f"{json.dumps(found)}\n" for found in articles), "utf-8")
    return told


def all_known(out: Path) -> Path:
    """A copy of the dossiers in which all that is known of an entity stands in its timeline, also what is not printed.

    Those are the parts of entries, the possible events and those left out, but no forecasts.
    """
    whole = shutil.copytree(out, out.with_name("all known"))
    for file in whole.glob("*/timeline.json"):
        timeline, generator = decode_timeline(file.read_bytes())
        happened = [event for event in timeline.all_events if not event.factuality.is_expected]
        placed = [event for event in happened if has_place(event)]
        undated = tuple(event for event in happened if event not in placed)
        put_back = replace(
            timeline, events=ranked(placed), undated=undated, expected=(), series={}, parts={}, possible=(), left_out=()
        )
        file.write_bytes(encode_timeline(put_back, generator))
    return whole


def has_place(event: Event) -> bool:
    """Whether it stands in line: by a stated date, by order, or by its report."""
    return bool(event.dating.is_stated or event.not_before or event.not_after or event.reported)


def halves(scorer: Path, name: str, data: Path, out: Path) -> None:
    """Print the figures of the articles on odd lines, then of those on even lines."""
    ids = [json.loads(line)["id"] for line in lines_of(data / "articles.jsonl")]
    for title, kept in (("first half", set(ids[0::2])), ("second half", set(ids[1::2]))):
        part = out.with_name(title)
        part.mkdir()
        for file in data.glob("*.jsonl"):
            whole = file.name not in ("articles.jsonl", "gold.jsonl")
            rows = (line for line in lines_of(file) if whole or json.loads(line)["id"] in kept)
            (part / file.name).write_text("".join(rows), "utf-8")
        for figure, found in score(scorer, name.split(maxsplit=1)[0], part, out).items():
            value = found["f1"] if isinstance(found, dict) else found
            print(f"       {name:<26} {figure:<28} {value:6.2f}  {title}")


def lines_of(file: Path) -> list[str]:
    """The lines of a JSONL file."""
    return file.read_text("utf-8").splitlines(keepends=True)


def dossier(*args: str) -> None:
    """Run the command line; 3 is "done in part" (a name of the watchlist may match nobody)."""
    done = subprocess.run([sys.executable, "-m", "dossier", *args], stderr=subprocess.PIPE, text=True, check=False)
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
