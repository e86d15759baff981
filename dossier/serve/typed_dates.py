"""Dates as people type them into a form, beside those of ISO 8601."""

import re

from dossier.text.calendar_words import FULL_MONTHS, MONTH, SHORT_MONTHS

_DAY_FIRST = re.compile(rf"(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{MONTH})\s+(?P<year>\d{{4}})", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"(?P<month>{MONTH})\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})", re.IGNORECASE)
_NUMBERS = {**FULL_MONTHS, **SHORT_MONTHS}


def as_iso(text: str) -> str:
    """A day or month with its name, as pages write it, in the form of ISO 8601; any other text as it is.

    >>> as_iso("2 Mar 2021"), as_iso("march 2, 2021"), as_iso("March 2021"), as_iso("2021-03")
    ('2021-03-02', '2021-03-02', '2021-03', '2021-03')
    """
    typed = " ".join(text.split())
    found = _DAY_FIRST.fullmatch(typed) or _MONTH_FIRST.fullmatch(typed)
    if not found:
        return text
    month = f"{found['year']}-{_NUMBERS[found['month'].lower()]:02}"
    return f"{month}-{int(found['day']):02}" if found["day"] else month
