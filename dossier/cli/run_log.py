"""The log of a run: a line an event, with its time, appended to a file."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import TextIO

from dossier.cli.terminal import printable
from dossier.errors import OutputUnusable


class _LineFormatter(logging.Formatter):
    """An event as one line: its time with the offset from UTC, its level, its words."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; what would end it or steer a terminal is taken out."""
        time = datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="milliseconds")
        return f"{time} {record.levelname:<7} {printable(' '.join(record.getMessage().split()))}"


@contextmanager
def run_log(path: Path | None) -> Iterator[logging.Logger]:
    """A logger that appends to the file at ``path``, readable by its owner alone; to nothing where there is no path.

    Raises OutputUnusable when the file cannot be written to.
    """
    log = logging.getLogger("dossier.run")
    log.propagate = False  # what another program listens to is its own business
    log.setLevel(logging.INFO)
    with _appended(path) if path else nullcontext() as stream:
        handler = logging.StreamHandler(stream) if stream else logging.NullHandler()
        handler.setFormatter(_LineFormatter())
        log.addHandler(handler)
        try:
            yield log
        finally:
            log.removeHandler(handler)


def _appended(path: Path) -> TextIO:
    """The file, opened for appending. Raises OutputUnusable."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    except OSError as error:
        message = f"cannot write the log {path}: {error.strerror}"
        raise OutputUnusable(message, "name another file with --log-file") from error
    return os.fdopen(descriptor, "a", encoding="utf-8", errors="backslashreplace")
