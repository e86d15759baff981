"""At which moments a schedule calls for a build.

The rule at both edges of daylight saving: a build is due at the first moment at which the clock shows its time or a
later one. So a time that the clock skips is due when the clock has skipped it, and a time that it shows twice is due
the first time.
"""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from dateutil.tz import datetime_exists

from dossier.project import Schedule

YEAR = timedelta(days=366)
"""How far to look ahead for all that a schedule does: each day of the week, in summer and in winter."""
_LONGEST_GAP = timedelta(days=9)
"""Longer than any two moments of a schedule lie apart: a week, and a day that a zone has skipped (Samoa, 2011)."""


def moments(schedule: Schedule, zone: ZoneInfo, after: datetime) -> Iterator[datetime]:
    """The moments later than ``after`` at which a build is due, in order and in UTC, without end."""
    day = after.astimezone(zone).date() - timedelta(days=1)
    last = after
    while True:
        if day.weekday() in schedule.days:
            for moment in sorted(due_at(day, at, zone) for at in schedule.at):
                if moment > last:
                    yield moment
                    last = moment
        day += timedelta(days=1)


def latest(schedule: Schedule, zone: ZoneInfo, now: datetime) -> datetime:
    """The last moment up to ``now`` at which a build was due, in UTC."""
    *_, last = takewhile(lambda moment: moment <= now, moments(schedule, zone, now - _LONGEST_GAP))
    return last


def due_at(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The first moment at which the clock of the zone shows this time of this day or a later one, in UTC.

    >>> due_at(date(2027, 3, 28), time(1, 30), ZoneInfo("Europe/London")).isoformat()  # from 01:00 to 02:00
    '2027-03-28T01:00:00+00:00'
    >>> due_at(date(2027, 10, 31), time(1, 30), ZoneInfo("Europe/London")).isoformat()  # 01:30 comes twice
    '2027-10-31T00:30:00+00:00'
    """
    wall = datetime.combine(day, at, zone)
    return wall.astimezone(UTC) if datetime_exists(wall) else _end_of_gap(wall)


def _end_of_gap(wall: datetime) -> datetime:
    """The moment at which the clock skips the time ``wall``, in UTC."""
    before, behind = (wall.replace(fold=fold).astimezone(UTC) for fold in (1, 0))
    offset = behind.astimezone(wall.tzinfo).utcoffset()
    seconds = range(round((behind - before).total_seconds()))
    skipped = bisect_left(
        seconds,
        True,
        key=lambda second: (before + timedelta(seconds=second)).astimezone(wall.tzinfo).utcoffset() == offset,
    )
    return before + timedelta(seconds=skipped)
