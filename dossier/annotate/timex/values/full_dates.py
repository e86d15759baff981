"""Read a full date with dateparser. In English prose it gets nothing else: "we" and "may" are dates to it."""

from datetime import date, datetime
from functools import lru_cache

import dateparser

_DATEPARSER_SETTINGS = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"], "DATE_ORDER": "MDY"}


@lru_cache(maxsize=4096)
def full_date(text: str) -> date | None:
    """The day that ``text`` names, if it is a full English date and nothing else; else None.

    >>> full_date("14 March 2019")
    datetime.date(2019, 3, 14)
    >>> full_date("March 2019") is None
    True
    """
    parsed = dateparser.parse(text, languages=["en"], settings=_DATEPARSER_SETTINGS)
    return parsed.date() if isinstance(parsed, datetime) else None
