"""Words of the calendar, and how a proven date is read."""

from datetime import date, datetime, timedelta
from functools import lru_cache

import dateparser

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan jan.", "february feb feb.", "march mar mar.", "april apr apr.", "may", "june jun jun.",
            "july jul jul.", "august aug aug.", "september sep sep. sept sept.", "october oct oct.",
            "november nov nov.", "december dec dec.",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon mon.", "tuesday tue tue. tues tues.", "wednesday wed wed.", "thursday thu thu. thurs thurs.",
            "friday fri fri.", "saturday sat sat.", "sunday sun sun.",
        )
    )
    for name in names.split()
}  # fmt: skip
_STRICT = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"], "DATE_ORDER": "MDY"}


@lru_cache(maxsize=4096)
def full_date(text: str) -> date | None:
    """The day that ``text`` names, where it is a whole date and nothing else; None where it names none.

    >>> full_date("14th of March 2019")
    datetime.date(2019, 3, 14)
    >>> full_date("March 2019") is None
    True
    """
    parsed = dateparser.parse(text, languages=["en"], settings=_STRICT)
    return parsed.date() if isinstance(parsed, datetime) else None


def recent_weekday(weekday: int, day: date) -> date:
    """The most recent such weekday (Monday is 0), ``day`` itself included.

    >>> recent_weekday(0, date(2025, 3, 14))
    datetime.date(2025, 3, 10)
    """
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def coming_weekday(weekday: int, day: date) -> date:
    """The first such weekday after ``day``.

    >>> coming_weekday(4, date(2025, 3, 14))
    datetime.date(2025, 3, 21)
    """
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def nearest_year(month: int, day: int, to: date) -> date | None:
    """That day of the year in which it lies nearest; None for a day that no near year has.

    >>> nearest_year(12, 30, date(2020, 1, 4))
    datetime.date(2019, 12, 30)
    """
    candidates = []
    for year in (to.year - 1, to.year, to.year + 1):
        try:
            candidates.append(date(year, month, day))
        except ValueError:
            continue
    return min(candidates, key=lambda found: abs(found - to), default=None)
