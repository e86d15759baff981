"""Annotate many articles at once, on any ``concurrent.futures.Executor``."""

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from dossier.codec import encode_annotations
from dossier.errors import WorkerLost
from dossier.model import Article

BATCH_CHARACTERS = 40_000
"""A batch ends with the article that brings it to this length: some seconds of work for a process. Set by hand; no
measurement is recorded."""
BATCHES_AHEAD = 2
"""How many batches wait for each process: it never idles, and few articles are in memory. Set by hand."""


def executor(workers: int) -> Executor:
    """A thread of this process for one worker; for more, as many processes, each with its own spaCy pipeline."""
    if workers == 1:
        return ThreadPoolExecutor(1)
    # "spawn" starts a fresh interpreter: to fork a process that runs threads is not safe
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


def annotate(
    articles: Iterable[Article], model: str, pool: Executor, workers: int, ontology: str = ""
) -> Generator[tuple[Article, bytes], None, None]:
    """Each article with its annotations as JSON, in the order of ``articles``.

    At most ``BATCHES_AHEAD * workers + 1`` batches are held at a time; those not begun when it is closed are dropped.
    ``ontology`` is the text of a file of event types. Raises WorkerLost when a process ends before its work is done.
    """
    waiting: deque[tuple[list[Article], Future[list[bytes]]]] = deque()
    try:
        for batch in _batches(articles):
            waiting.append((batch, pool.submit(annotate_batch, batch, model, ontology)))
            if len(waiting) > BATCHES_AHEAD * workers:
                yield from _finished(*waiting.popleft())
        while waiting:
            yield from _finished(*waiting.popleft())
    finally:
        for _, result in waiting:
            result.cancel()


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
