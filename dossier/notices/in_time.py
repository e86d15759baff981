"""Ask somebody outside, but not for ever."""

from collections.abc import Callable
from threading import Thread


def in_time(ask: Callable[[], str], seconds: float) -> str:
    """What ``ask`` gives, or that it gave nothing in this time.

    Limits of sockets hold for one read each: a server that sends a letter now and then would keep a build for ever. The
    thread that waits for it does not keep the process.
    """
    answers: list[str] = []
    thread = Thread(target=lambda: answers.append(ask()), daemon=True)
    thread.start()
    thread.join(seconds)
    return answers[0] if answers else f"no answer within {seconds:g} seconds"
