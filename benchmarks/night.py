"""Measure what a night costs in stores of several sizes: one with nothing new, and one with one new article.

    python benchmarks/night.py ARTICLES.jsonl [--sizes 30 120 294] [--top 20] [--rounds 3] [--svg FILE]

The last article of the file is the new one; the first 30, 120 and 294 are the archives. Each build is a process of its
own. Seconds are the processor's, those of child processes (which print) included; what starts the program is "start".
Of several rounds of the second and the third night, each from the same state, the least counts: other work only adds.
"""

import argparse
import json
import resource
import shutil
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import chart

Stages = Mapping[str, float]
NIGHTS = ("first", "nothing new", "one article")
RESOLVING, WRITING = "resolving", "writing"
LIMIT_UNCHANGED = 0.02
LIMIT_SPREAD = 1.3


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[30, 120, 294])
    parser.add_argument("--top", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path, help="Where to write the figures.")
    parser.add_argument("--svg", type=Path, help="Where to draw them.")
    options = parser.parse_args()
    *archive, new = options.articles.read_bytes().splitlines(keepends=True)
    measured = {size: nights(archive[:size], new, options) for size in options.sizes}
    for size, stages in measured.items():
        for night in NIGHTS:
            print(row(f"{size} articles, {night}", stages[night]))
    if options.json:
        options.json.write_text(json.dumps(measured, indent=1) + "\n")
    if options.svg:
        options.svg.write_text(chart.nights(list(measured), curves(measured)))
    return 0 if is_cheap(measured) else 1


def curves(measured: Mapping[int, Mapping[str, Stages]]) -> dict[str, list[float]]:
    """What a night costs in each archive, by what it is spent on."""
    nights = [one["one article"] for one in measured.values()]
    return {
        "first build": [one["first"]["total"] for one in measured.values()],
        "resolving": [night[RESOLVING] for night in nights],
        "dossiers that changed": [night[WRITING] for night in nights],
        "one article, all else": [night["total"] - night[RESOLVING] - night[WRITING] for night in nights],
        "nothing new": [one["nothing new"]["total"] for one in measured.values()],
    }


def nights(archive: Sequence[bytes], new: bytes, options: argparse.Namespace) -> dict[str, Stages]:
    """The seconds of each stage of each of the three builds."""
    with TemporaryDirectory() as folder:
        source = Path(folder, "in.jsonl")
        source.write_bytes(b"".join(archive))
        first = alone(folder, options.top)
        second = fastest(folder, options)
        source.write_bytes(b"".join((*archive, new)))
        return dict(zip(NIGHTS, (first, second, fastest(folder, options)), strict=True))


def fastest(folder: str, options: argparse.Namespace) -> Stages:
    """The cheapest of several rounds of one night, each in a copy of the folder."""
    rounds = []
    for _ in range(options.rounds):
        with TemporaryDirectory() as copy:
            rounds.append(alone(shutil.copytree(folder, copy, dirs_exist_ok=True), options.top))
    return min(rounds, key=lambda stages: stages["total"])


def alone(folder: str, top: int) -> Stages:
    """One build, in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(night, Path(folder), top).result()


def night(folder: Path, top: int) -> Stages:
    from dossier.pipeline.run import Intake, Job, build
    from dossier.store import Store

    seconds: dict[str, float] = {}

    @contextmanager
    def progress(label: str, _: int | None) -> Iterator[object]:
        begin = processor_seconds()
        yield lambda _: None
        seconds[label.lower()] = processor_seconds() - begin

    job = Job(intake=Intake(sources=["in.jsonl"], base=folder), output=folder / "out", top=top)
    with Store(folder / "s.db") as store:
        report = build(job, store, progress)  # type: ignore[arg-type]
    total = processor_seconds()
    return {**seconds, "start and the rest": total - sum(seconds.values()), "total": total, "made": report.made}


def processor_seconds() -> float:
    """Those of this process and of its children that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def row(name: str, stages: Stages) -> str:
    parts = ", ".join(f"{stage} {value:.2f}" for stage, value in stages.items() if stage not in {"total", "made"})
    return f"{name}: {stages['total']:.2f} s ({parts}); {stages['made']} dossiers made"


def is_cheap(measured: Mapping[int, Mapping[str, Stages]]) -> bool:
    """Whether a night with nothing new and one with one article cost what they may; says the figures.

    The dossiers that one article changes are as large as the archive made them, so their writing is told apart.
    """
    largest = measured[max(measured)]
    share = largest["nothing new"]["total"] / largest["first"]["total"]
    print(f"nothing new: {share:.1%} of the first build (at most {LIMIT_UNCHANGED:.0%})")
    spread("one article, without resolving", measured, {RESOLVING})
    itself = spread("one article, without resolving and the dossiers it changed", measured, {RESOLVING, WRITING})
    return share <= LIMIT_UNCHANGED and itself <= LIMIT_SPREAD


def spread(name: str, measured: Mapping[int, Mapping[str, Stages]], without: set[str]) -> float:
    """How many times the cheapest night with one article the dearest costs, without these stages; says it, too."""
    nights = [one["one article"] for one in measured.values()]
    apart = [stages["total"] - sum(stages.get(stage, 0) for stage in without) for stages in nights]
    times = max(apart) / min(apart)
    print(f"{name}: {', '.join(f'{value:.2f}' for value in apart)} s, {times:.2f} times")
    return times


if __name__ == "__main__":
    sys.exit(main())
