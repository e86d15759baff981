"""Work on a real Dask cluster of two processes: the same bytes, whatever becomes of the workers."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor

import dask.config
import pytest
from distributed import Client, LocalCluster

from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.errors import WorkerLost
from dossier.model import Article, Issue
from dossier.pipeline.workers import engine
from dossier.pipeline.workers.dask_cluster import DaskExecutor
from dossier.pipeline.workers.time_limit import within_seconds
from dossier.pipeline.workers.workforce import Workforce
from dossier.pipeline.writing.printing import PageToPrint, PrintedPage, Printer, PrintLimits
from dossier.render import render_pdf

pytestmark = pytest.mark.slow  # it starts processes and the parser
ARTICLES = [Article(ref=f"{n}.txt", text=f"Peter Brandt left London on {n + 1} March 2019.") for n in range(12)]
SMALL = "<html lang=en><title>t</title><p>It goes on, number {}.</p></html>"
LONG = "<html lang=en><title>t</title>" + "<p>It goes on and on.</p>" * 20_000 + "</html>"
ONE_SECOND_FOR_THE_LONG = PrintLimits(seconds=60, seconds_per_character=-59 / len(LONG))
QUIET = {"host": "127.0.0.1", "dashboard_address": "127.0.0.1:0", "threads_per_worker": 2}


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(n_workers=2, processes=True, **QUIET) as started:
        yield started


def force(cluster: LocalCluster) -> Workforce:
    return Workforce(cluster=cluster.scheduler_address.removeprefix("tcp://"))


def test_articles_are_annotated_as_here_though_a_worker_is_killed(
    cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BATCH_CHARACTERS", 1)  # each article by itself
    here = list(engine.annotate(ARTICLES, DEFAULT_MODEL, engine.Team(engine.CallingThread(), 1)))
    with Client(cluster) as client:
        victim = next(iter(client.run(os.getpid).values()))
    there = []
    with engine.team(force(cluster)) as team:
        assert team.size == 2
        for found in engine.annotate(ARTICLES, DEFAULT_MODEL, team):
            if not there:
                os.kill(victim, signal.SIGKILL)
            there.append(found)
    assert there == here


def test_pages_are_printed_as_here_and_one_over_its_limit_harms_no_other(cluster: LocalCluster) -> None:
    pages = [PageToPrint(f"{n}.pdf", SMALL.format(n)) for n in range(3)]
    pages.insert(1, PageToPrint("long.pdf", LONG))
    with Printer(force(cluster), ONE_SECOND_FOR_THE_LONG) as printer:
        printed = [result for _, result in printer.print(enumerate(pages))]
    assert printed.pop(1) == Issue(
        "long.pdf", "not printed: it took longer than 1 seconds", "the other files of this dossier are there"
    )
    assert printed == [PrintedPage(f"{n}.pdf", render_pdf(SMALL.format(n))) for n in range(3)]


def test_a_worker_that_would_read_otherwise_reads_nothing() -> None:
    with pytest.raises(WorkerLost, match="other code or libraries"):
        engine.annotate_batch(ARTICLES[:1], DEFAULT_MODEL, "", "0" * 16)


def test_a_cluster_without_workers_is_given_up() -> None:
    with LocalCluster(n_workers=0, processes=True, **QUIET) as empty, Client(empty) as client:
        executor = DaskExecutor(client, patience=1)
        waiting = executor.submit(os.getpid)
        with pytest.raises(BrokenExecutor, match="no worker for 1 s"):
            waiting.result(timeout=60)
        executor.shutdown()


def test_no_cluster_is_said_to_be_so() -> None:
    nowhere = Workforce(cluster="127.0.0.1:9")
    said = r"the cluster dask://127.0.0.1:9 does not answer"
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "1s"}),
        pytest.raises(WorkerLost, match=said),
        engine.team(nowhere),
    ):
        pass


def test_work_over_its_time_ends_and_its_thread_goes_on() -> None:
    def count() -> None:
        while True:
            time.sleep(0.001)

    before = threading.active_count()
    with pytest.raises(TimeoutError):
        within_seconds(count, (), 0.05)
    assert within_seconds(sum, ((1, 2),), 5) == 3
    assert threading.active_count() <= before + 2  # a timer may still be ending
