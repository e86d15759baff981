"""A limit of time for work in a thread of a process that has to go on."""

import ctypes
import threading
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


def within_seconds(work: Callable[..., T], arguments: tuple[Any, ...], seconds: float) -> T:
    """What ``work(*arguments)`` gives; raises TimeoutError in the middle of it when it takes longer.

    The exception is put into this thread from another, which only the interpreter's own interface can do: a worker of
    a cluster may neither start a process that could be ended, nor end itself. It comes between two steps of Python.
    """
    thread, lock, is_done = threading.get_ident(), threading.Lock(), False

    def end() -> None:
        with lock:
            if not is_done:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(TimeoutError))

    timer = threading.Timer(seconds, end)
    timer.start()
    try:
        return work(*arguments)
    finally:
        with lock:
            is_done = True
        timer.cancel()
