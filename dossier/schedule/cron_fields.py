"""A schedule as expressions of cron, five fields each."""

from itertools import groupby

from dossier.project import Schedule
from dossier.project.schedule import EVERY_DAY


def expressions(schedule: Schedule) -> list[str]:
    """One expression for all times of one minute: cron takes each hour with each minute.

    >>> from datetime import time
    >>> expressions(Schedule(at=(time(3, 15), time(12, 15), time(23, 0)), days=frozenset({0, 6})))
    ['0 23 * * 0,1', '15 3,12 * * 0,1']
    """
    days = "*" if schedule.days == EVERY_DAY else ",".join(map(str, sorted(_cron_day(day) for day in schedule.days)))
    times = sorted(schedule.at, key=lambda at: (at.minute, at.hour))
    return [
        f"{minute} {','.join(str(at.hour) for at in group)} * * {days}"
        for minute, group in groupby(times, key=lambda at: at.minute)
    ]


def _cron_day(day: int) -> int:
    """The day as cron counts it: 0 is Sunday."""
    return (day + 1) % 7
