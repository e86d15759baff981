"""Annotate many articles at once, on any ``concurrent.futures.Executor``."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context
from typing import ParamSpec, TypeVar

from dossier.codec import encode_annotations
from dossier.errors import WorkerLost
from dossier.model import Article
from dossier.pipeline.worker_process import begin_worker, read_ahead

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


@contextmanager
def executor(workers: int) -> Iterator[Executor]:
    """The calling thread for one worker; for more, as many processes, each with its own spaCy pipeline.

    When the block ends with an exception the processes are ended at once, in the middle of their work.
    """
    if workers == 1:
        yield CallingThread()
        return
    others = set(active_children())
    # "spawn" starts a fresh interpreter: to fork a process that runs threads is not safe
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=begin_worker)
    try:
        yield pool
    except BaseException:
        for child in set(active_children()) - others:
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def annotate(
    articles: Iterable[Article], model: str, pool: Executor, workers: int, ontology: str = ""
) -> Iterator[tuple[Article, bytes]]:
    """Each article with its annotations as JSON, in the order of ``articles``.

    At most ``BATCHES_AHEAD * workers + 1`` batches are held at a time; for one worker it is one, so that what is done
    comes at once. ``ontology`` is the text of a file of event types. Raises WorkerLost when a process ends before its
    work is done.
    """
    ahead = BATCHES_AHEAD * workers if workers > 1 else 0
    started = ((batch, pool.submit(annotate_batch, batch, model, ontology)) for batch in _batches(articles))
    for batch, result in read_ahead(started, ahead):
        yield from _finished(batch, result)


def annotate_batch(batch: list[Article], model: str, ontology: str = "") -> list[bytes]:
    """The annotations of each article as JSON, in the order of the batch; runs in a worker."""
    from dossier.annotate import nlp

    annotated = zip(batch, nlp.annotate(batch, model, ontology), strict=True)
    return [encode_annotations(article, found) for article, found in annotated]


def _finished(batch: list[Article], result: Future[list[bytes]]) -> Iterator[tuple[Article, bytes]]:
    try:
        yield from zip(batch, result.result(), strict=True)
    except BrokenProcessPool as error:
        raise WorkerLost(
            f"a worker process ended while it read {batch[0].ref} and {len(batch) - 1} more",
            "it may have run out of memory: try --workers 1",
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
