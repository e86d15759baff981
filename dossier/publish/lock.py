"""One process at a time: a lock that says who holds it, and that a crash frees."""

import fcntl
import json
import os
import shlex
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from dossier.errors import AlreadyRunning, writable
from dossier.model import without_password
from dossier.publish.staging import make_parents, remove_empty

_ADVICE = "choose a place that can be written to"


@contextmanager
def held(path: Path, what: str) -> Iterator[None]:
    """Hold the lock at ``path`` for as long as the work goes on; ``what`` it locks is named to who comes second.

    The lock is the operating system's, so it is free as soon as the process has ended, however it ended. The file
    holds the process, host, start and command of its holder; it goes with the lock, and one that a killed process left
    does no harm. Raises AlreadyRunning, at once, when another process holds the lock.
    """
    with writable(path, _ADVICE):
        made = make_parents(path)
        descriptor = _locked(path, what)
    try:
        with writable(path, _ADVICE):
            os.write(descriptor, _holder())
        yield
    finally:
        path.unlink(missing_ok=True)  # while it is locked: whoever has opened it sees that it is gone
        os.close(descriptor)
        remove_empty(made)


def _locked(path: Path, what: str) -> int:
    """The descriptor of the file at ``path``, made and emptied if need be, with a lock on it."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            with os.fdopen(descriptor, "rb") as file:
                holder = _described(file.read())
            raise AlreadyRunning(f"another build is using {what}: {holder}", "wait until it has ended") from error
        if _is_at(descriptor, path):
            os.truncate(descriptor, 0)
            return descriptor
        os.close(descriptor)


def _is_at(descriptor: int, path: Path) -> bool:
    """Whether the open file is still the one at ``path``: its last holder may have removed it."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _holder() -> bytes:
    """This process, for whoever finds the lock held."""
    command = shlex.join([Path(sys.argv[0]).name, *map(without_password, sys.argv[1:])])
    start = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    holder = {"process": os.getpid(), "host": socket.gethostname(), "start": start, "command": command}
    return json.dumps(holder, ensure_ascii=True).encode() + b"\n"


def _described(data: bytes) -> str:
    """What the file of a lock says of its holder, which may not have written it yet."""
    try:
        holder = json.loads(data)
        who = f"process {holder['process']} on {holder['host']}, since {holder['start']}"
        return f"{who}, “{holder['command']}”"
    except (ValueError, KeyError, TypeError):
        return "a process that has just begun"
