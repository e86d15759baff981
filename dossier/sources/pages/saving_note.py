"""What whoever saved a page left in it: the note of a browser or SingleFile, the address in an archive of the web."""

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
_ARCHIVED = re.compile(r"https?://[^/?#]+/(?:[^?#]*/)?(\d{8}(?:\d{6})?)(?:[a-z]{2}_)?/(https?://.+)", re.I)
"""The address of a copy in the Wayback Machine or the like: its moment, and the page's own address."""
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


def archived(address: str) -> tuple[str, datetime | None]:
    """The address of the page whose copy an archive has under this one, and the moment of the copy if it names one.

    >>> archived("https://archive.example/web/20210320101500/https://coast.example/pier")[0]
    'https://coast.example/pier'
    >>> archived("https://coast.example/pier")
    ('https://coast.example/pier', None)
    """
    found = _ARCHIVED.fullmatch(address)
    if found is None:
        return address, None
    try:
        return found[2], datetime.strptime(f"{found[1]:0<14}+0000", "%Y%m%d%H%M%S%z")
    except ValueError:
        return found[2], None
