"""Kill builds at random moments of all their stages, and check that nothing is lost and nothing is left over.

    python benchmarks/kills.py [--moments 60] [--seed 13] [--at-once 1]

Night 1 of a small project becomes edition 1. For night 2 an article is new and one is revised; an undisturbed build of
it says how long each stage takes. Then each moment begins from a copy of night 1: the whole process group of a build is
killed with SIGKILL at a moment of its stage, drawn so that all parts of the stage get theirs. `latest` must be edition
1 or the undisturbed edition 2, byte for byte; the store must open without a damaged row; and the next build must leave
the files of the undisturbed night 2, manifest included, and no other. Prints a row for each stage, and exits with 1
after a failure. Builds that run at once slow each other down; the log of each tells in which stage it was killed.
"""

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier.errors import StoreUnusable
from dossier.publish.edition_checks import check_files
from dossier.publish.manifest import read_manifest
from dossier.publish.manifest_checks import check_unlisted
from dossier.store import Store

ROOT = Path(__file__).parents[1]
BEGINNINGS = {
    "start": "dossier .*: begun",
    "read": "Reading: begun",
    "annotate": "Annotating: begun",
    "resolve": "Resolving: begun",
    "write and print": "Writing: begun",
    "publish": "Writing: done",
    "ended": "dossier: ended",
}
"""The line of the log with which each stage begins."""
STAGES = ("read", "annotate", "resolve", "write and print", "publish")
PATIENCE_SECONDS = 300
POLL_SECONDS = 0.002
PROJECT = 'formats = ["html", "json", "pdf"]\ntop = 2\neditions = 5\n'
NIGHT_1 = {
    "arrest.txt": "Police arrested Peter Brandt in London on 14 March 2019. They said Brandt had sold the plans of the "
    "port to Vestfold Shipping in May 2016. Anna Keller, a spokeswoman of Vestfold Shipping, denied it.\n",
    "trial.txt": "Prosecutors charged Peter Brandt with fraud on 3 June 2019. The trial of Brandt began in London on 9 "
    "September 2019. Anna Keller testified on 12 September 2019.\n",
    "firm.txt": "Vestfold Shipping dismissed Anna Keller on 1 October 2019. The firm paid a fine of 2 million euros in "
    "Oslo on 4 November 2019.\n",
}
NIGHT_2 = {
    "trial.txt": NIGHT_1["trial.txt"] + "A court sentenced Brandt to four years in prison on 20 December 2019.\n",
    "appeal.txt": "Peter Brandt appealed against his sentence on 7 January 2020. Anna Keller left Norway on 9 January "
    "2020 and met Brandt's lawyer in Paris.\n",
}
Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Nights:
    """What is known of the two nights before anything is killed: a copy of the first, and what each must look like."""

    first: Path
    editions: tuple[Files, Files]
    left: Files
    seconds: Mapping[str, float]


@dataclass(frozen=True)
class Moment:
    """When to kill: at this share of the seconds that the stage takes."""

    number: int
    stage: str
    share: float


@dataclass(frozen=True)
class Outcome:
    """In which stage the build was, which edition stood then, and what was wrong."""

    stage: str
    edition: int
    failures: Sequence[str]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moments", type=int, default=60)
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--at-once", type=int, default=1, help="How many moments are tried at the same time.")
    options = parser.parse_args()
    with TemporaryDirectory() as folder, ThreadPoolExecutor(options.at_once) as pool:
        nights = undisturbed(Path(folder))
        moments = drawn(options.moments, random.Random(options.seed))
        outcomes = list(pool.map(partial(killed, nights, Path(folder)), moments))
    print(table(nights.seconds, outcomes))
    failures = [failure for outcome in outcomes for failure in outcome.failures]
    print("\n".join(failures) or f"{len(outcomes)} moments, no failure")
    return 1 if failures else 0


def drawn(count: int, chance: random.Random) -> Iterator[Moment]:
    """As many moments in each stage, one in each of as many equal parts of it."""
    for number in range(count):
        nth, stage = divmod(number, len(STAGES))
        parts = len(range(stage, count, len(STAGES)))
        yield Moment(number, STAGES[stage], (nth + chance.random()) / parts)


def undisturbed(folder: Path) -> Nights:
    """Build night 1 and night 2, and keep a copy of what lay there between them."""
    case, first = folder / "case", folder / "first"
    write_articles(case, NIGHT_1)
    (case / "dossier.toml").write_text(PROJECT)
    finish(start(case))
    shutil.copytree(case, first, symlinks=True)
    write_articles(first, NIGHT_2)
    write_articles(case, NIGHT_2)
    (case / "run.log").unlink()
    finish(start(case))
    begun = dict(stages(case))
    names = list(BEGINNINGS)
    seconds = {stage: begun[names[names.index(stage) + 1]] - begun[stage] for stage in STAGES}
    for number in (1, 2):
        edition = case / "dossiers" / "editions" / f"{number:04}"
        if faults := as_the_manifest_says(edition, number):
            raise SystemExit(f"undisturbed edition {number}: {faults}")
    editions = (files(first / "dossiers" / "latest"), files(case / "dossiers" / "latest"))
    return Nights(first, editions, left(case), seconds)


def as_the_manifest_says(edition: Path, number: int) -> list[str]:
    """What of the edition is not as its manifest says."""
    manifest = read_manifest(edition)
    if manifest is None or manifest.edition != number:
        return [f"{edition} has no manifest of edition {number}"]
    return [str(issue) for issue in (*check_files(edition), *check_unlisted(edition, manifest)[0])]


def killed(nights: Nights, folder: Path, moment: Moment) -> Outcome:
    """Kill a build of night 2 at the moment, look at what is left, and build again."""
    case = folder / f"killed-{moment.number}"
    shutil.copytree(nights.first, case, symlinks=True)
    (case / "run.log").unlink()
    kill_at(case, moment.stage, moment.share * nights.seconds[moment.stage])
    stage = [stage for stage, _ in stages(case)][-1]
    there = files(case / "dossiers" / "latest")
    edition = nights.editions.index(there) + 1 if there in nights.editions else 0
    failures = [] if edition else ["'latest' is no whole edition"]
    failures += damage(case)
    try:
        finish(start(case))
    except RuntimeError as error:
        failures.append(f"the next build: {error}")
    failures += differences("the next build", left(case), nights.left)
    shutil.rmtree(case)
    where = f"moment {moment.number}, {moment.share:.0%} of {moment.stage}, killed in {stage}"
    return Outcome(stage, edition, [f"{where}: {failure}" for failure in failures])


def kill_at(case: Path, stage: str, seconds: float) -> None:
    """Start a build, and kill its process group so long after the stage has begun; all of it is gone then."""
    process = start(case)
    end = time.monotonic() + PATIENCE_SECONDS
    while stage not in dict(stages(case)) and process.poll() is None and time.monotonic() < end:
        time.sleep(POLL_SECONDS)
    time.sleep(seconds)
    with suppress(ProcessLookupError):  # the build may have ended
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()  # ends when all of the group have closed standard error


def start(case: Path) -> "subprocess.Popen[str]":
    """A build of the project, in a process group of its own."""
    command = [sys.executable, "-m", "dossier", "build", "--store", "s.db", "--log-file", "run.log", "--quiet"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command, cwd=case, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def finish(process: "subprocess.Popen[str]") -> None:
    """Wait for the build. Raises RuntimeError when it does not end well."""
    said = process.communicate(timeout=PATIENCE_SECONDS)[1]
    if process.returncode:
        raise RuntimeError(f"exit code {process.returncode}: {said}")


def stages(case: Path) -> Iterator[tuple[str, float]]:
    """The stages that the log of a build tells of, and when each began."""
    log = case / "run.log"
    for line in log.read_text().splitlines() if log.exists() else ():
        for stage, words in BEGINNINGS.items():
            if re.search(rf"INFO +{words}", line):
                yield stage, datetime.fromisoformat(line.split(maxsplit=1)[0]).timestamp()


def damage(case: Path) -> list[str]:
    """Why the store does not open, or its damaged rows."""
    try:
        with Store(case / "s.db") as store:
            return [str(row.issue()) for row in store.damage()]
    except StoreUnusable as error:
        return [str(error)]


def write_articles(case: Path, texts: Mapping[str, str]) -> None:
    (case / "articles").mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (case / "articles" / name).write_text(text)


def files(folder: Path) -> Files:
    """The bytes of each file in a folder; links are not followed."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def left(case: Path) -> Files:
    """All that a build leaves, hidden files included, but the log and the bytes of the store; a link by its target."""
    found = files(case) | {"s.db": b"", "run.log": b""}
    return found | {"latest": os.fsencode((case / "dossiers" / "latest").readlink())}


def differences(what: str, found: Files, expected: Files) -> list[str]:
    names = sorted(name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name))
    return [f"{what} differs in {', '.join(names)}"] if names else []


def table(seconds: Mapping[str, float], outcomes: Sequence[Outcome]) -> str:
    """A row for each stage: its seconds undisturbed, the builds killed in it, what stood then, and the failures."""
    rows = [f"{'killed in':<16}{'seconds':>9}{'builds':>8}{'edition 1':>11}{'edition 2':>11}{'failures':>10}"]
    for stage in BEGINNINGS:
        these = [outcome for outcome in outcomes if outcome.stage == stage]
        if these or stage in STAGES:
            stood = Counter(outcome.edition for outcome in these)
            failed = sum(bool(outcome.failures) for outcome in these)
            took = f"{seconds[stage]:.2f}" if stage in seconds else ""
            rows.append(f"{stage:<16}{took:>9}{len(these):>8}{stood[1]:>11}{stood[2]:>11}{failed:>10}")
    return "\n".join(rows)


if __name__ == "__main__":
    sys.exit(main())
