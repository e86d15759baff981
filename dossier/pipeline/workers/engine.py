"""Annotate many articles at once, on any ``concurrent.futures.Executor``."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context
from typing import NamedTuple, ParamSpec, TypeVar

from dossier.annotate.fingerprint import fingerprint
from dossier.codec import encode_annotations
from dossier.errors import WorkerLost
from dossier.model import Article
from dossier.pipeline.workers.worker_process import begin_worker, in_turn
from dossier.pipeline.workers.workforce import Workforce

P = ParamSpec("P")
T = TypeVar("T")
BATCH_CHARACTERS = 40_000
"""A batch ends with the article that brings it to this length: some seconds of work for a process. Set by hand; no
measurement is recorded."""
BATCHES_AHEAD = 2
"""How many batches wait for each process: it never idles, and few articles are in memory. Set by hand."""


class CallingThread(Executor):
    """Does the work at once, in the thread that asks for it: so Ctrl-C and SIGTERM end the work, not only the wait."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """A future that is done. What the work raises is raised here."""
        future: Future[T] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class Team(NamedTuple):
    """An executor, and how many work for it."""

    pool: Executor
    size: int


@contextmanager
def team(force: Workforce) -> Iterator[Team]:
    """The calling thread for one process; for more, as many processes, each with its own spaCy pipeline; or a cluster.

    When the block ends with an exception the processes are ended at once, in the middle of their work.
    """
    if force.cluster:
        from dossier.pipeline.workers.dask_cluster import connected_to

        with connected_to(force.cluster) as cluster:
            yield Team(cluster, cluster.size)
    elif force.processes == 1:
        yield Team(CallingThread(), 1)
    else:
        with _processes(force.processes) as pool:
            yield Team(pool, force.processes)


@contextmanager
def _processes(count: int) -> Iterator[Executor]:
    others = set(active_children())
    # "spawn" starts a fresh interpreter: to fork a process that runs threads is not safe
    pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=begin_worker)
    try:
        yield pool
    except BaseException:
        for child in set(active_children()) - others:
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def annotate(
    articles: Iterable[Article], model: str, workers: Team, ontology: str = ""
) -> Iterator[tuple[Article, bytes]]:
    """Each article with its annotations as JSON, in the order of ``articles``.

    At most ``BATCHES_AHEAD`` batches a worker and one are under way at a time; for the calling thread it is one, so
    that what is done comes at once. ``ontology`` is the text of a file of event types. Raises WorkerLost when a process
    ends before its work is done, or would read otherwise than this one.
    """
    ahead = 0 if isinstance(workers.pool, CallingThread) else BATCHES_AHEAD * workers.size
    reader = fingerprint(model, ontology)
    begun = (
        (batch, workers.pool.submit(annotate_batch, batch, model, ontology, reader)) for batch in _batches(articles)
    )
    for batch, result in in_turn(begun, ahead):
        yield from _finished(batch, result)


def annotate_batch(batch: list[Article], model: str, ontology: str, reader: str) -> list[bytes]:
    """The annotations of each article as JSON, in the order of the batch; runs in a worker.

    Raises WorkerLost where this process reads otherwise than ``reader``, the fingerprint of who asks.
    """
    from dossier.annotate import nlp

    if fingerprint(model, ontology) != reader:
        raise WorkerLost("a worker reads by other code or libraries than this machine", "install the same there")
    annotated = zip(batch, nlp.annotate(batch, model, ontology), strict=True)
    return [encode_annotations(article, found) for article, found in annotated]


def _finished(batch: list[Article], result: Future[list[bytes]]) -> Iterator[tuple[Article, bytes]]:
    try:
        yield from zip(batch, result.result(), strict=True)
    except BrokenExecutor as error:
        raise WorkerLost(
            f"a worker process ended while it read {batch[0].ref} and {len(batch) - 1} more: {error}",
            "it may have run out of memory: try fewer workers",
        ) from error


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    size = 0
    for article in articles:
        batch.append(article)
        size += len(article.text)
        if size >= BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
