"""The dateline of an article: a line that is nothing but a date, or "BAGHDAD, March 14, 2025 —".

It is looked for in the first few lines only, and not below a paragraph. It counts where nothing speaks
against it: its weekday must be right, and a text with several dated lines is a chronicle, whose dates are not
its own.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from dossier.model import When
from dossier.sources import written_dates

_LINES = 6
_HEADING = 160
_TIME = (
    r"(?:\d{1,2}(?:[:.]\d\d){1,2}(?:\s*[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?)"
    r"(?:\s*\(?(?-i:[A-Z]{1,5}(?:[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d)\)?)?"
)
_LABEL = (
    r"(?P<label>(?:first\s+|last\s+)?(?:published|posted|issued|released|updated|modified)|dated?)"
    r"\s*(?:on|at)?\s*:?\s+"
)
_ALONE = re.compile(
    rf"(?:{_LABEL})?(?:{_TIME}\s*(?:,|on|-|–|—|\||•|·)?\s*)?(?:(?P<weekday>{written_dates.WEEKDAY}),?\s+)?"
    rf"(?:(?P<date>{written_dates.FULL_DATE})|(?P<iso>{written_dates.YEAR}-\d\d-\d\d))"
    rf"(?:\s*(?:,|at|-|–|—|\||•|·)?\s*{_TIME})?\.?",
    re.I,
)

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = rf"(?:{_CAPITAL}|[.'’])+"
_PLACE = rf"{_CAPITAL}{_WORD}(?:[ -]{_WORD})*"
_REGION = rf"(?:,\s*(?!(?i:{written_dates.MONTH}|{written_dates.WEEKDAY})\b){_CAPITAL}[\w.'’ -]{{0,30}})"
_AGENCY = rf"(?:\({_CAPITAL}[^()]{{1,40}}\)|/{_CAPITAL}[^/]{{1,40}}/)"
_DASH = r"(?:—|–|--?|_)(?!\s*\d)"
_PLACED = re.compile(
    rf"{_PLACE}{_REGION}{{0,2}}(?:\s*{_AGENCY}\s*,?|\s*,)?\s*(?:{_DASH}|(?<=[,)/]\s))\s*"
    rf"(?i:(?P<weekday>{written_dates.WEEKDAY}),?\s+)?"
    rf"(?i:(?P<date>{written_dates.FULL_DATE})|(?P<yearless>{written_dates.DAY_AND_MONTH}))"
    rf"(?:[.,]?\s*{_AGENCY}|,?\s*{_DASH}|\.?$)"
)
_DECORATION = " \t*_#>|"


def find(text: str, frame: When | None = None) -> When | None:
    """The day of the dateline, or None.

    ``frame`` is what else is known about the date (a year, a month): where a dateline leaves its year out,
    the frame's year completes it, if the day then lies within the frame. Without a frame it is not completed.
    """
    lines = list(_opening(text))
    for found in (_alone(text, lines, "published"), _placed(lines, frame), _alone(text, lines, "updated")):
        if found:
            return When.day(found)
    return None


def _opening(text: str) -> Iterator[str]:
    """The lines that may hold a dateline, without marks of emphasis."""
    for line in islice(_lines(text), _LINES):
        yield line
        if len(line) > _HEADING:
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


def _alone(text: str, lines: list[str], kind: str) -> date | None:
    """The date of the first line that is nothing but a date, of the kind asked for."""
    for line in lines:
        match = _ALONE.fullmatch(line) if len(line) <= _HEADING else None
        if match and kind == _kind(match) and (found := _day(match)):
            return found if match["label"] or not _is_chronicle(text) else None
    return None


def _kind(match: re.Match[str]) -> str:
    label = (match["label"] or "").lower()
    return "updated" if label.endswith(("updated", "modified")) else "published"


def _is_chronicle(text: str) -> bool:
    matches = (_ALONE.fullmatch(line) for line in _lines(text) if len(line) <= _HEADING)
    found = {_day(match) for match in matches if match and not match["label"]}
    return len(found - {None}) > 1


def _placed(lines: list[str], frame: When | None) -> date | None:
    for line in lines:
        if (match := _PLACED.match(line)) and (found := _day(match, frame)):
            return found
    return None


def _day(match: re.Match[str], frame: When | None = None) -> date | None:
    named = match.groupdict()
    if named.get("iso"):
        return written_dates.day(*named["iso"].split("-"))
    if named.get("date"):
        return written_dates.written(named["date"], named["weekday"])
    return _completed(named["yearless"], named["weekday"], frame)


def _completed(yearless: str, weekday: str | None, frame: When | None) -> date | None:
    if frame is None or (year := _only_year(frame)) is None:
        return None
    found = written_dates.written(f"{yearless} {year}", weekday)
    return found if found and frame.contains(When.day(found)) else None


def _only_year(frame: When) -> int | None:
    years = {day.year if day else None for day in (frame.earliest, frame.latest)}
    return years.pop() if len(years) == 1 else None
