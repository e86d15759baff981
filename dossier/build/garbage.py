"""The search for circles of garbage, left out where millions of values come and stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def kept() -> Iterator[None]:
    """What is made meanwhile is made to stay: the search for circles of garbage is left out, and spares it later on.

    Millions of values come, none in a circle. Going through them again and again would cost two fifths of the time.
    """
    gc.unfreeze()
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
