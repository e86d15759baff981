"""How long work tells how far it is; who shows it is not its business."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

Advance = Callable[[int], None]
Progress = Callable[[str, int | None], AbstractContextManager[Advance]]
"""Called with what is being done and how many steps it has (None: not known); gives a function to call with steps."""


@contextmanager
def silent(label: str, steps: int | None) -> Iterator[Advance]:
    """Progress that nobody watches."""
    yield lambda done: None
