"""Make the build that is due, as a process of its own, so that nothing that happens to it ends the schedule."""

import random
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event

from dossier.schedule.last_run import LastRun
from dossier.schedule.plan import Plan

Say = Callable[[str], None]
"""Tells the user a line."""
STOP_SECONDS = 3.0
"""How long a build may take to end when it is asked to: it takes less than two. Set by hand."""
_LOOK_SECONDS = 0.2
"""How often it is looked whether the build is to end. Set by hand."""
_NOT_FOUND = 127
"""The exit code by which a shell says that there is no such program."""


class ScheduledBuild:
    """Builds the project of a plan when that is due, one build at a time; ``say`` is told what is done."""

    def __init__(self, plan: Plan, say: Say) -> None:
        self._plan = plan
        self._say = say
        self._stopping = Event()
        self._last_run = LastRun(plan.folder)

    def stop(self) -> None:
        """Ask a build that goes on to end, and begin no other. It is made up later."""
        self._stopping.set()

    def begin(self) -> None:
        """Where it is not remembered what was built, begin now: nothing is made up."""
        self._last_run.begin(_now())

    def upcoming(self) -> datetime:
        """The moment of the next build: in the past, if it is due now."""
        now = _now()
        return self._plan.upcoming(self._last_run.begin(now), now)

    def make(self) -> int | None:
        """Build if a build is due, and give its exit code; None if none is due, or if it was stopped.

        A build that ended by itself, however it ended, is not made again before the next one is due.
        """
        now = _now()
        due = self._plan.due(self._last_run.covered(now), now)
        if due is None or self._stopping.wait(random.uniform(0, self._plan.schedule.random_delay * 60)):  # noqa: S311
            return None
        self._say(f"build begun, due {due.astimezone(self._plan.zone):%Y-%m-%d %H:%M %Z}")
        code = self._run()
        if code is not None:
            self._say(f"build ended with exit code {code}")
            self._last_run.remember(due)
        return code

    def _run(self) -> int | None:
        """Run the command and give its exit code, as a shell counts it; None if it was stopped.

        In a session of its own, so that Ctrl-C reaches the schedule alone, which ends the build as SIGTERM does.
        """
        try:
            process = subprocess.Popen(self._plan.command, stdin=subprocess.DEVNULL, start_new_session=True)  # noqa: S603
        except OSError as error:
            self._say(f"{self._plan.command[0]} cannot be run: {error.strerror}")
            return _NOT_FOUND
        with process:
            try:
                while process.poll() is None and not self._stopping.wait(_LOOK_SECONDS):
                    pass
            finally:
                was_stopped = _end(process)
        code = process.returncode if process.returncode >= 0 else 128 - process.returncode
        return None if was_stopped else code


def _end(process: "subprocess.Popen[bytes]") -> bool:
    """End the process if it goes on: by SIGTERM, and if it does not heed that, by SIGKILL. Whether it went on."""
    if process.poll() is not None:
        return False
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
    return True


def _now() -> datetime:
    return datetime.now(UTC)
