"""Python's search for circles of garbage, where millions of values are made to stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def kept() -> Iterator[None]:
    """Leave the search out meanwhile, and let it pass over what was made when it goes on.

    None of the values of a case lies in a circle. Going through them again and again, as they come, would cost two
    fifths of the time.
    """
    was_on = gc.isenabled()
    gc.unfreeze()  # what an earlier case left
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
