"""A pause for Python's garbage collector while millions of values are made that all stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Do not search for cycles of garbage inside the block, nor later among the values that were made in it.

    The values of a case refer to each other in no cycle, so a search finds nothing. Measured when this was added, on
    300,000 synthetic claims: the collector took 15 of 41 seconds.
    """
    was_enabled = gc.isenabled()
    gc.unfreeze()  # the values of an earlier block may be garbage by now
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()
