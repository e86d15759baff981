"""The line of a project in the user's crontab.

Cron knows neither the project's time zone nor what was missed while the machine was off. So the line asks each hour, at
the minutes at which a build can be due, and ``dossier schedule run --if-due`` knows whether one is.
"""

import re
import shlex
import shutil
import subprocess
from datetime import datetime
from itertools import takewhile
from zoneinfo import ZoneInfo

from dossier.errors import SchedulerUnusable
from dossier.schedule.machine_zone import machine_zone
from dossier.schedule.moments import YEAR
from dossier.schedule.plan import Plan, program


def entry(plan: Plan, now: datetime) -> str:
    """The line of the plan, between the two comments by which it is found again.

    Raises SchedulerUnusable for a folder whose name crons read in different ways.
    """
    line = f"{_minutes(plan, now)} * * * * {_command(plan)}"
    return f"{_begin(plan)}\n{line}\n{_end(plan)}\n"


def with_entry(table: str, plan: Plan, now: datetime) -> str:
    """The crontab with the line of the plan, in its old place or at the end; all other lines stay as they are."""
    new = entry(plan, now)
    if found := _pattern(plan).search(table):
        return table[: found.start()] + new + table[found.end() :]
    return table + ("" if table.endswith("\n") or not table else "\n") + new


def without_entry(table: str, plan: Plan) -> str:
    """The crontab without the line of the plan; all other lines stay as they are."""
    return _pattern(plan).sub("", table)


def found_entry(table: str, plan: Plan) -> str | None:
    """The line of the plan with its comments; None where it is not in the crontab."""
    found = _pattern(plan).search(table)
    return found[0] if found else None


def is_there() -> bool:
    """Whether the machine has the program that keeps crontabs."""
    return shutil.which("crontab") is not None


def read() -> str:
    """The user's crontab, empty where there is none. Raises SchedulerUnusable where there is no cron."""
    done = _crontab("-l")
    if done.returncode and "no crontab for" not in done.stderr:
        raise SchedulerUnusable(f"'crontab -l' failed: {' '.join(done.stderr.split())}")
    return "" if done.returncode else done.stdout


def write(table: str) -> None:
    """Make this the user's crontab; an empty one is removed. Raises SchedulerUnusable."""
    done = _crontab("-", table) if table else _crontab("-r")
    if done.returncode:
        raise SchedulerUnusable(f"'crontab' took no new table: {' '.join(done.stderr.split())}", "the old one stays")


def _crontab(argument: str, given: str | None = None) -> "subprocess.CompletedProcess[str]":
    try:
        return subprocess.run(  # noqa: S603 - words of our own
            ["crontab", argument],  # noqa: S607 - the user's own
            input=given,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            check=False,
        )
    except FileNotFoundError:
        advice = "install cron, or let 'dossier schedule run' stay in the foreground"
        raise SchedulerUnusable("there is neither systemd nor the program 'crontab'", advice) from None


def _minutes(plan: Plan, now: datetime) -> str:
    """The minutes of the machine's hours at which a build can be due in the coming year."""
    machine = ZoneInfo(machine_zone())
    coming = takewhile(lambda moment: moment < now + YEAR, plan.after(now))
    return ",".join(map(str, sorted({moment.astimezone(machine).minute for moment in coming})))


def _command(plan: Plan) -> str:
    """The command as cron reads it: words for a shell, and no bare percent sign, which cron takes for a line break."""
    words = [*program(), "schedule", "run", "--if-due", "--project", str(plan.folder)]
    if any("\\" in word for word in words):
        raise SchedulerUnusable(f"the name of {plan.folder} holds a backslash", "give the folder another name")
    return shlex.join(words).replace("%", "\\%")


def _begin(plan: Plan) -> str:
    return f"# {plan.name}: begin. Written by 'dossier schedule install'"


def _end(plan: Plan) -> str:
    return f"# {plan.name}: end"


def _pattern(plan: Plan) -> re.Pattern[str]:
    """What finds the line of the plan with its comments."""
    return re.compile(rf"^{re.escape(_begin(plan))}\n(?:.*\n)??{re.escape(_end(plan))}(?:\n|\Z)", re.MULTILINE)
