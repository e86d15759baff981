"""Wait for what another process does."""

import time
from collections.abc import Callable

PATIENCE_SECONDS = 180
"""How long a test waits for what must come, on however busy a machine."""


def wait_for(what: Callable[[], bool]) -> None:
    """Wait until it is so; fails where that does not come."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not what():
        assert time.monotonic() < end, "it does not come"
        time.sleep(0.02)
