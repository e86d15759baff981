"""The command line on a real terminal (a pseudo-terminal), as a person sees it."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
WAIT_SECONDS = 60


def on_a_terminal(
    args: Iterable[str], answers: Iterable[bytes] = (), *, columns: int = 80, code: int = 0, **environment: str
) -> str:
    """What the terminal shows; each answer is typed when the program asks, and it ends with the exit ``code``."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", **environment}
    command = [sys.executable, "-m", "dossier", *args]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, close_fds=True) as process:
        os.close(theirs)
        seen = b""
        for answer in answers:
            seen += _until(ours, b": ")
            os.write(ours, answer)
        seen += _until(ours, None)
        assert process.wait(timeout=WAIT_SECONDS) == code
    os.close(ours)
    return seen.decode()


def _until(terminal: int, prompt: bytes | None) -> bytes:
    """What comes up to a prompt at the end of a line, or to the end where there is none."""
    seen = b""
    while select.select([terminal], [], [], WAIT_SECONDS)[0]:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # the other side has closed it
            break
        seen += part
        if not part or (prompt and seen.endswith(prompt)):
            break
    return seen
