"""Install a project's units of systemd, look at them, and take them away."""

import getpass
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from platformdirs import user_config_path

from dossier.errors import SchedulerUnusable
from dossier.publish.whole_file import replace
from dossier.schedule import units
from dossier.schedule.plan import Plan

_SYSTEM_UNITS = Path("/etc/systemd/system")
_LINGERING = Path("/var/lib/systemd/linger")
"""Where systemd keeps the names of the users whose services run while they are not logged in."""
_PUBLIC = 0o644
"""The mode of a unit: systemd says the same to everybody who asks, and complains about units that are hidden."""


def is_running() -> bool:
    """Whether systemd runs this machine."""
    return Path("/run/systemd/system").is_dir() and shutil.which("systemctl") is not None


class UnitFolder:
    """Where the units of the system lie, or those of the user, and who is asked about them."""

    def __init__(self, *, is_system: bool) -> None:
        self.is_system = is_system
        self.path = _SYSTEM_UNITS if is_system else user_config_path("systemd") / "user"
        self.manager = ["systemctl"] if is_system else ["systemctl", "--user"]

    def files(self, plan: Plan) -> tuple[Path, Path]:
        """The files of the plan's service and timer."""
        return self.path / f"{plan.name}.service", self.path / f"{plan.name}.timer"

    def texts(self, plan: Plan, now: datetime) -> tuple[str, str]:
        """What stands in the two files."""
        return units.service(plan, self.is_system), units.timer(plan, now)

    def is_installed(self, plan: Plan) -> bool:
        """Whether one of the two files is there."""
        return any(file.exists() for file in self.files(plan))

    def is_current(self, plan: Plan, now: datetime) -> bool:
        """Whether the two files hold what would be written now, but for the days on which clocks change."""
        pairs = zip(self.files(plan), self.texts(plan, now), strict=True)
        return all(file.is_file() and _core(file.read_text("utf-8")) == _core(text) for file, text in pairs)

    def is_active(self, plan: Plan) -> bool:
        """Whether systemd waits for the plan's next build."""
        return is_running() and self._run("is-active", "--quiet", f"{plan.name}.timer").returncode == 0

    def install(self, plan: Plan, now: datetime) -> None:
        """Write the two files and start the timer. Raises SchedulerUnusable."""
        with _writing(self.path):
            self.path.mkdir(parents=True, exist_ok=True)
            for file, text in zip(self.files(plan), self.texts(plan, now), strict=True):
                replace(file, text.encode()).chmod(_PUBLIC)
        self._ask("daemon-reload")
        self._ask("enable", f"{plan.name}.timer")
        self._ask("restart", f"{plan.name}.timer")

    def remove(self, plan: Plan) -> Iterator[Path]:
        """Stop the timer and remove the two files; gives those that were there. Raises SchedulerUnusable."""
        there = [file for file in self.files(plan) if file.exists()]
        if there and is_running():
            self._ask("stop", f"{plan.name}.timer")
            self._ask("disable", f"{plan.name}.timer")
        with _writing(self.path):
            for file in there:
                file.unlink()
                yield file
        if there and is_running():
            self._ask("daemon-reload")

    def _ask(self, *what: str) -> None:
        """Run systemctl. Raises SchedulerUnusable with its own words."""
        done = self._run(*what)
        if done.returncode:
            said = " ".join(done.stderr.split()) or f"it ended with exit code {done.returncode}"
            advice = "it takes root; or give --crontab" if self.is_system else "give --system as root, or --crontab"
            raise SchedulerUnusable(f"'{' '.join((*self.manager, *what))}' failed: {said}", advice)

    def _run(self, *what: str) -> "subprocess.CompletedProcess[str]":
        """Run systemctl, without asking the user for a password."""
        command = [*self.manager, "--no-ask-password", *what]
        return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - words of our own


def lingers() -> bool:
    """Whether the units of the user run while the user is not logged in."""
    return os.geteuid() == 0 or (_LINGERING / getpass.getuser()).exists()


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Turn an OSError inside the block into SchedulerUnusable."""
    try:
        yield
    except OSError as error:
        message = f"cannot write to {folder}: {error.strerror}"
        raise SchedulerUnusable(message, "units of the system take root; those of a user do not") from error


def _core(text: str) -> list[str]:
    """The lines of a unit without the days on which clocks change: these come and go with the years."""
    return [line for line in text.splitlines() if not line.endswith(" UTC") or "*" in line]
