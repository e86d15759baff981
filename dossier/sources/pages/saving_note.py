"""The note that a browser or SingleFile leaves in a page that it saves: from which address, and when."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

_ADDRESS = re.compile(
    r"<!--\s*(?:saved from url=\(\d{4}\)|Page saved with SingleFile\s+url:\s*)(https?://\S+?)(?=\s|-->)", re.I
)
"""In the words of Internet Explorer, which other browsers use too, and of SingleFile."""
_MOMENT = re.compile(
    r"<!--\s*Page saved with SingleFile[^>]{1,2000}?\bsaved date:\s*[a-z]{3} ([a-z]{3}) (\d\d) (\d{4}) (\d\d:\d\d:\d\d)"
    r" GMT([+-]\d{4})",
    re.I | re.A,
)
_CHARACTERS = 4096
"""Characters at the start of a page that may have the note. Set by hand; no measurement is recorded."""


def saved_from(source: str) -> list[str]:
    """The addresses in the notes of a page."""
    return [match[1] for match in _ADDRESS.finditer(source[:_CHARACTERS])]


def saved_at(source: str) -> datetime | None:
    """The moment at which SingleFile saved the page; None where it did not.

    >>> note = "Page saved with SingleFile url: x saved date: Wed Mar 19 2025 10:05:00 GMT+0100 (CET)"
    >>> saved_at(f"<!-- {note} -->").isoformat()
    '2025-03-19T10:05:00+01:00'
    """
    found = _MOMENT.search(source[:_CHARACTERS])
    if found is None:
        return None
    month, day, year, clock, zone = found.groups()
    try:
        return parsedate_to_datetime(f"{day} {month} {year} {clock} {zone}")
    except ValueError:
        return None
