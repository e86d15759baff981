"""Which articles of a large case stand on which shelf: those of some months, or of one week of a month with very many.

A shelf is resolved as a case by itself, so what is new opens only the shelves that it stands on. In an archive of years
most pairs that could be one event are reports of one month, and so the cost of an archive is that of its months.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby, pairwise

from dossier.resolve.clustering import Clusters

MOST = 2_000
"""Articles of a month above which each of its weeks has a shelf. Set by hand: 2,000 are resolved in two minutes."""
LEAST = 500
"""Articles with which a shelf is full: months are put on it, in their order, until it has so many. Set by hand."""
_DAYS_OF_WEEK = 7  # of the calendar
_LAST_WEEK = 3
"""Of those of a month, counted from 0; it has the days that are left, too."""
_DAYS_OF_COPIES = 7
"""Days within which one report is printed again. Set by hand."""
Period = tuple[int, int, int]
"""Year, month, and week of the month from 0 on; where a month is not divided, and without a date, 0s."""
_UNDATED: Period = (0, 0, 0)


def shelves(days: Mapping[str, date | None], tied: Iterable[Collection[str]] = ()) -> list[tuple[str, ...]]:
    """The articles of each shelf, in the order in which they come; ``days`` has the day of publication of each, by id.

    A shelf begins where the one before is full, so that articles of today change the last shelf alone. Articles
    without a date have one of their own. The shelves of articles that are ``tied`` to each other are one.
    """
    in_month = Counter(map(_month, days.values()))
    period_of = {article: _period(day, in_month) for article, day in days.items()}
    shelf_of = dict(_collected(Counter(period_of.values())))
    numbers = _joined({article: shelf_of[period] for article, period in period_of.items()}, tied)
    ordered = sorted(numbers, key=numbers.__getitem__)
    return [tuple(articles) for _, articles in groupby(ordered, key=numbers.__getitem__)]


def printed_before(shelf: Collection[str], days: Mapping[str, date | None]) -> list[str]:
    """The articles of other shelves of which one on this shelf may be a copy: those of the days before its first."""
    own = [day for article in shelf if (day := days[article])]
    if not own:
        return []
    first, on_shelf = min(own), frozenset(shelf)
    since = first - timedelta(_DAYS_OF_COPIES)
    return [article for article, day in days.items() if day and since <= day <= first and article not in on_shelf]


def _collected(sizes: Mapping[Period, int]) -> Iterator[tuple[Period, int]]:
    """Each period with the number of its shelf."""
    number, on_shelf = 0, 0
    for period in sorted(sizes):
        yield period, number
        on_shelf += sizes[period]
        if on_shelf >= LEAST or period == _UNDATED:
            number, on_shelf = number + 1, 0


def _joined(shelf_of: Mapping[str, int], tied: Iterable[Collection[str]]) -> dict[str, int]:
    """By article the number of its shelf, of those that are joined the first."""
    joined = Clusters(shelf_of.values())
    for articles in tied:
        for one, other in pairwise(sorted({shelf_of[article] for article in articles if article in shelf_of})):
            joined.join(one, other)
    first = {shelf: min(together) for together in joined.all() for shelf in together}
    return {article: first[shelf] for article, shelf in shelf_of.items()}


def _month(day: date | None) -> Period:
    return (day.year, day.month, 0) if day else _UNDATED


def _period(day: date | None, in_month: Mapping[Period, int]) -> Period:
    month = _month(day)
    if day is None or in_month[month] <= MOST:
        return month
    return day.year, day.month, min((day.day - 1) // _DAYS_OF_WEEK, _LAST_WEEK)
