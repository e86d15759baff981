"""How a proven date is read: by dateparser, which is never given prose."""

from datetime import date, datetime
from functools import lru_cache

import dateparser

_STRICT = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"], "DATE_ORDER": "MDY"}


@lru_cache(maxsize=4096)
def full_date(text: str) -> date | None:
    """The day that ``text`` names, where it is a whole date and nothing else; None where it names none.

    >>> full_date("14 March 2019")
    datetime.date(2019, 3, 14)
    >>> full_date("March 2019") is None
    True
    """
    parsed = dateparser.parse(text, languages=["en"], settings=_STRICT)
    return parsed.date() if isinstance(parsed, datetime) else None
