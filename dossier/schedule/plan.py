"""What is to be built by schedule on this machine: a project, its time zone, its command, its name."""

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from slugify import slugify

from dossier.errors import ProjectUnusable
from dossier.project import Project, Schedule
from dossier.schedule import moments
from dossier.schedule.machine_zone import machine_zone

_MAX_SLUG = 30
"""Letters of the folder's name in the name of a plan. Kubernetes takes 52 for the whole."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The schedule of the project in ``folder``, an absolute path, by the clock of ``zone``."""

    project: Project
    folder: Path
    zone: ZoneInfo

    @property
    def schedule(self) -> Schedule:
        """When builds are due."""
        return self.project.schedule

    @property
    def name(self) -> str:
        """A name that no other project on the machine has: of units of systemd, of lines of a crontab."""
        digest = hashlib.sha256(str(self.folder).encode()).hexdigest()[:8]
        return "-".join(filter(None, ("dossier", slugify(self.folder.name, max_length=_MAX_SLUG), digest)))

    @property
    def report(self) -> Path:
        """The file that says how the last scheduled build went."""
        return self.folder / "build.json"

    @property
    def command(self) -> list[str]:
        """What builds the project at night; all paths are absolute."""
        log = self.folder / "build.log"
        kept = ("--log-file", str(log), "--report", str(self.report))
        return [*program(), "build", "--project", str(self.folder), "--quiet", *kept]

    def after(self, moment: datetime) -> Iterator[datetime]:
        """The moments later than this one at which a build is due, in UTC."""
        return moments.moments(self.schedule, self.zone, moment)

    def due(self, covered: datetime | None, now: datetime) -> datetime | None:
        """The moment of the build that is to be made now; None when there is none.

        All moments up to ``covered`` have had their build; None if that is not known. Of several moments that were
        missed the last one counts, and it is made up for as long as the schedule says.
        """
        latest = moments.latest(self.schedule, self.zone, now)
        is_late = now - latest > timedelta(hours=self.schedule.grace)
        return None if is_late or (covered is not None and latest <= covered) else latest

    def upcoming(self, covered: datetime, now: datetime) -> datetime:
        """The moment of the next build: one that is due and not made, or else the next in time."""
        return self.due(covered, now) or next(self.after(max(covered, now)))


def plan_of(project: Project) -> Plan:
    """The plan of a project. Raises ProjectUnusable when its folder has a name that no unit and no crontab can hold."""
    folder = project.folder.resolve()
    if not str(folder).isprintable():
        raise ProjectUnusable(
            f"the name of {str(folder)!r} holds a control character, or is not UTF-8", "give the folder another name"
        )
    return Plan(project, folder, ZoneInfo(project.schedule.time_zone or machine_zone()))


def program() -> list[str]:
    """The command ``dossier`` of this installation, by its absolute path."""
    script = Path(sys.executable).with_name("dossier")
    return [str(script)] if script.is_file() else [sys.executable, "-P", "-m", "dossier"]
