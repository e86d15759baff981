"""When the builds of a project are due, as its file says."""

import calendar
from dataclasses import dataclass
from datetime import time
from difflib import get_close_matches
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

DEFAULT_TIME = time(3, 15)
"""When a project is built whose file does not say: at night, and not in an hour that clocks skip or repeat in most
countries. Set by hand."""
DEFAULT_GRACE_HOURS = 12
"""For how long a missed build is made up: in the morning after, not in the next night. Set by hand."""
MAX_DELAY_MINUTES = 720
"""The longest random delay: half a day, so that a build stays on its own day or night. Set by hand."""
EVERY_DAY = frozenset(range(7))
"""The days of the week, as ``date.weekday`` counts them: 0 is Monday."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """At which times of which days a build is due.

    ``at`` are times of the clock in ``time_zone``, an IANA name, or the machine's own zone where it is None. ``days``
    are days of the week, 0 for Monday. A build begins up to ``random_delay`` minutes late. One that was missed is made
    up for ``grace`` hours.
    """

    at: tuple[time, ...] = (DEFAULT_TIME,)
    days: frozenset[int] = EVERY_DAY
    time_zone: str | None = None
    random_delay: int = 0
    grace: int = DEFAULT_GRACE_HOURS

    def __post_init__(self) -> None:
        if self.time_zone is not None:
            _require_zone(self.time_zone)
        if self.random_delay > MAX_DELAY_MINUTES:
            raise ValueError(f"random_delay is {self.random_delay}: write at most {MAX_DELAY_MINUTES} minutes")


def parse_time(text: str) -> time:
    """A time of the clock as the file writes it, "03:15". Raises ValueError."""
    hours, colon, minutes = text.partition(":")
    if not (colon and len(hours) == len(minutes) == 2 and (hours + minutes).isascii() and (hours + minutes).isdigit()):
        raise ValueError(f'{text!r} is no time of the clock: write hours and minutes, as in "03:15"')
    try:
        return time(int(hours), int(minutes))
    except ValueError:
        raise ValueError(f'{text!r} is no time of the clock: the last one is "23:59"') from None


def parse_day(text: str) -> int:
    """A day of the week, by its English name or the first three letters of it: 0 for Monday. Raises ValueError."""
    names = [name.lower() for name in calendar.day_name]
    matching = [day for day, name in enumerate(names) if text.lower() in {name, name[:3]}]
    if not matching:
        raise ValueError(f'{text!r} is no day of the week: write "mon", "tue" and so on')
    return matching[0]


def _require_zone(name: str) -> None:
    """Raise ValueError unless there is a time zone of this name."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        near = get_close_matches(name, available_timezones(), n=1)
        meant = f"did you mean {near[0]!r}?" if near else 'write a name such as "Europe/London" or "UTC"'
        raise ValueError(f"{name!r} is no time zone: {meant}") from None
