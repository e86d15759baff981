"""Rendered pages, kept in memory."""

import threading
from collections import OrderedDict
from collections.abc import Callable

MAX_CACHED_BYTES = 64_000_000
"""What rendered pages may take in memory together. Set by hand."""


class PageCache:
    """Rendered pages by a key that changes with what is on them. The one not used for the longest time goes first."""

    def __init__(self, limit: int = MAX_CACHED_BYTES) -> None:
        """``limit`` is what the pages together may take, in characters."""
        self._limit = limit
        self._size = 0
        self._pages: OrderedDict[str, str] = OrderedDict()
        self._making: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def page(self, key: str, make: Callable[[], str]) -> str:
        """The page with this key; made where it is not kept. Who asks while it is being made waits for that."""
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
                return self._pages[key]
            making = self._making.setdefault(key, threading.Lock())
        with making:
            found = self._pages.get(key)  # made by another thread in the meantime
            return found if found is not None else self._keep(key, make())

    def _keep(self, key: str, made: str) -> str:
        with self._lock:
            self._size += len(made) - len(self._pages.pop(key, ""))
            self._pages[key] = made
            self._making.pop(key, None)
            while self._size > self._limit and len(self._pages) > 1:
                self._size -= len(self._pages.popitem(last=False)[1])
        return made
