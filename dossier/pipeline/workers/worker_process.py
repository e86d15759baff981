"""What every worker process does first, and how its parent keeps work ready for it."""

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from multiprocessing import parent_process
from typing import Any, TypeVar

K = TypeVar("K")
F = TypeVar("F", bound=Future[Any])
_HELD = 8
"""How much of what is done may wait for its turn, in what is under way. Set by hand: a page has up to 1 MB."""


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


def in_turn(begun: Iterable[tuple[K, F]], ahead: int) -> Iterator[tuple[K, F]]:
    """What is begun, in its order. The next is asked for while at most ``ahead`` pieces of work are under way.

    What is done before its turn waits for it, at most ``_HELD`` times ``ahead``: so a long piece keeps no worker idle.
    """
    waiting: deque[tuple[K, F]] = deque()
    for one in begun:
        waiting.append(one)
        while under_way := [work for _, work in waiting if not work.done()]:
            if len(under_way) <= ahead and len(waiting) <= ahead * _HELD:
                break
            wait(under_way, return_when=FIRST_COMPLETED)
            yield from _first_done(waiting)
        yield from _first_done(waiting)
    yield from waiting


def _first_done(waiting: deque[tuple[K, F]]) -> Iterator[tuple[K, F]]:
    """Take out, from the front, what need not be waited for."""
    while waiting and waiting[0][1].done():
        yield waiting.popleft()
