"""Progress of long work: the work reports steps, and its caller decides how to show them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

Advance = Callable[[int], None]
Progress = Callable[[str, int | None], AbstractContextManager[Advance]]
"""Takes a label and the number of steps (None: unknown); gives a function to call with the steps just done."""


@contextmanager
def silent(label: str, steps: int | None) -> Iterator[Advance]:
    """Progress that is not shown."""
    yield lambda done: None
