"""Read the lines of dates in exports of press databases: "March 16, 2021 Tuesday", "16 March 2021", "March 2021"."""

import re

from dossier.model import When
from dossier.sources.dates import written_dates
from dossier.text.calendar_words import FULL_MONTHS, MONTH, WEEKDAY

_DAY = re.compile(
    rf"(?:{WEEKDAY},?\s+)?(?P<day>{written_dates.FULL_DATE})(?:,?\s+(?P<weekday>{WEEKDAY}))?"
    rf"(?:,?\s+\d\d?[:.]\d\d.*|,?\s+[\w ]*edition)?",
    re.I,
)
_MONTH = re.compile(rf"(?P<month>{MONTH}),?\s+(?P<year>{written_dates.YEAR})", re.I)


def line_date(line: str) -> When | None:
    """The day or month that is all that a line has, beside an hour or an edition; None for any other line.

    >>> line_date("March 16, 2021 Tuesday 10:15 AM GMT").edtf, line_date("March 2021").edtf, line_date("On May 3, 2021")
    ('2021-03-16', '2021-03', None)
    """
    plain = " ".join(line.split())
    if found := _DAY.fullmatch(plain):
        day = written_dates.written(found["day"], found["weekday"])
        return When.day(day) if day else None
    if found := _MONTH.fullmatch(plain):
        number = next(number for name, number in FULL_MONTHS.items() if name.startswith(found["month"].lower()[:3]))
        return written_dates.edtf(f"{found['year']}-{number:02}")
    return None
