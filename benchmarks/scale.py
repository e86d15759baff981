"""What putting many articles together costs, and that its cost grows with the number of claims only.

    python benchmarks/scale.py [--sizes N …] [--seed N] [--store FILE] [--json FILE] [--chart FILE]

For each size the benchmark makes up an archive with so many event claims (``synthetic/archive.py`` says how) and
keeps it in a store. A fresh process then does what a build does between annotating and writing: it reads the
annotations, tells copies from sources, resolves actors, events and relations, puts them in order, keeps what it found,
and reads the timelines of the twenty most active actors. Writing the archive is not timed. Reading it is, and its
memory counts, because a build holds the annotations of a run or of a shelf.

Prints the processor's seconds of each part and the peak memory of the process. Exits with 1 if the seconds grow with
a power of the claims above 1.15 (least squares over all sizes), or if the memory is above 4 GB. ``--json`` saves the
figures, ``--chart`` draws them as SVG, ``--store`` measures the last run of a given store instead.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType
from typing import TypeVar

from curve import exponent, exponents
from synthetic.archive import archive

from dossier.codec import encode_annotations
from dossier.model import Annotations, Article
from dossier.pipeline.cases import resolved_case, told_case
from dossier.pipeline.opened.open_case import open_case
from dossier.pipeline.shelves import shelved_case
from dossier.store import Run, Store

T = TypeVar("T")
SIZES = (10_000, 30_000, 100_000, 300_000)
LIMIT = 1.15
"""The greatest power of the claims with which the seconds may grow; 1 is linear. Set by hand."""
MEMORY = 4.0  # GB
TOP = 20  # actors, as many as a build takes when no name is given
ANNOTATOR = "synthetic"
CHUNK = 200  # articles
KILOBYTE = 1024 if sys.platform == "linux" else 1  # what getrusage counts in
SHOWN = 0.005  # the share from which a part has a line of its own
FOLLOWED = ("dossier.resolve", "dossier.timeline")
READING, TIMELINES, OTHER, TOTAL = "reading", "timelines", "other", "total"
COUNTS = ("claims", "articles", "actors", "events", "doubts", "listed", "memory")


def main() -> None:
    """Print the table; exit with 1 when something grows too fast or takes too much."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--chart", type=Path)
    options = parser.parse_args()
    if options.store:
        measured = [_alone(measure, options.store)]
    else:
        measured = [in_new_processes(size, options.seed) for size in options.sizes]
    if options.json:
        options.json.write_text(json.dumps(measured, indent=1) + "\n")
    if options.chart:
        from chart import curves

        options.chart.write_text(curves(measured, TOTAL, parts(measured), LIMIT, MEMORY))
    sys.exit(0 if report(measured) else 1)


def in_new_processes(size: int, seed: int) -> dict[str, float]:
    """The figures of one size; one process writes the archive, another reads it, so that each has its own memory."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        _alone(write, path, size, seed)
        return _alone(measure, path)


def _alone(work: Callable[..., T], *given: object) -> T:
    """The result of the work, done in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def write(path: Path, size: int, seed: int) -> None:
    """Save an archive of ``size`` claims in a new store, and record it as a run."""
    ids: list[str] = []
    written = archive(size, seed)
    with Store(path) as store:
        while chunk := list(islice(written, CHUNK)):
            store.put_articles(article for article, _ in chunk)
            store.put_annotations(
                ANNOTATOR, [(article.id, encode_annotations(article, found)) for article, found in chunk]
            )
            ids += [article.id for article, _ in chunk]
        store.record_run(Run(ANNOTATOR, ANNOTATOR, None, tuple(ids)))


def measure(path: Path) -> dict[str, float]:
    """Resolve the run in the store: what came of it, the seconds of each part, the peak memory in GB."""
    clock = Clock()
    with TimedStore(path, clock) as store:
        run = store.last_run()
        if run is None:
            raise SystemExit(f"{path} holds no run")
        for module in (resolved_case, told_case, shelved_case):
            clock.follow(module)
        with clock.on(OTHER):
            case = open_case(store, run)
        with clock.on(TIMELINES):
            lines = [case.timeline(actor) for actor in case.contents.active[:TOP]]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE / 1e9
    with Store(path) as store:
        claims = sum(len(found.events) for found in store.annotations(run.annotator, run.articles))
    listed = sum(len(line.all_events) for line in lines)
    counts = (
        claims,
        len(run.articles),
        len(case.actors),
        case.contents.event_count,
        len(case.contents.doubts),
        listed,
    )
    return {**dict(zip(COUNTS, (*counts, peak), strict=True)), **clock.seconds, TOTAL: sum(clock.seconds.values())}


class Clock:
    """Measure the processor's seconds of each part, without those of the parts that it calls."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._parts: list[str] = []
        self._since = 0.0

    @contextmanager
    def on(self, part: str) -> Iterator[None]:
        """Count the time of the block for that part."""
        self._stop()
        self._parts.append(part)
        try:
            yield
        finally:
            self._stop()
            self._parts.pop()

    def each(self, part: str, items: Iterable[T]) -> Iterator[T]:
        """The items; the time in which each is made counts for that part."""
        todo = iter(items)
        while True:
            with self.on(part):
                found = list(islice(todo, 1))
            if not found:
                return
            yield found[0]

    def follow(self, module: ModuleType) -> None:
        """Time each function or class of ``FOLLOWED`` packages that the module has imported, under its own name."""
        for name, work in vars(module).copy().items():
            if callable(work) and getattr(work, "__module__", "").startswith(FOLLOWED):
                setattr(module, name, self._timed(name, work))

    def _timed(self, part: str, work: Callable[..., T]) -> Callable[..., T]:
        def run(*args: object, **options: object) -> T:
            with self.on(part):
                return work(*args, **options)

        return run

    def _stop(self) -> None:
        now = time.process_time()
        if self._parts:
            self.seconds[self._parts[-1]] += now - self._since
        self._since = now


class TimedStore(Store):
    """A store whose reading counts on the clock as a part of its own."""

    def __init__(self, path: Path, clock: Clock) -> None:
        super().__init__(path)
        self._clock = clock

    def articles(self, ids: Sequence[str]) -> Iterator[Article]:
        """The articles, on the clock."""
        return self._clock.each(READING, super().articles(ids))

    def annotations(self, annotator: str, ids: Sequence[str]) -> Iterator[Annotations]:
        """The annotations, on the clock."""
        return self._clock.each(READING, super().annotations(annotator, ids))


def parts(measured: Sequence[dict[str, float]]) -> list[str]:
    """The parts that take a share worth showing of the seconds of the largest size, in the order of the work."""
    last = measured[-1]
    return [key for key in last if key not in (*COUNTS, TOTAL) and last[key] >= SHOWN * last[TOTAL]]


def report(measured: Sequence[dict[str, float]]) -> bool:
    """Print the figures as a table; whether growth and memory are within the limits."""
    sizes = [one["claims"] for one in measured]
    for key in COUNTS[:-1]:
        print(f"{key:<22}" + "".join(f"{one[key]:>12,.0f}" for one in measured))
    for key in (*parts(measured), TOTAL):
        taken = [max(one.get(key, 0.0), 1e-3) for one in measured]
        cells = "".join(f"{one:>12.2f}" for one in taken)
        print(f"{key + ', s':<22}{cells}   {' '.join(f'{one:5.2f}' for one in exponents(sizes, taken))}")
    print(f"{'peak memory, GB':<22}" + "".join(f"{one['memory']:>12.2f}" for one in measured))
    grown = exponent(sizes, [one[TOTAL] for one in measured]) if len(measured) > 1 else 1.0
    most = max(one["memory"] for one in measured)
    print(
        f"seconds grow with the claims to the power of {grown:.2f} (at most {LIMIT}), memory {most:.2f} GB ({MEMORY})"
    )
    return grown <= LIMIT and most <= MEMORY


if __name__ == "__main__":
    main()
