"""Find the dateline of an article: a line that is nothing but a date, or "BAGHDAD, March 14, 2025 —".

Only the first lines can have it, down to the first long line (a paragraph). The weekday must be right. A text with
several lines that are nothing but a date, each another one, is a chronicle: none of them is a dateline, unless it has a
label ("Published:").
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from dossier.model import When
from dossier.sources import written_dates
from dossier.text.calendar_words import MONTH, WEEKDAY

_MAX_OPENING_LINES = 6
"""Lines in which a dateline is looked for. Set by hand; no measurement is recorded."""
_MAX_LINE_CHARACTERS = 160
"""A longer line is a paragraph. Set by hand; no measurement is recorded."""
_CLOCK_TIME = (
    r"(?:\d{1,2}(?:[:.]\d\d){1,2}(?:\s*[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?)"
    r"(?:\s*\(?(?-i:[A-Z]{1,5}(?:[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d)\)?)?"
)
_LABEL = (
    r"(?P<label>(?:first\s+|last\s+)?(?:published|posted|issued|released|updated|modified)|dated?)"
    r"\s*(?:on|at)?\s*:?\s+"
)
_DATE_LINE = re.compile(
    rf"(?:{_LABEL})?(?:{_CLOCK_TIME}\s*(?:,|on|-|–|—|\||•|·)?\s*)?(?:(?P<weekday>{WEEKDAY}),?\s+)?"
    rf"(?:(?P<date>{written_dates.FULL_DATE})|(?P<iso>{written_dates.YEAR}-\d\d-\d\d))"
    rf"(?:\s*(?:,|at|-|–|—|\||•|·)?\s*{_CLOCK_TIME})?\.?",
    re.I,
)

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = rf"(?:{_CAPITAL}|[.'’])+"
_PLACE = rf"{_CAPITAL}{_WORD}(?:[ -]{_WORD})*"
_REGION = rf"(?:,\s*(?!(?i:{MONTH}|{WEEKDAY})\b){_CAPITAL}[\w.'’ -]{{0,30}})"
_AGENCY = rf"(?:\({_CAPITAL}[^()]{{1,40}}\)|/{_CAPITAL}[^/]{{1,40}}/)"
_DASH = r"(?:—|–|--?|_)(?!\s*\d)"
_PLACE_AND_DATE = re.compile(
    rf"{_PLACE}{_REGION}{{0,2}}(?:\s*{_AGENCY}\s*,?|\s*,)?\s*(?:{_DASH}|(?<=[,)/]\s))\s*"
    rf"(?i:(?P<weekday>{WEEKDAY}),?\s+)?"
    rf"(?i:(?P<date>{written_dates.FULL_DATE})|(?P<yearless>{written_dates.DAY_AND_MONTH}))"
    rf"(?:[.,]?\s*{_AGENCY}|,?\s*{_DASH}|\.?$)"
)
_DECORATION = " \t*_#>|"
"""Marks of Markdown around a line: emphasis, headings, quotations, tables."""


def find(text: str, period: When | None = None) -> When | None:
    """The day of the dateline, or None.

    A line with a date counts first, then a place with a date, then a line "Updated: …". ``period`` is what else is
    known of the date (a year, a month). A dateline without a year gets the year of the period, if the day then lies
    within the period; without a period in one year it gives no date.
    """
    lines = list(_opening(text))
    for found in (
        _from_date_line(text, lines, "published"),
        _from_place_and_date(lines, period),
        _from_date_line(text, lines, "updated"),
    ):
        if found:
            return When.day(found)
    return None


def _opening(text: str) -> Iterator[str]:
    """The lines that may hold a dateline, without the marks of Markdown around them."""
    for line in islice(_lines(text), _MAX_OPENING_LINES):
        yield line
        if len(line) > _MAX_LINE_CHARACTERS:
            return


def _lines(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        # Runs of spaces become one, so that the patterns take no time over them.
        if line := " ".join(text[start:end].split()).strip(_DECORATION):
            yield line
        start = end + 1


def _from_date_line(text: str, lines: list[str], kind: str) -> date | None:
    """The date of the first line that is nothing but a date; ``kind`` is "published" or "updated", by its label."""
    for line in lines:
        match = _DATE_LINE.fullmatch(line) if len(line) <= _MAX_LINE_CHARACTERS else None
        if match and kind == _kind(match) and (found := _day(match)):
            return found if match["label"] or not _is_chronicle(text) else None
    return None


def _kind(match: re.Match[str]) -> str:
    label = (match["label"] or "").lower()
    return "updated" if label.endswith(("updated", "modified")) else "published"


def _is_chronicle(text: str) -> bool:
    """Whether the text has lines with different dates and nothing else."""
    matches = (_DATE_LINE.fullmatch(line) for line in _lines(text) if len(line) <= _MAX_LINE_CHARACTERS)
    found = {_day(match) for match in matches if match and not match["label"]}
    return len(found - {None}) > 1


def _from_place_and_date(lines: list[str], period: When | None) -> date | None:
    for line in lines:
        if (match := _PLACE_AND_DATE.match(line)) and (found := _day(match, period)):
            return found
    return None


def _day(match: re.Match[str], period: When | None = None) -> date | None:
    named = match.groupdict()
    if named.get("iso"):
        return written_dates.day(*named["iso"].split("-"))
    if named.get("date"):
        return written_dates.written(named["date"], named["weekday"])
    return _completed(named["yearless"], named["weekday"], period)


def _completed(yearless: str, weekday: str | None, period: When | None) -> date | None:
    """The day of a date without a year, in the year of the period; None where it does not lie in the period."""
    if period is None or (year := _only_year(period)) is None:
        return None
    found = written_dates.written(f"{yearless} {year}", weekday)
    return found if found and period.contains(When.day(found)) else None


def _only_year(period: When) -> int | None:
    years = {day.year if day else None for day in (period.earliest, period.latest)}
    return years.pop() if len(years) == 1 else None
