"""Put the mentions of a large case on shelves, by the month of their articles; events are found on each by itself.

In an archive of years most pairs that could be one event are reports of one month. Comparing only those makes the cost
of an archive that of its months, and an article changes nothing on the shelves of other months. What is told again
months later becomes an event of its own there; timelines fold it (``timeline/retold.py``) as they fold all that is told
again.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from dossier.model import TriggerKey
from dossier.resolve.clustering import Clusters
from dossier.resolve.events.resolved_mention import ResolvedMention

MOST_OF_WHOLE = 2_000
"""Articles up to which a case is resolved as a whole. Set by hand: as many as a case held open remembers."""
MOST = 2_000
"""Articles of a month above which each of its weeks has a shelf. Set by hand: 2,000 are resolved in two minutes."""
_DAYS_OF_WEEK = 7  # of the calendar
_LAST_WEEK = 3
"""Of those of a month, counted from 0; it has the days that are left, too."""
Shelf = tuple[int, int, int]
"""Year, month, and week of the month from 0 on; where a month is not divided, and without a date, 0s."""


def shelves(
    mentions: Sequence[ResolvedMention], one_event: Iterable[Iterable[TriggerKey]] = ()
) -> list[Sequence[ResolvedMention]]:
    """The mentions of each shelf, in the order in which they come; one shelf, where they are of too few articles.

    The shelves of mentions that the analyst called ``one_event`` are one.
    """
    articles = {mention.evidence.article: mention for mention in mentions}
    if len(articles) <= MOST_OF_WHOLE:
        return [mentions]
    in_month = Counter(map(_month, articles.values()))
    shelf_of = {article: _shelf(one, in_month) for article, one in articles.items()}
    whole = _joined(shelf_of, one_event)
    found: dict[Shelf, list[ResolvedMention]] = defaultdict(list)
    for mention in mentions:
        found[whole[shelf_of[mention.evidence.article]]].append(mention)
    return [found[shelf] for shelf in sorted(found)]


def _joined(shelf_of: Mapping[str, Shelf], one_event: Iterable[Iterable[TriggerKey]]) -> dict[Shelf, Shelf]:
    """By shelf the first of those that are one with it."""
    joined = Clusters(shelf_of.values())
    for event in one_event:
        for one, other in pairwise(sorted(_shelves_of(event, shelf_of))):
            joined.join(one, other)
    return {shelf: min(together) for together in joined.all() for shelf in together}


def _shelves_of(event: Iterable[TriggerKey], shelf_of: Mapping[str, Shelf]) -> Iterator[Shelf]:
    return (shelf_of[article] for article, *_ in event if article in shelf_of)


def _day(mention: ResolvedMention) -> date | None:
    return mention.publication.latest if mention.publication else None


def _month(mention: ResolvedMention) -> Shelf:
    day = _day(mention)
    return (day.year, day.month, 0) if day else (0, 0, 0)


def _shelf(mention: ResolvedMention, in_month: Mapping[Shelf, int]) -> Shelf:
    year, month, _ = whole = _month(mention)
    day = _day(mention)
    if day is None or in_month[whole] <= MOST:
        return whole
    return year, month, min((day.day - 1) // _DAYS_OF_WEEK, _LAST_WEEK)
