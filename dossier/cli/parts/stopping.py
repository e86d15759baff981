"""Ctrl-C and SIGTERM: what goes on is ended cleanly, and soon."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import active_children
from types import FrameType
from typing import NoReturn

_NAMES = {signal.SIGINT: "Ctrl-C", signal.SIGTERM: "SIGTERM"}
GRACE_SECONDS = 1.5
"""How long cleaning up may take. Then the process ends as it is: nothing is lost by that, since the store writes in
transactions and each file appears whole. Set by hand: a build is to end within two seconds."""


class Stopped(KeyboardInterrupt):
    """The user or the system asked the process to end. ``kept`` says what is not lost by that."""

    def __init__(self, number: int) -> None:
        super().__init__(f"Stopped by {_NAMES[signal.Signals(number)]}")
        self.number = number
        self.kept = ""

    @property
    def exit_code(self) -> int:
        """The exit code by which a shell tells the signal: 130 for Ctrl-C, 143 for SIGTERM."""
        return 128 + self.number

    @property
    def message(self) -> str:
        """What to tell the user."""
        return f"{self}. {self.kept}".strip()


@contextmanager
def stoppable(grace: float = GRACE_SECONDS) -> Iterator[None]:
    """Raise Stopped inside the block at the first Ctrl-C or SIGTERM; later ones change nothing.

    When the block has not ended ``grace`` seconds later (a library may have swallowed the exception), the process ends.
    Outside the main thread nothing is done: signals are the business of the program that runs it.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    timers: list[threading.Timer] = []

    def stop(number: int, frame: FrameType | None) -> NoReturn:
        for other in _NAMES:
            signal.signal(other, signal.SIG_IGN)
        timer = threading.Timer(grace, _end_now, [number])
        timer.daemon = True
        timer.start()
        timers.append(timer)
        raise Stopped(number)

    before = {number: signal.signal(number, stop) for number in _NAMES}
    try:
        with stop_uncovered():
            yield
    finally:
        for timer in timers:
            timer.cancel()
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def stop_uncovered() -> Iterator[None]:
    """Raise Stopped inside the block in place of an error that only passes it on.

    A signal comes between any two steps, and Python 3.11 makes a RuntimeError of what is raised while a class is made.
    """
    try:
        yield
    except Exception as error:
        cover: BaseException | None = error
        while cover and not isinstance(cover, Stopped):
            cover = cover.__cause__ or cover.__context__
        if cover is None:
            raise
        raise cover from None


def _end_now(number: int) -> NoReturn:
    """End the process and its workers at once."""
    for child in active_children():
        child.kill()
    stop = Stopped(number)
    sys.stderr.write(f"{stop.message}\n")
    sys.stderr.flush()
    os._exit(stop.exit_code)
