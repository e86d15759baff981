"""A build of the project, started from a page: the same command as by night, in a process of its own."""

import subprocess
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier.codec import RunReportForm, decode_run_report
from dossier.pipeline.progress import Stage, read_progress


@dataclass(frozen=True, slots=True)
class BuildState:
    """A build that ``is_running`` for so many ``seconds``, now in a ``stage``; else how the last one ended, if any did.

    ``report`` is None where it left none, and ``code`` is its exit code, None where there was none.
    """

    is_running: bool
    seconds: int = 0
    stage: Stage | None = None
    code: int | None = None
    report: RunReportForm | None = None


class ProjectBuild:
    """Builds the project, one build at a time. Whether another process builds it, too, its lock decides, as ever."""

    def __init__(self, command: Sequence[str]) -> None:
        """``command`` is that of a build of the project, without the options for its report and its progress."""
        self._command = command
        self._lock = threading.Lock()
        self._scratch: TemporaryDirectory[str] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._begun = 0.0
        self._last = BuildState(is_running=False)

    def start(self) -> None:
        """Begin a build, unless one is running. It goes on where the server ends before it."""
        with self._lock:
            if self._state().is_running:
                return
            self._scratch = TemporaryDirectory(prefix="dossier-", ignore_cleanup_errors=True)
            self._begun = time.monotonic()
            self._process = subprocess.Popen(  # noqa: S603 - our own command, with nothing of a request
                [*self._command, "--report", str(_report(self._scratch)), "--progress", str(_progress(self._scratch))],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )

    def state(self) -> BuildState:
        """The build that is running, or how the last one ended."""
        with self._lock:
            return self._state()

    def _state(self) -> BuildState:
        if self._process and self._scratch:
            code = self._process.poll()
            if code is None:
                seconds = int(time.monotonic() - self._begun)
                return BuildState(is_running=True, seconds=seconds, stage=read_progress(_progress(self._scratch)))
            report: RunReportForm | None = None
            with suppress(OSError, ValueError):
                report = decode_run_report(_report(self._scratch).read_bytes())
            self._last = BuildState(is_running=False, code=code, report=report)
            self._scratch.cleanup()
            self._process = self._scratch = None
        return self._last


def _report(scratch: "TemporaryDirectory[str]") -> Path:
    return Path(scratch.name) / "report.json"


def _progress(scratch: "TemporaryDirectory[str]") -> Path:
    return Path(scratch.name) / "progress"
