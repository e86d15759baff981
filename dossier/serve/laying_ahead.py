"""Laying out dossiers before somebody asks for them: after the start, and after each decision."""

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Iterator

from dossier.errors import DossierError
from dossier.model import WHOLE_CASE
from dossier.serve.dossier_body import dossier_body
from dossier.serve.page_cache import MAX_CACHED_BYTES
from dossier.serve.served_case import CaseSnapshot, ServedCase

_MAX_AHEAD = 40
"""Dossiers that are laid out though nobody has looked at them yet, the most active actors first. Set by hand."""
_QUIET_SECONDS = 0.3
"""How long nobody may have asked for anything before the next page is laid out. Set by hand."""
_MOST_SECONDS = 5.0
"""How long the end of the server waits for a page. Set by hand: one of thousands of entries takes less."""
_log = logging.getLogger(__name__)


class LayingAhead:
    """A thread that lays out what is not laid out yet, while nobody asks for anything: what was seen last first."""

    def __init__(self, case: ServedCase) -> None:
        self._case = case
        self._seen: OrderedDict[str, None] = OrderedDict()
        self._asked = 0.0
        self._done: CaseSnapshot | None = None
        self._is_running = False
        self._is_over = False
        self._lock = threading.Lock()

    @property
    def is_at_work(self) -> bool:
        """Whether it is laying out now, or waits for a quiet moment to do so."""
        return self._is_running

    def note_request(self) -> None:
        """Somebody asks for a page."""
        self._asked = time.monotonic()

    def note_seen(self, key: str) -> None:
        """Somebody looks at the dossier of this actor, or of ``WHOLE_CASE``."""
        with self._lock:
            self._seen[key] = None
            self._seen.move_to_end(key)

    def start(self) -> None:
        """Lay out what the case that is held has; nothing where that is done, or going on."""
        with self._lock:
            if self._is_over or self._is_running or self._done is self._case.held:
                return
            self._is_running = True
        threading.Thread(target=self._run, daemon=True).start()

    def stop(self) -> None:
        """Lay out nothing more; wait for the page that is being laid out, since it reads from the store."""
        self._is_over = True
        until = time.monotonic() + _MOST_SECONDS
        while self._is_running and time.monotonic() < until:
            time.sleep(_QUIET_SECONDS / 4)

    def _run(self) -> None:
        held, size = self._case.held, 0
        try:
            for key in self._wanted(held):
                while time.monotonic() - self._asked < _QUIET_SECONDS and not self._is_over:
                    time.sleep(_QUIET_SECONDS / 4)
                if self._is_over or held is not self._case.held or size > MAX_CACHED_BYTES // 2:
                    break  # pages beyond half of what is kept would drive out those before them
                size += len(dossier_body(held, key))
        except DossierError as error:  # who asks for the page is told
            _log.warning("%s (%s)", error, error.advice)
        finally:
            with self._lock:
                self._done, self._is_running = held, False
        if held is not self._case.held:
            self.start()

    def _wanted(self, held: CaseSnapshot) -> Iterator[str]:
        with self._lock:
            seen = list(reversed(self._seen))
        listed = dict.fromkeys((*seen, WHOLE_CASE, *held.case.contents.active[:_MAX_AHEAD]))
        return (key for key in listed if key == WHOLE_CASE or key in held.actors)
