"""The rows of a chronology under headings: months where a year has many rows, else years, or several years in one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.model import Precision, When
from dossier.render.entries.entry_groups import EntryGroup
from dossier.render.page_values.bottom_line_context import Silence
from dossier.render.page_values.chronology_context import ChronologyEntry, ChronologyPart
from dossier.render.page_values.row_context import Row
from dossier.render.wording.date_wording import beside_a_number
from dossier.text.calendar_words import month_name

_MIN_ROWS = 5
"""Rows of a chronology that has headings: a shorter one is seen at once. Set by hand."""
_MANY = 8
"""Rows of a year that is told by months. Set by hand."""
_FEW = 3
"""Rows of a year that has a heading of its own; years with fewer stand together. Set by hand."""
_YEAR = re.compile(r"\b\d{4}\b")
_COARSE = (Precision.CENTURY, Precision.DECADE, Precision.YEAR)


@dataclass(frozen=True, slots=True)
class _RowPlace:
    """Where a row stands: its year, and its month where that is known."""

    row: Row
    year: int
    month: int | None


def chronology(
    groups: Sequence[EntryGroup], rows: Sequence[Row], silences: Iterable[Silence]
) -> tuple[ChronologyPart, ...]:
    """The rows in their order, in parts. ``rows`` has one row for each group, in the same order."""
    before = {silence.before: silence for silence in silences}
    if len(rows) < _MIN_ROWS:
        whole = tuple(_entry(row, None, before) for row in rows)
        return (ChronologyPart("", whole),) if whole else ()
    return tuple(
        ChronologyPart(heading, tuple(_entry(place.row, year, before) for place in places))
        for heading, year, places in _parts(list(_in_turn(groups, rows)))
    )


def _in_turn(groups: Iterable[EntryGroup], rows: Iterable[Row]) -> Iterator[_RowPlace]:
    """The place of each row; one that would go back in time stays where the row before it is."""
    at = (0, 0)
    for group, row in zip(groups, rows, strict=True):
        year, month = _year_and_month(group.going_on.first if group.going_on else group.when)
        if (year, month or (at[1] if year == at[0] else 1)) < at:
            year, month = at[0], None
        at = (year, month or (at[1] if year == at[0] else 1))
        yield _RowPlace(row, year, month)


def _year_and_month(when: When | None) -> tuple[int, int | None]:
    """The year and month by which a time stands: those of its beginning, or of its end where it has no beginning."""
    period = (when.first or when.last) if when else None
    if period is None:
        return 0, None
    return period.start.year, None if period.precision in _COARSE else period.start.month


def _parts(places: Sequence[_RowPlace]) -> Iterator[tuple[str, int | None, list[_RowPlace]]]:
    """The heading of each part, the year that it says of all of them, and the places in it."""
    few: list[_RowPlace] = []
    for year, group in groupby(places, key=lambda place: place.year):
        of_year = list(group)
        if len(of_year) < _FEW:
            few += of_year
            continue
        if few:
            yield _years(few)
            few = []
        yield from _months(year, of_year) if len(of_year) >= _MANY else [(str(year), year, of_year)]
    if few:
        yield _years(few)


def _years(places: list[_RowPlace]) -> tuple[str, int | None, list[_RowPlace]]:
    first, last = places[0].year, places[-1].year
    return (str(first), first, places) if first == last else (f"{first}–{last}", None, places)


def _months(year: int, places: Iterable[_RowPlace]) -> Iterator[tuple[str, int, list[_RowPlace]]]:
    """A part for each month; a row of which no month is known stays with the row before it."""
    parts: list[tuple[int | None, list[_RowPlace]]] = []
    for place in places:
        if not parts or (place.month and place.month != parts[-1][0]):
            parts.append((place.month, []))
        parts[-1][1].append(place)
    for month, of_month in parts:
        yield f"{month_name(month)} {year}" if month else str(year), year, of_month


def _entry(row: Row, year: int | None, before: dict[int, Silence]) -> ChronologyEntry:
    date = beside_a_number(_without_year(row.date, year) if year else row.date)
    return ChronologyEntry(row, date, before.get(row.number))


def _without_year(date: str, year: int) -> str:
    """The date without the year behind its month, where it has no other year.

    >>> [_without_year(date, 2021) for date in ("About 9 Mar 2021", "2021", "1 Dec 2020 to 2 Jan 2021")]
    ['About 9 Mar', '2021', '1 Dec 2020 to 2 Jan 2021']
    """
    if set(_YEAR.findall(date)) != {str(year)}:
        return date
    return re.sub(rf"(?<=[A-Z][a-z]{{2}}) {year}\b", "", date)
