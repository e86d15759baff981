"""Read dates as feeds, databases and tools write them: in mail, in ISO 8601 and short of it, in seconds since 1970.

A date that may be either of two ("03/04/2021") is none, and so is one whose weekday is wrong.
"""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from dossier.model import When
from dossier.sources.dates import written_dates
from dossier.text.calendar_words import SHORT_WEEKDAYS

_HOURS_ALONE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?\s*[+-]\d\d", re.ASCII)
"""A moment whose zone is written without minutes: "2025-03-19 10:05:00+01", as PostgreSQL does."""
_COMPACT = re.compile(r"\A(\d{4})(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)(Z?)\Z", re.ASCII)
_MAIL = re.compile(
    r"(?:(?P<weekday>[a-z]{3})[a-z]*,?\s+)?\d{1,2}\s+[a-z]{3}\s+(?:\d{4}|\d\d)\s+\d\d?:\d\d(?::\d\d)?"
    r"(?:\s+(?:[+-]\d{4}|[a-z]{1,4}))?(?:\s+\([^()]*\))?",
    re.I | re.ASCII,
)
_POST = re.compile(r"\A([a-z]{3}) ([a-z]{3}) +(\d\d?) (\d\d:\d\d:\d\d) ([+-]\d{4}) (\d{4})\Z", re.I | re.ASCII)
"""A moment as posts of X have it: "Wed Mar 19 10:05:00 +0000 2025"."""
_NUMBERS = re.compile(rf"({written_dates.DATE_IN_NUMBERS})(?:,?\s+\d\d?:\d\d.*)?", re.S)
_SINCE_1970 = re.compile(r"\d{9,10}(?:\.\d*)?|\d{13}|\d{16}", re.ASCII)
"""Seconds, thousandths or millionths of a second."""
_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 1, 1)
_EARLIEST_SINCE_1970 = date(1990, 1, 1)
"""A number for an earlier moment is an id, or a count. Set by hand."""
_UNIX_EPOCH = date(1970, 1, 1)


def feed_date(value: object) -> When | None:
    """The date in a value; None for what is no date. Midnight without a zone stands for the day.

    >>> [feed_date(value).edtf for value in ("20250319T101500Z", 1742379300, "Wed, 19 Mar 2025 10:15:00 GMT")]
    ['2025-03-19T10:15:00Z', '2025-03-19T10:15:00Z', '2025-03-19T10:15:00Z']
    >>> feed_date("19 March 2025").edtf, feed_date("03/04/2021")
    ('2025-03-19', None)
    """
    while isinstance(value, dict) and len(value) == 1:  # {"$date": …}, as MongoDB exports it
        value = next(iter(value.values()))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    found = _read(str(value).strip())
    if found is None or found.earliest is None or not _EARLIEST <= found.earliest < _LATEST:
        return None
    if found.known_day == _UNIX_EPOCH:  # what software writes where it knows no date
        return None
    day = found.known_day and When.day(found.known_day)
    return day if day and found.start == day.start and not written_dates.moment_of(found) else found


def _read(text: str) -> When | None:
    if _SINCE_1970.fullmatch(text):
        return _since_1970(text)
    text = _COMPACT.sub(r"\1-\2-\3T\4:\5:\6\7", text)
    if mail := _MAIL.fullmatch(_POST.sub(r"\1, \3 \2 \6 \4 \5", text)):
        return _in_mail(mail)
    if (numbers := _NUMBERS.fullmatch(text)) and "-" not in numbers[1]:
        day = written_dates.in_numbers(numbers[1])
        return When.day(day) if day else None
    try:
        return written_dates.given(f"{text}:00" if _HOURS_ALONE.fullmatch(text) else text)
    except ValueError:
        return written_dates.stated(text)


def _since_1970(text: str) -> When | None:
    seconds = text.partition(".")[0]
    found = datetime.fromtimestamp(int(seconds[:10]), UTC)
    return _moment(found) if found.date() >= _EARLIEST_SINCE_1970 else None


def _in_mail(mail: re.Match[str]) -> When | None:
    try:
        found = parsedate_to_datetime(mail[0])
    except ValueError:
        return None
    weekday = mail["weekday"]
    is_wrong = weekday and SHORT_WEEKDAYS.get(weekday.lower(), found.weekday()) != found.weekday()
    return None if is_wrong else _moment(found)


def _moment(found: datetime) -> When | None:
    return written_dates.edtf(found.replace(microsecond=0).isoformat().replace("+00:00", "Z"))
