"""Annotating many articles at once. Any ``concurrent.futures.Executor`` will do; nothing else knows which."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from dossier.codec import encode_annotations
from dossier.errors import WorkerLost
from dossier.model import Article

BATCH_CHARACTERS = 40_000
"""Enough text to make a trip to another process worth it: some seconds of work."""
AHEAD = 2
"""How many batches a process may have waiting: enough never to idle, few enough to bound memory."""


def executor(workers: int) -> Executor:
    """For one worker a thread of this process, for more that many processes with a pipeline each."""
    if workers == 1:
        return ThreadPoolExecutor(1)
    # a fresh interpreter for each: forking one that runs threads is not safe
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


def annotate(
    articles: Iterable[Article], model: str, pool: Executor, workers: int, ontology: str = ""
) -> Iterator[tuple[Article, bytes]]:
    """Each article with its annotations as JSON, in order; holds only a bounded number of articles at a time."""
    waiting: deque[tuple[list[Article], Future[list[bytes]]]] = deque()
    for batch in _batches(articles):
        waiting.append((batch, pool.submit(annotate_batch, batch, model, ontology)))
        if len(waiting) > AHEAD * workers:
            yield from _finished(*waiting.popleft())
    while waiting:
        yield from _finished(*waiting.popleft())


def annotate_batch(batch: list[Article], model: str, ontology: str = "") -> list[bytes]:
    """The annotations of each article as JSON; runs in a worker."""
    from dossier.annotate import nlp

    return [encode_annotations(a, found) for a, found in zip(batch, nlp.annotate(batch, model, ontology), strict=True)]


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
