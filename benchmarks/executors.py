"""Compare one process with two, of this machine and of a Dask cluster on it, at annotating and at printing.

    python benchmarks/executors.py ARTICLES.jsonl --dossiers DOSSIERS

``DOSSIERS`` is an output folder of ``dossier build`` with HTML. All processes are started, and have done something of
the kind, before the clock runs. The ways take turns; a ratio is that of two runs of one round, and the median of the
rounds counts. Each round annotates ``--count`` articles that none of the processes has read: what a process has read
once it reads sooner, and of two processes each would have read only half. What the machine gives at most is measured
beside: how much more two processes count than one, which share nothing. The load of the machine is printed: with less
than two processors at rest, the ratios say little.
"""

import argparse
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from distributed import LocalCluster

from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.model import Article
from dossier.pipeline.workers import engine
from dossier.pipeline.workers.workforce import Workforce
from dossier.pipeline.writing.printing import PageToPrint, Printer
from dossier.sources import read

engine.BATCH_CHARACTERS = 8_000  # so that a few articles keep two processes busy to the end
PAIRS = (("1 process", "2 processes"), ("Dask 1", "Dask 2"))
COUNTED = 20_000_000
"""Numbers in half of what is counted: about two seconds. Set by hand."""
Way = Callable[[int], object]
"""Does the work of the round with that number."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles")
    parser.add_argument("--dossiers", type=Path)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    articles = [one for one in read([options.articles]) if isinstance(one, Article)]
    if len(articles) < options.count * (options.rounds + 1):
        parser.error(
            f"{options.articles} has {len(articles)} articles: --count for each of --rounds, and as many before"
        )
    pages = [path.read_text("utf-8") for path in sorted((options.dossiers or Path()).glob("*/briefing.html"))]
    work = Work(articles, options.count, pages, options.rounds)
    with ExitStack() as stack:
        compared(work, {"1 process": Workforce(1), "2 processes": Workforce(2)}, stack)
        compare("Counting", dict(zip(PAIRS[0], map(counting, (1, 2)), strict=True)), options.rounds)
    with ExitStack() as stack:  # by themselves: clusters that idle take a part of a processor
        clusters = {f"Dask {workers}": stack.enter_context(cluster(workers)) for workers in (1, 2)}
        compared(work, {name: Workforce(cluster=address) for name, address in clusters.items()}, stack)


@dataclass(frozen=True)
class Work:
    """What is annotated, so many articles a round, and what is printed."""

    articles: Sequence[Article]
    count: int
    pages: Sequence[str]
    rounds: int


def compared(work: Work, forces: Mapping[str, Workforce], stack: ExitStack) -> None:
    """Compare the forces at annotating, and at printing where there are pages; they end with the stack."""
    teams = {name: stack.enter_context(engine.team(force)) for name, force in forces.items()}
    ways = {name: annotating(work.articles, work.count, team) for name, team in teams.items()}
    compare("Annotating", ways, work.rounds)
    if work.pages:
        printers = {name: stack.enter_context(Printer(force)) for name, force in forces.items()}
        compare("Printing", {name: printing(work.pages, one) for name, one in printers.items()}, work.rounds)


@contextmanager
def cluster(workers: int) -> Iterator[str]:
    """The address of a cluster with so many processes."""
    with LocalCluster(
        n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0"
    ) as started:
        yield started.scheduler_address.removeprefix("tcp://")


def annotating(articles: Sequence[Article], count: int, team: engine.Team) -> Way:
    def annotate(number: int) -> object:
        return list(engine.annotate(articles[number * count :][:count], DEFAULT_MODEL, team))

    return annotate


def counting(processes: int) -> Way:
    """One half of the work twice in a process, or once in each of two."""
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"))
    return lambda _: list(pool.map(count, [COUNTED, COUNTED]))


def count(numbers: int) -> int:
    return sum(number * number % 7 for number in range(numbers))


def printing(pages: Sequence[str], printer: Printer) -> Way:
    listed = [(number, PageToPrint(str(number), page)) for number, page in enumerate(pages)]
    return lambda _: list(printer.print(listed))


def compare(what: str, ways: Mapping[str, Way], rounds: int) -> None:
    """Time the ways in turn, after one turn that does not count, and print seconds and ratios."""
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, way in ways.items():
            start = time.perf_counter()
            way(number)
            if number:
                seconds[name].append(time.perf_counter() - start)
    print(f"{what}; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    for name, taken in seconds.items():
        print(f"  {name:12} {', '.join(f'{one:.1f}' for one in taken)} s")
    for left, right in (pair for pair in PAIRS if ways.keys() >= {*pair}):
        ratios = [one / other for one, other in zip(seconds[left], seconds[right], strict=True)]
        print(f"  {right} does {median(ratios):.2f} times the work of {left} ({min(ratios):.2f} to {max(ratios):.2f})")


if __name__ == "__main__":
    main()
