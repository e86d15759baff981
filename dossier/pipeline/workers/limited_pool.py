"""Worker processes with limits: work that takes too much time or memory ends its process and harms nothing else."""

import os
import resource
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, TypeVar

from dossier.pipeline.workers.worker_process import begin_worker

if TYPE_CHECKING:
    from pebble import ProcessPool

T = TypeVar("T")
_AHEAD = 2
"""How much work waits for each process: it never idles, and little is in memory. Set by hand."""
_OUT_OF_MEMORY = 77
"""The exit code of a process that reached its limit of memory."""


class LimitedPool:
    """Processes that start with the first work and end with ``stop``; only one that ended is replaced."""

    def __init__(self, workers: int, memory: int, begin: Callable[..., None], arguments: tuple[Any, ...] = ()) -> None:
        """``memory`` is how many bytes of addresses a process may have; each begins with ``begin(*arguments)``."""
        self._workers = workers
        self._memory = memory
        self._begin = begin, arguments
        self._pool: ProcessPool | None = None

    @property
    def ahead(self) -> int:
        """How much work is to wait for the processes."""
        return self._workers * _AHEAD

    def schedule(self, work: Callable[..., T], arguments: tuple[Any, ...], seconds: float) -> "Future[T]":
        """The result to come of ``work(*arguments)``, which may take so long."""
        future: Future[T] = self._running().schedule(_within_memory, (work, arguments), timeout=seconds)
        return future

    def stop(self) -> None:
        """End the processes, in the middle of their work."""
        if self._pool:
            self._pool.stop()
            self._pool.join()

    def over_limit(self, error: BaseException, seconds: float) -> str:
        """Which limit the work went over, in words; empty where the error is the work's own."""
        from pebble import ProcessExpired

        if isinstance(error, TimeoutError):
            return f"it took longer than {seconds:.3g} seconds"
        if isinstance(error, ProcessExpired) and error.exitcode == _OUT_OF_MEMORY:
            return f"it took more memory than {self._memory / (1 << 30):.3g} GB"
        if isinstance(error, ProcessExpired):
            return f"its process ended (exit code {error.exitcode}); it may have run out of memory"
        return ""

    def _running(self) -> "ProcessPool":
        """The pool; a new one where there is none yet, or where its processes ended before they had anything to do."""
        from pebble import ProcessPool  # takes 0.2 s

        if self._pool is None or not self._pool.active:
            self.stop()
            self._pool = ProcessPool(
                self._workers,
                initializer=_begin,
                initargs=(self._memory, *self._begin),
                context=get_context("spawn"),
            )
        return self._pool


def _begin(memory: int, begin: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    """Runs first in a worker."""
    begin_worker()
    _, highest = resource.getrlimit(resource.RLIMIT_AS)
    limit = memory if highest == resource.RLIM_INFINITY else min(memory, highest)
    with suppress(ValueError, OSError):  # macOS knows no such limit
        resource.setrlimit(resource.RLIMIT_AS, (limit, highest))
    begin(*arguments)


def _within_memory(work: Callable[..., T], arguments: tuple[Any, ...]) -> T:
    """Runs in a worker. At the limit of memory the process ends: no library need cope with what it left half done."""
    try:
        return work(*arguments)
    except (MemoryError, SystemError):  # the second where a library in C forgets to say that it got no memory
        os._exit(_OUT_OF_MEMORY)
