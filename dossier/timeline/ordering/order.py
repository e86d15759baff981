"""The order in which a reader sees events, and their positions in it.

The line: events stand by when they began (where that is not known, by when they had begun at the latest), those that
began alike by when they were over; an event stands behind all that a relation puts before it. An event that no text
dates stands by its likely day if that is its date, else at the bound that another event sets, else at the old act from
which it goes on ("was arrested in 2019 and held for weeks"), else by its first report, each as far as what is known of
its time allows. That is an order of reading, and nothing follows from it. The line is a
topological order of the network's points that takes, each time, the first in line of those that may come next (Kahn's
algorithm with a heap; events without a relation only have to be sorted): O(n log n + m) for n events and m relations.

Positions: down the line a new one begins where an event certainly comes after one that has the last, by date or by
relations, and where it stands on a later day than those before by its likely day or report, or after one that does. So
two events of one position are not ordered against each other, and what is certainly before has a smaller one. A greater
position alone does not say "certainly later": "2019" and a day in 2019 may stand apart because of an event between, and
what was reported later may have happened before.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import date, datetime
from functools import partial
from heapq import heapify, heappop, heappush
from typing import NamedTuple

import networkx as nx

from dossier.memo import NO_MEMO, Memo
from dossier.model import Choice, Citation, DatingRule, Event, Relation
from dossier.timeline.ordering.date_limits import Limit, date_limits
from dossier.timeline.ordering.network import Network, has_place

_Key = tuple[datetime, bool, datetime, str, int, str]
_NO_GRAPH = nx.DiGraph()
_AT_ONCE: _Key = datetime.min, False, datetime.min, "", 0, ""


def ranked(
    chosen: Iterable[Event],
    around: Iterable[Event] = (),
    relations: Iterable[Relation] = (),
    memo: Memo = NO_MEMO,
) -> tuple[tuple[int, Event], ...]:
    """The chosen events in line, each with its dense rank from 1.

    ``around`` are further events through which the relations order them. Relations and dates must not contradict
    each other.
    """
    wanted = {event.id: event for event in chosen}
    network = Network({event.id: event for event in (*around, *wanted.values())}.values(), relations)
    result: list[tuple[int, Event]] = []
    last = rank = 0
    for event, position in _Line(network, memo).positions().items():
        if event in wanted:
            rank, last = rank + (position != last), position
            result.append((rank, wanted[event]))
    return tuple(result)


def in_reading_order(events: Iterable[Event], articles: Mapping[str, Citation]) -> tuple[Event, ...]:
    """The events by the publication of the article that tells them (unknown ones last), then as they stand there."""

    def key(event: Event) -> tuple[datetime, tuple[str, int]]:
        published = articles[event.evidence[0].article].published.when
        return (published.end or datetime.max if published else datetime.max), _place_of_first_mention(event)

    return tuple(sorted(events, key=key))


def by_expected_time(events: Iterable[Event], articles: Mapping[str, Citation]) -> tuple[Event, ...]:
    """Forecasts and plans by the first moment that they are expected at (unknown ones last), then in reading order."""

    def key(event: Event) -> datetime:
        when = event.dating.when
        return (when.start or when.end or datetime.max) if when else datetime.max

    return tuple(sorted(in_reading_order(events, articles), key=key))


class _Line:
    """Walks through a network once, along its line: through the related events, with the others in between."""

    def __init__(self, network: Network, memo: Memo) -> None:
        self._network = network
        self._memo = memo
        self._dag, self._strict = _condensed(network)
        self._positions: dict[str, int] = {}
        self._position = 0
        self._over: datetime | None = None  # when the first event of this position is over
        self._day = date.min  # the last day by which an event stands so far
        self._is_certain = True  # whether the last event stands by a date or by order, not by a likely day or report
        self._behind: dict[int, int] = {}  # for each node the last position with an event over before it
        self._reached: dict[int, int] = {}  # the last position with an event over by then

    def positions(self) -> dict[str, int]:
        """The positions of the events, in line."""
        known = self._memo.table("place of an unrelated event")
        unrelated = [event for event in self._network.events if event.id not in self._network.related]
        own = ((known.recall(id(event), partial(_place_of_unrelated, event), event), event) for event in unrelated)
        places: list[tuple[_PlaceInLine, Event]] = sorted(own, key=lambda one: one[0].key)
        waiting = {node: degree for node, degree in self._dag.in_degree() if degree}
        free = [(self._key(node), node) for node in self._dag if node not in waiting]
        heapify(free)
        for place, event in places:
            while free and free[0][0] < place.key:
                self._visit(free, waiting)
            self._put(event, place, 0)
        while free:
            self._visit(free, waiting)
        return self._positions

    def _visit(self, free: list[tuple[_Key, int]], waiting: dict[int, int]) -> None:
        """Visit the first node of those that are free to be next, and free those that waited for it alone."""
        _, node = heappop(free)
        self._inherit(node)
        begun = ((self._place(event), event) for event in self._events_at(node, 0))
        for place, event in sorted(begun, key=lambda one: one[0].key):
            self._put(event, place, self._behind[node])
        over = (self._positions[event.id] for event in self._events_at(node, 1))
        self._reached[node] = max((self._reached[node], *over))
        for near in self._dag.succ[node]:
            waiting[near] -= 1
            if not waiting[near]:
                heappush(free, (self._key(near), near))

    def _inherit(self, node: int) -> None:
        before = self._dag.pred[node]
        strict = (self._reached[near] for near in before if (near, node) in self._strict)
        self._behind[node] = max((0, *strict, *(self._behind[near] for near in before)))
        self._reached[node] = max((0, *(self._reached[near] for near in before)))

    def _put(self, event: Event, place: "_PlaceInLine", behind: int) -> None:
        """Give the event its position; ``behind`` is the last one with an event over before it."""
        is_later = self._over is not None and place.lower is not None and self._over <= place.lower
        # on a later day than the last event, one of the two by its likely day or report
        is_read_later = not (self._is_certain and place.is_certain) and self._day < place.day
        if is_later or is_read_later or behind == self._position:
            self._position, self._over = self._position + 1, None
        if place.upper:
            self._over = min(self._over or place.upper, place.upper)
        self._positions[event.id] = self._position
        self._day, self._is_certain = max(self._day, place.day), place.is_certain

    def _place(self, event: Event) -> "_PlaceInLine":
        """The place of a related event."""
        lower, upper = self._network.limits(event.id)
        return _place(event, lower, upper, self._network.upper.get(self._network.start(event.id)))

    def _key(self, node: int) -> _Key:
        """Of the first event that begins here; where none does, nothing holds it up."""
        return min((self._place(event).key for event in self._events_at(node, 0)), default=_AT_ONCE)

    def _events_at(self, node: int, side: int) -> Iterator[Event]:
        """The events that start (0) or end (1) at the node."""
        points = self._dag.nodes[node]["members"]
        return (self._network.events[point // 2] for point in points if point % 2 == side)


def _condensed(network: Network) -> tuple[nx.DiGraph, Set[tuple[int, int]]]:
    """The graph of the points, those that are at once in one node, and its edges to what is later."""
    if not network.relations:  # as in most timelines: a graph refers to itself, and stays until garbage is collected
        return _NO_GRAPH, frozenset()
    dag = nx.condensation(network.graph)
    node = dag.graph["mapping"]
    return dag, {(node[u], node[v]) for u, v, strict in network.graph.edges(data="strict") if strict}


class _PlaceInLine(NamedTuple):
    """Where an event stands in line: ``key`` says it, ``day`` is the day by which it stands.

    ``lower`` and ``upper`` limit its start and its end. ``is_certain`` is false where it stands by a likely day or a
    report.
    """

    key: _Key
    day: date
    lower: datetime | None
    upper: datetime | None
    is_certain: bool


def _place(event: Event, lower: Limit | None, upper: Limit | None, upper_of_start: Limit | None) -> _PlaceInLine:
    is_certain = event.choice is not Choice.LIKELY and has_place(event, lower, upper)
    begun = _began(event, lower, upper_of_start, is_certain=is_certain)
    # what had begun before a moment stands before what begins with it
    begins_then = upper_of_start is None or begun < upper_of_start.moment
    key = begun, begins_then, upper.moment if upper else datetime.max, *_place_of_first_mention(event), event.id
    return _PlaceInLine(key, begun.date(), lower.moment if lower else None, upper.moment if upper else None, is_certain)


def _place_of_unrelated(event: Event) -> _PlaceInLine:
    lower, upper = date_limits(event)
    return _place(event, lower, upper, upper)


def _began(event: Event, lower: Limit | None, upper: Limit | None, *, is_certain: bool) -> datetime:
    """The moment by which the event stands in line; the limits are those of its start."""
    limit = lower or upper
    dated = (limit.period.start if lower else limit.period.end) if limit and is_certain else None
    begun = dated or _begun_by_report(event)
    begun = max(begun, lower.moment) if lower else begun
    return min(begun, upper.moment) if upper else begun


def _begun_by_report(event: Event) -> datetime:
    """The moment by which an event stands in line that has no certain date: an uncertain or likely one, or its report.

    ``datetime.max`` where it has none of these.
    """
    is_known = event.dating.is_stated or event.choice is Choice.LIKELY or _goes_on(event)
    when = event.dating.when if is_known or not event.reported else event.reported.first
    return (when.start or when.end or datetime.max) if when else datetime.max


def _goes_on(event: Event) -> bool:
    """Whether it is dated from an old act on, by the clause of that act: "was arrested in 2019 and held for weeks"."""
    when = event.dating.when
    is_open = when is not None and when.first is not None and when.last is None
    return is_open and any(piece.dated_by == DatingRule.ORDERED_CLAUSE for piece in event.evidence)


def _place_of_first_mention(event: Event) -> tuple[str, int]:
    first = event.evidence[0]
    return first.article, first.trigger.span.start
