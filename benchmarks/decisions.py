"""Measure how long a decision takes until it is shown, in a case that is held open.

    python benchmarks/decisions.py STORE [--count 20]

The store is copied. Of the doubts of its last run the first twenty are decided, "different" and "same" in turn; after
each the case is brought up to date, and the timeline of the actor with the most entries is read. Beside it stand the
seconds of the same case from nothing, and the memory. Seconds are the processor's and by the clock.
"""

import argparse
import resource
import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from dossier.model import Identity, Judgement, Verdict
from dossier.pipeline.cases.resolved_case import resolve_case
from dossier.pipeline.opened.live_case import LiveCase
from dossier.store import Store

Seconds = tuple[float, float]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("store", type=Path)
    parser.add_argument("--count", type=int, default=20)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.db"
        shutil.copy(options.store, copy)
        with Store(copy) as store:
            measure(store, options.count)
    return 0


def measure(store: Store, count: int) -> None:
    run = store.last_run()
    if run is None:
        raise SystemExit("the store has no run")
    print(f"{len(run.articles)} articles; from nothing {_row(timed(lambda: resolve_case(store, run, (), {})))}")
    print(f"memory so far {memory():.2f} GB")
    live = LiveCase(store)
    print(f"made ready {_row(timed(live.make_ready))}, memory so far {memory():.2f} GB")
    verdicts = (Verdict.DIFFERENT, Verdict.SAME)
    doubts = live.case.contents.doubts[:count]
    found: list[Seconds] = []
    for number, doubt in enumerate(doubts):
        decision = Identity(doubt.left, doubt.right, verdicts[number % 2])
        store.add_judgements([Judgement(decision, "benchmark", date(2026, 11, 29))])
        found.append(timed(lambda: show(live)))
        print(f"{type(doubt.left).__name__:14} {verdicts[number % 2]:10} {_row(found[-1])}")
    print(f"median of {len(found)}: {_row((median(one for one, _ in found), median(one for _, one in found)))}")
    print(f"memory so far {memory():.2f} GB")


def show(live: LiveCase) -> None:
    """Bring the case up to date, and read the longest timeline."""
    live.refresh()
    counts = live.case.contents.entry_counts
    live.case.timeline(max(counts, key=lambda key: counts[key].all))


def timed(work: Callable[[], object]) -> Seconds:
    """The processor's seconds, and those by the clock."""
    cpu, clock = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - clock


def memory() -> float:
    """The most memory that the process has taken so far, in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def _row(seconds: Seconds) -> str:
    return f"{seconds[0]:6.2f} s of the processor, {seconds[1]:6.2f} s by the clock"


if __name__ == "__main__":
    raise SystemExit(main())
