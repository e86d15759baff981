"""Read dates as users, feeds, pages and articles write them. No part is completed from the clock, and none is guessed.

A day needs its day, month and year. "03/04/2021" may be either of two days, so it is none.
"""

import re
from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from dossier.model import Precision, When
from dossier.text.calendar_words import FULL_WEEKDAYS, MONTH, SHORT_WEEKDAYS, WEEKDAY
from dossier.text.word_lists import word_lists

# Patterns for dates in English, to be matched without regard to case: "Sept.", "3rd", "14 March 2021".
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?:1[89]|20)\d\d"
DAY_AND_MONTH = rf"(?:{MONTH}\s+{DAY}|{DAY}\s+(?:of\s+)?{MONTH})"
FULL_DATE = rf"(?:{DAY_AND_MONTH},?\s+{YEAR})"
DATE_IN_NUMBERS = rf"(?:{YEAR}-\d\d-\d\d|\d{{1,2}}(?P<mark>[./-])\d{{1,2}}(?P=mark){YEAR})"

_AMBIGUOUS_ZONES = word_lists("dossier.sources", "source_words.toml")["zones_of_several_places"]
_WEEKDAYS = {**FULL_WEEKDAYS, **SHORT_WEEKDAYS}

_ISO_TIME = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)[T ](?P<minute>\d\d:\d\d)(?P<second>:\d\d)?(?:[.,]\d+)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?",
    re.ASCII,
)
_STATED = re.compile(r"(\d{4})([-/])(\d\d)\2(\d\d)(?:[T ].*)?|(\d{4})(\d\d)(\d\d)(?:T.*)?", re.ASCII | re.S)
_STATED_COARSE = re.compile(r"((?:19|20)\d\d)(?:[-/](\d\d))?", re.ASCII)
_STATED_IN_WORDS = re.compile(rf"(?:({WEEKDAY}),?\s+)?({FULL_DATE})(?:,?\s.*)?", re.I | re.S)
_STATED_BY_UNIX = re.compile(
    rf"({WEEKDAY})\s+({MONTH}\s+{DAY})\s+\d\d:\d\d:\d\d(?:\s+[A-Z]{{1,5}}(?:[+-]\d{{4}})?)?\s+({YEAR})", re.I
)
"""As Unix and Java write a moment: "Fri Mar 19 21:30:09 EST 2021"."""
_STATED_IN_NUMBERS = re.compile(rf"({DATE_IN_NUMBERS})(?:,?\s+\d.*)?", re.S)
_EARLIEST_STATED = date(1900, 1, 1)
"""An earlier date in markup is a default of publishing software. Set by hand; no measurement is recorded."""
_UNIX_EPOCH = date(1970, 1, 1)
"""The day that software writes for the time 0."""

_DAYS_BESIDE = timedelta(days=7)
"""How far a day without a year may lie from the day that another place names. Set by hand; not measured."""
_STRICT_SETTINGS = {
    "PARSERS": ["absolute-time"],
    "REQUIRE_PARTS": ["day", "month", "year"],
    "STRICT_PARSING": True,
    "DATE_ORDER": "DMY",
    # never used, since no part is missing, but it keeps the clock of the machine out
    "RELATIVE_BASE": datetime(2000, 1, 1),
}


def given(text: str) -> When:
    """A date from the user or a feed: EDTF, or an ISO 8601 date and time as feeds write it.

    >>> given("2021-03-14 10:00:00.5 +0100").edtf
    '2021-03-14T10:00:00+01:00'

    Raises ValueError when the text is neither.
    """
    match = _ISO_TIME.fullmatch(text.strip())
    if match is None:
        return When.parse(text.strip())
    zone = (match["zone"] or "").replace("UTC", "Z").replace("GMT", "Z")
    if len(zone) == len("+0100"):
        zone = f"{zone[:3]}:{zone[3:]}"
    return When.parse(f"{match['day']}T{match['minute']}{match['second'] or ''}{zone}")


def written(text: str, weekday: str | None = None) -> date | None:
    """The day of a full English date; None if there is no such day, or the weekday is wrong.

    ``text`` must match FULL_DATE; it is not searched for a date.

    >>> written("July 21, 2017", "Friday"), written("July 21, 2017", "Monday")
    (datetime.date(2017, 7, 21), None)
    """
    import dateparser  # takes 0.1 s, and an article that states its day in ISO 8601 does not need it

    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)|\bof\b|[.,]", " ", text, flags=re.I)
    found = dateparser.parse(plain, languages=["en"], settings=_STRICT_SETTINGS)
    if found is None or (weekday and found.weekday() != _WEEKDAYS[weekday.lower()]):
        return None
    return found.date()


def stated(text: str) -> When | None:
    """The day, month or year that markup of a page states; None for anything else.

    The day is the one that is written, whatever the time zone. A day before 1900 and the first of January 1970 are
    none, since publishing software writes them where it knows no date.
    """
    text = text.strip()
    if coarse := _STATED_COARSE.fullmatch(text):
        return edtf("-".join(part for part in coarse.groups() if part))
    found = _stated_day(text)
    return When.day(found) if found and found >= _EARLIEST_STATED and found != _UNIX_EPOCH else None


def _stated_day(text: str) -> date | None:
    if in_words := _STATED_IN_WORDS.fullmatch(text):
        return written(in_words[2], in_words[1])
    if by_unix := _STATED_BY_UNIX.fullmatch(text):
        return written(f"{by_unix[2]} {by_unix[3]}", by_unix[1])
    if numbers := _STATED.fullmatch(text):
        return day(*[part for part in numbers.groups() if part and part.isdigit()])
    in_either_order = _STATED_IN_NUMBERS.fullmatch(text)
    return in_numbers(in_either_order[1]) if in_either_order else None


def completed(yearless: str, weekday: str | None, periods: Iterable[When]) -> date | None:
    """The day with this month and day in the first of the periods that has just one; None where none has.

    Of a period that is one day, a week before and after it count too.

    >>> completed("December 31", None, [When.parse("2021-01-02")])
    datetime.date(2020, 12, 31)
    """
    for period in periods:
        if period.earliest and period.latest:
            beside = _DAYS_BESIDE if period.known_day else timedelta()
            first, last = period.earliest - beside, period.latest + beside
            days = (written(f"{yearless} {year}", weekday) for year in range(first.year, last.year + 1))
            found = [one for one in days if one and first <= one <= last]
            if len(found) == 1:
                return found[0]
    return None


def in_numbers(text: str) -> date | None:
    """The day of a date that matches DATE_IN_NUMBERS; None if there is no such day, or it may be either of two.

    >>> in_numbers("2021-03-19"), in_numbers("3/19/2021"), in_numbers("3/4/2021")
    (datetime.date(2021, 3, 19), datetime.date(2021, 3, 19), None)
    """
    first, second, third = re.split(r"[./-]", text)
    if len(first) == len("2021"):
        return day(first, second, third)
    found = {day(third, first, second), day(third, second, first)} - {None}
    return found.pop() if len(found) == 1 else None


def moment(text: str) -> datetime | None:
    """The moment that markup states with its zone, in ISO 8601 or as in mail; None where a part of it is missing.

    >>> moment("2021-03-19T22:30:00-05:00").isoformat(), moment("2021-03-19T22:30")
    ('2021-03-19T22:30:00-05:00', None)
    """
    try:
        found = given(text)
    except ValueError:
        return _moment_as_in_mail(text)
    return moment_of(found)


def moment_of(when: When) -> datetime | None:
    """The moment of a time to the minute or second that has a zone; None for any other, and at the calendar's ends."""
    if when.precision not in (Precision.MINUTE, Precision.SECOND) or when.first is None or not when.first.zone:
        return None
    found = datetime.fromisoformat(when.first.start.isoformat() + when.first.zone)
    return found if MINYEAR < found.year < MAXYEAR else None


def moment_on(day: date, clock: str) -> datetime | None:
    """The moment of a clock time as English pages write it; None where its zone is missing, unknown or one of several.

    >>> moment_on(date(2021, 3, 19), "10:30 p.m. EST").isoformat()
    '2021-03-19T22:30:00-05:00'
    """
    import dateparser  # see above

    if not _AMBIGUOUS_ZONES.isdisjoint(re.findall(r"[A-Z]+", clock)):
        return None
    plain = re.sub(r"(?<=[ap])\.(?=m)|(?<=m)\.|[()]", "", re.sub(r"(?<=\d)\.(?=\d)", ":", clock), flags=re.I)
    found = dateparser.parse(f"{day.isoformat()} {plain}", languages=["en"], settings=_STRICT_SETTINGS)
    return found if found and found.tzinfo and found.date() == day else None


def _moment_as_in_mail(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except ValueError:
        return None
    return found if found.tzinfo and MINYEAR < found.year < MAXYEAR else None


def day(year: str, month: str, day_of_month: str) -> date | None:
    """The day with these digits; None if there is no such day."""
    try:
        return date(int(year), int(month), int(day_of_month))
    except ValueError:
        return None


def edtf(text: str) -> When | None:
    """The EDTF date, or None when the text is none."""
    try:
        return When.parse(text)
    except ValueError:
        return None
