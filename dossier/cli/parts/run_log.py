"""The log of a run: a line an event, with its time, appended to a file."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from dossier.cli.parts.terminal import printable, say
from dossier.errors import writable


class _LineFormatter(logging.Formatter):
    """An event as one line: its time with the offset from UTC, its level, its words."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; what would end it or steer a terminal is taken out."""
        time = datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="milliseconds")
        return f"{time} {record.levelname:<7} {printable(' '.join(record.getMessage().split()))}"


class _LogFile(logging.Handler):
    """Appends each line at once. Where that fails (a full disk), it says so once, and the run goes on without."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.setFormatter(_LineFormatter())
        self._path = path
        self._descriptor = _opened(path)
        self._is_told = False

    def emit(self, record: logging.LogRecord) -> None:
        """Write the line of the event."""
        try:
            os.write(self._descriptor, f"{self.format(record)}\n".encode("utf-8", "backslashreplace"))
        except OSError as error:
            if not self._is_told:
                self._is_told = True
                say(f"The log {self._path} has gaps: {error.strerror}. The run goes on.")

    def close(self) -> None:
        """Close the file."""
        os.close(self._descriptor)
        super().close()


@contextmanager
def run_log(path: Path | None) -> Iterator[logging.Logger]:
    """A logger that appends to the file at ``path``, readable by its owner alone; to nothing where there is no path.

    Raises OutputUnusable when the file cannot be opened.
    """
    log = logging.getLogger("dossier.run")
    log.propagate = False  # what another program listens to is its own business
    log.setLevel(logging.INFO)
    handler = _LogFile(path) if path else logging.NullHandler()
    log.addHandler(handler)
    try:
        yield log
    finally:
        log.removeHandler(handler)
        handler.close()


def _opened(path: Path) -> int:
    """The descriptor of the file, opened for appending. Raises OutputUnusable."""
    with writable(f"the log {path}", "name another file with --log-file"):
        return os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
