"""What a night costs in archives of several sizes: 200 new articles, and all others as they were.

    python benchmarks/archive_nights.py [--sizes N …] [--length SHARE] [--folder DIR] [--json FILE] [--svg FILE]

The articles and their claims are made up (``synthetic/archive.py``), a quarter as long as those that were counted
there, in a folder with a file for each day; the newest 200 are the new ones. What was read in them is in the store
before, since that costs what is new alone. The first build resolves the archive; then each night is a process of its
own: it reads the source again, resolves, and writes the dossiers of the twenty most active actors as JSON and HTML,
the case, and ``case.json``.
Seconds are the processor's, memory is the peak. Exits with 1 where the dearest night costs more than 1.5 times the
cheapest.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby, islice
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import chart
from scale import KILOBYTE
from synthetic.archive import archive

from dossier.annotate.fingerprint import DEFAULT_MODEL, fingerprint
from dossier.codec import encode_annotations
from dossier.model import Article
from dossier.store import Store

NEW = 200
TOP = 20
CLAIMS_AN_ARTICLE = 60  # more than the longest archive has: it ends by its articles
CHUNK = 200
LIMIT = 1.5
SECONDS, MEMORY = "seconds", "memory, GB"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[3_000, 10_000, 30_000])
    parser.add_argument("--length", type=float, default=0.25)
    parser.add_argument("--folder", type=Path, help="Where the archives stay, to be measured again.")
    parser.add_argument("--json", type=Path, help="Where to write the figures.")
    parser.add_argument("--svg", type=Path, help="Where to draw them.")
    options = parser.parse_args()
    with TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        measured = {size: nights(folder / str(size), size, options.length) for size in options.sizes}
    if options.json:
        options.json.write_text(json.dumps(measured, indent=1) + "\n")
    if options.svg:
        options.svg.write_text(chart.nights(list(measured), curves(measured)))
    return 0 if is_even(measured) else 1


def nights(folder: Path, size: int, length: float) -> dict[str, float]:
    """What one night costs in an archive of this size; the archive is made in the folder where it is not there yet."""
    if not (folder / "s.db").exists():
        folder.mkdir(parents=True, exist_ok=True)
        _alone(make, folder, size, length)
        put_in(folder, size)
        _alone(build, folder)  # the first night
    put_in(folder, size + NEW)
    found = _alone(build, folder)
    print(f"{size} articles: " + ", ".join(f"{name} {value:.2f}" for name, value in found.items()), flush=True)
    return found


def _alone(work: object, *given: object) -> dict[str, float]:
    """What the work gives, done in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given).result()  # type: ignore[arg-type]


def make(folder: Path, size: int, length: float) -> None:
    """Write an archive as rows of articles, the newest last, and a store with what was read in them."""
    from dossier.sources import read

    made = islice(archive((size + NEW) * CLAIMS_AN_ARTICLE, length=length), size + NEW)
    ordered = sorted(made, key=lambda one: (one[0].published.when.edtf if one[0].published.when else "", one[0].ref))
    (folder / "all.jsonl").write_bytes(b"".join(_row(article) for article, _ in ordered))
    annotator = fingerprint(DEFAULT_MODEL)
    with Store(folder / "s.db") as store:
        articles = (one for one in read(["all.jsonl"], base=folder) if isinstance(one, Article))
        pairs = zip(articles, (found for _, found in ordered), strict=True)
        while some := list(islice(pairs, CHUNK)):
            store.put_articles(article for article, _ in some)
            bodies = [(one.id, encode_annotations(one, replace(found, article=one.id))) for one, found in some]
            store.put_annotations(annotator, bodies)


def _row(article: Article) -> bytes:
    fields = {
        "id": article.ref,
        "text": article.text,
        "title": article.title,
        "published": article.published.when.edtf if article.published.when else None,
        "publisher": article.publisher,
        "author": article.author,
        "language": article.language,
    }
    return json.dumps(fields).encode() + b"\n"


def put_in(folder: Path, articles: int) -> None:
    """Write the first so many articles as they are built from: those of each day in one file."""
    (folder / "in").mkdir(exist_ok=True)
    with (folder / "all.jsonl").open("rb") as every:
        for day, rows in groupby(islice(every, articles), key=_day):
            (folder / "in" / f"{day}.jsonl").write_bytes(b"".join(rows))


def _day(row: bytes) -> str:
    return (json.loads(row)["published"] or "undated").replace("/", "_")


def build(folder: Path) -> dict[str, float]:
    """Build of the articles in the folder: the seconds of each stage, of all, and the memory."""
    from dossier.pipeline.planning.formats import Format
    from dossier.pipeline.run import Intake, Job
    from dossier.pipeline.run import build as build_job

    seconds: dict[str, float] = {}

    @contextmanager
    def progress(label: str, _: int | None) -> Iterator[object]:
        begin = time.process_time()
        yield lambda _: None
        seconds[label.lower()] = time.process_time() - begin

    formats = frozenset({Format.JSON, Format.HTML})
    job = Job(intake=Intake(sources=["in"], base=folder), output=folder / "out", top=TOP, formats=formats)
    with Store(folder / "s.db") as store:
        report = build_job(job, store, progress)  # type: ignore[arg-type]
    if report.annotated:
        raise SystemExit(f"{len(report.annotated)} articles were read anew: their ids are not those of the archive")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE / 1e9
    return {**seconds, SECONDS: time.process_time(), MEMORY: peak}


def is_even(measured: Mapping[int, Mapping[str, float]]) -> bool:
    """Whether all nights cost nearly the same; says how much they differ."""
    times = {}
    for name in (SECONDS, MEMORY):
        costs = [night[name] for night in measured.values()]
        times[name] = max(costs) / min(costs)
        print(f"{name}: {', '.join(f'{cost:.2f}' for cost in costs)}: {times[name]:.2f} times (at most {LIMIT})")
    return max(times.values()) <= LIMIT


def curves(measured: Mapping[int, Mapping[str, float]]) -> dict[str, list[float]]:
    """What a night costs in each archive, by what it is spent on."""
    parts = [name for name in next(iter(measured.values())) if name not in (SECONDS, MEMORY)]
    found = {name: [night.get(name, 0.0) for night in measured.values()] for name in parts}
    return {"a night": [night[SECONDS] for night in measured.values()], **found}


if __name__ == "__main__":
    sys.exit(main())
