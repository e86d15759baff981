"""Find publication dates in the path of a URL or in the name of a file.

A year with a month gives a month, never a day. A year alone is no publication date, only a hint for a dateline without
a year. Two different days in one URL or file name give no date, and so do two months where it has no day.
"""

import re
from collections.abc import Iterable
from datetime import date

from dossier.model import When
from dossier.sources.dates import written_dates
from dossier.text.calendar_words import FULL_MONTHS, MONTH, SHORT_MONTHS

_YEAR = r"((?:19|20)\d\d)"
_MONTHS = {**FULL_MONTHS, **SHORT_MONTHS}
_URL_PATH = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//[^/?#]*([^?#]*)", re.I)
_URL_FOLDERS = re.compile(rf"/{_YEAR}/(\d\d?|{MONTH})/(\d\d?)(?=/|\.\w+$|$)", re.I | re.A)
"""A day in folders: beside it, a day in the words of a title is that of an event."""
_URL_SECTION = re.compile(rf"/{_YEAR}/[a-z][a-z.-]*/(\d\d)/(\d\d)(?=/|\.\w+$|$)", re.I | re.A)
"""With the name of a section behind the year: "/2021/WORLD/03/19/"."""
_URL_DAYS = (
    re.compile(rf"/{_YEAR}-(\d\d)-(\d\d)(?![0-9A-Za-z])", re.A),
    re.compile(rf"/{_YEAR}(\d\d)(\d\d)(?=[/_-]|$)", re.A),
    re.compile(rf"-{_YEAR}-(\d\d)-(\d\d)/?$", re.A),
)
_URL_MONTHS = (
    re.compile(rf"/{_YEAR}/(\d\d|{MONTH})(?=/|$)", re.I | re.A),
    re.compile(rf"/{_YEAR}-(\d\d)(?=/|$)", re.A),
)
_URL_YEARS = re.compile(rf"/{_YEAR}(?=/|$)", re.A)

_NAME_DAYS = (
    re.compile(rf"(?<![0-9A-Za-z]){_YEAR}([-_.])(\d\d)\2(\d\d)(?![0-9A-SU-Za-z])", re.A),
    re.compile(rf"^{_YEAR}(\d\d)(\d\d)(?![0-9A-SU-Za-z])", re.A),
)
_NAME_MONTH = re.compile(rf"^{_YEAR}([-_])(\d\d)(?![0-9]|\2\d\d(?![0-9]))", re.A)
_NAME_YEARS = re.compile(rf"(?<![0-9]){_YEAR}(?![0-9])", re.A)


def from_url(url: str | None) -> When | None:
    """The only day, or else the only month, in the path of a URL; None where there is none, or several.

    >>> from_url("https://example.org/2021/03/flood").edtf
    '2021-03'
    """
    path = _path(url)
    if any(folders := _days(_URL_FOLDERS, path) or _days(_URL_SECTION, path)):
        return _only_day(folders)
    days = [day for form in _URL_DAYS for day in _days(form, path)]
    month = _only(written_dates.edtf(f"{y}-{_month(m)}") for form in _URL_MONTHS for y, m in form.findall(path))
    in_words = _only_day(days) if any(days) else None
    return month if month and (not any(days) or (in_words and not month.contains(in_words))) else in_words


def _days(form: re.Pattern[str], path: str) -> list[date | None]:
    return [written_dates.day(y, _month(m), d) for y, m, d in form.findall(path)]


def from_name(name: str | None) -> When | None:
    """The only day, or else the only month, in the name of a file; None where there is none, or several.

    >>> from_name("2021-03-22-flood.txt").edtf
    '2021-03-22'
    """
    name = name or ""
    days = [written_dates.day(y, m, d) for y, _, m, d in _NAME_DAYS[0].findall(name)]
    days += [written_dates.day(y, m, d) for y, m, d in _NAME_DAYS[1].findall(name)]
    months = [written_dates.edtf(f"{y}-{m}") for y, _, m in _NAME_MONTH.findall(name)]
    return _only_day(days) if days else _only(months)


def year_hint(url: str | None, name: str | None) -> When | None:
    """The only year in the path of the URL, else the only one in the name of the file, else None."""
    in_url = _only(written_dates.edtf(year) for year in _URL_YEARS.findall(_path(url)))
    return in_url or _only(written_dates.edtf(year) for year in _NAME_YEARS.findall(name or ""))


def _path(url: str | None) -> str:
    match = _URL_PATH.match(url or "")
    return match[1] if match else ""


def _month(text: str) -> str:
    return text if text.isdigit() else f"{_MONTHS[text.lower()]:02}"


def _only_day(days: Iterable[date | None]) -> When | None:
    return _only(When.day(day) for day in days if day)


def _only(found: Iterable[When | None]) -> When | None:
    different = {when for when in found if when}
    return different.pop() if len(different) == 1 else None
