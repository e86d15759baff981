"""The project whose schedule a command is about, and its moments in words."""

import calendar
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dossier.cli.parts import settings, terminal
from dossier.cli.parts.terminal import plural

if TYPE_CHECKING:
    from dossier.schedule import Plan


def current_plan() -> "Plan":
    """The schedule of the command's project; ends the program where there is no project."""
    from dossier.schedule import plan_of

    project = settings.current_project()
    if project is None:
        terminal.fail("no project is here or above", "'dossier init' starts one", terminal.USAGE)
    return plan_of(project)


def moment_line(plan: "Plan", moment: datetime) -> str:
    """A moment by the project's clock and by UTC, and what is special about it."""
    local = moment.astimezone(plan.zone)
    return f"{local:%a %Y-%m-%d %H:%M} {local:%Z}  {moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC{_remark(plan, local)}"


def _remark(plan: "Plan", local: datetime) -> str:
    """Whether the clock skips the time of the schedule that day, or shows it twice."""
    from dateutil.tz import datetime_ambiguous

    if local.time() not in plan.schedule.at:
        return "  (the clock skips the time that day)"
    return "  (the first of two)" if datetime_ambiguous(local) else ""


def schedule_words(plan: "Plan") -> str:
    """The schedule in a line.

    >>> from pathlib import Path
    >>> from zoneinfo import ZoneInfo
    >>> from dossier.project import Project, Schedule
    >>> from dossier.schedule import Plan
    >>> schedule = Schedule(days=frozenset({0, 4}), random_delay=1)
    >>> project = Project(file=Path("p"), output=Path("o"), store=Path("s"), schedule=schedule)
    >>> schedule_words(Plan(project, Path("/p"), ZoneInfo("UTC")))
    'Mon, Fri at 03:15, UTC; up to 1 minute later; made up for 12 hours'
    """
    rule = plan.schedule
    days = ", ".join(calendar.day_abbr[day] for day in sorted(rule.days)) if len(rule.days) < 7 else "each day"
    times = ", ".join(f"{at:%H:%M}" for at in rule.at)
    delay = f"; up to {plural(rule.random_delay, 'minute')} later" if rule.random_delay else ""
    return f"{days} at {times}, {plan.zone.key}{delay}; made up for {plural(rule.grace, 'hour')}"
