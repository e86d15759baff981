"""What every worker process does first, and how its parent keeps work ready for it."""

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing import parent_process
from typing import TypeVar

T = TypeVar("T")


def begin_worker() -> None:
    """Leave Ctrl-C, which reaches all processes of a terminal, to the parent; and never outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the end of the parent, however it comes, and end this process."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def read_ahead(items: Iterable[T], ahead: int) -> Iterator[T]:
    """The items in their order, each when ``ahead`` later ones are taken: work that they stand for is under way."""
    waiting: deque[T] = deque()
    for item in items:
        waiting.append(item)
        if len(waiting) > ahead:
            yield waiting.popleft()
    yield from waiting
