"""Resolving behind the pages: whoever decides one doubt after the other waits for none."""

import logging
import threading

from dossier.errors import DossierError
from dossier.serve.served_case import ServedCase

_log = logging.getLogger(__name__)


class ResolvingBehind:
    """A thread that brings the case up to date, started when there is something to do."""

    def __init__(self, case: ServedCase) -> None:
        self._case = case
        self._is_wanted = False
        self._is_running = False
        self._lock = threading.Lock()

    def start(self) -> None:
        """Bring the case up to date, now or once more when that is going on."""
        with self._lock:
            self._is_wanted = True
            if not self._is_running:
                self._is_running = True
                threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        while self._takes_up():
            try:
                self._case.now()
            except DossierError as error:  # the page that needs the case says so
                _log.warning("%s (%s)", error, error.advice)

    def _takes_up(self) -> bool:
        with self._lock:
            self._is_running, self._is_wanted = self._is_wanted, False
            return self._is_running
