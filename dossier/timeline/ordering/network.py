"""The temporal constraint network over the events of a case: which of their starts and ends lie before which.

Each event is two points in time, its start and its end, and a relation is at most two constraints "not later than" or
"earlier than" between points, so that what holds of instants and of spans is told apart: what went on "since" the fall
did not end with it. Known dates and publication bound the points. This is a simple temporal problem (Dechter, Meiri &
Pearl, Temporal constraint networks, 1991) in which no constraint has a length, over the points of Vilain & Kautz's
point algebra (1986). It then needs no shortest paths between all pairs:

- it contradicts itself by order exactly where a constraint "earlier than" lies within a strongly connected component
  (Tarjan: linear);
- the tightest limit of a point is the latest start (earliest end) among the dates of the points that lead to it (to
  which it leads). Dates are taken from the latest (earliest) on, and each spreads over what none before has reached:
  sorting, then one visit for each point and constraint;
- a constraint between points whose limits exclude each other contradicts the dates.

Costs O(n log n + m) for n events and m relations. Every relation on a contradiction is left out: it says that not all
of them hold, and not which. So nothing depends on the order in which events and relations come.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import networkx as nx

from dossier.model import Event, Relation, RelationType
from dossier.timeline.ordering.date_limits import Limit, date_limits

Point = int
"""The start of the n-th event is 2n, its end 2n + 1."""

_Side = tuple[int, int]
"""Which event of a relation (0: its source), and which of its points (0: the start)."""

_SOURCE_START, _SOURCE_END, _TARGET_START, _TARGET_END = (0, 0), (0, 1), (1, 0), (1, 1)
_CONSTRAINTS: dict[RelationType, tuple[tuple[_Side, _Side], ...]] = {
    RelationType.BEFORE: ((_SOURCE_END, _TARGET_START),),
    RelationType.IS_INCLUDED: ((_TARGET_START, _SOURCE_START), (_SOURCE_END, _TARGET_END)),
    RelationType.BEGUN_BY: ((_TARGET_START, _SOURCE_START),),
    RelationType.ENDED_BY: ((_TARGET_START, _SOURCE_END), (_SOURCE_END, _TARGET_END)),
    RelationType.SIMULTANEOUS: ((_SOURCE_START, _TARGET_END), (_TARGET_START, _SOURCE_END)),
}


@dataclass(frozen=True, slots=True)
class Clash:
    """A relation that dates contradict: it puts a point with the lower limit before one with the upper limit."""

    relation: Relation
    lower: Limit
    upper: Limit
    earlier: str
    """The id of the event whose point the relation puts first."""


class Network:
    """The points of some events, and the constraints that some relations set between them."""

    def __init__(self, events: Iterable[Event], relations: Iterable[Relation]) -> None:
        self.events: Sequence[Event] = sorted(events, key=lambda event: event.id)
        self._index = {event.id: n for n, event in enumerate(self.events)}
        known = (one for one in relations if one.source in self._index and one.target in self._index)
        self.relations: Sequence[Relation] = sorted(known, key=_firmest_first)

    def without(self, relations: Iterable[Relation]) -> "Network":
        """The network without these relations."""
        left_out = set(relations)
        return Network(self.events, (one for one in self.relations if one not in left_out)) if left_out else self

    def start(self, event: str) -> Point:
        """The point where the event with that id begins."""
        return 2 * self._index[event]

    def end(self, event: str) -> Point:
        """The point where the event with that id ends."""
        return 2 * self._index[event] + 1

    @cached_property
    def related(self) -> Set[str]:
        """The ids of the events that have a relation: most have none, and stand by their own dates."""
        return dict.fromkeys(end for one in self.relations for end in (one.source, one.target)).keys()

    @cached_property
    def graph(self) -> nx.DiGraph:
        """The points of related events. An edge leads from a point to one that is not earlier.

        That is later where the edge is ``strict``. ``relation`` is the relation that says so, None from an event's
        start to its end.
        """
        graph = nx.DiGraph()
        for event in self.related:
            graph.add_edge(self.start(event), self.end(event), relation=None, strict=False)
        for relation in self.relations:
            strict = relation.type is RelationType.BEFORE
            for before, after in self._constraints(relation):
                known = graph.get_edge_data(before, after) or {"relation": relation, "strict": False}
                graph.add_edge(before, after, relation=known["relation"], strict=known["strict"] or strict)
        return graph

    def cycles(self) -> Iterator[tuple[Relation, ...]]:
        """The relations that contradict each other by order alone, those of one contradiction together, by firmness."""
        component = {p: n for n, points in enumerate(nx.strongly_connected_components(self.graph)) for p in points}
        edges = self.graph.edges(data="strict")
        strict = {component[u] for u, v, is_strict in edges if is_strict and component[u] == component[v]}
        found: dict[int, dict[Relation, None]] = {}
        for relation in self.relations:
            for before, after in self._constraints(relation):
                if component[before] == component[after] and component[before] in strict:
                    found.setdefault(component[before], {})[relation] = None
        yield from sorted((tuple(cycle) for cycle in found.values()), key=lambda cycle: _firmest_first(cycle[0]))

    def clashes(self) -> Iterator[Clash]:
        """The relations that dates contradict."""
        for relation in self.relations:
            for before, after in self._constraints(relation):
                lower, upper = self.lower.get(before), self.upper.get(after)
                if lower and upper and lower.moment >= upper.moment:
                    yield Clash(relation, lower, upper, self.events[before // 2].id)
                    break

    @cached_property
    def lower(self) -> Mapping[Point, Limit]:
        """The tightest lower limit of each point of a related event that has one."""
        limits = {self.start(event.id): limit for event in self._related if (limit := date_limits(event)[0])}
        order = sorted(limits, key=lambda point: (limits[point].moment, limits[point].gives_place), reverse=True)
        return _spread(self.graph.adj, limits, order)

    @cached_property
    def upper(self) -> Mapping[Point, Limit]:
        """The tightest upper limit of each point of a related event that has one."""
        limits = {self.end(event.id): limit for event in self._related if (limit := date_limits(event)[1])}
        order = sorted(limits, key=lambda point: (limits[point].moment, not limits[point].gives_place))
        return _spread(self.graph.pred, limits, order)

    def limits(self, event: str) -> tuple[Limit | None, Limit | None]:
        """The lower limit of the start of a related event (an id), and the upper limit of its end."""
        return self.lower.get(self.start(event)), self.upper.get(self.end(event))

    @property
    def _related(self) -> Iterator[Event]:
        return (event for event in self.events if event.id in self.related)

    def _constraints(self, relation: Relation) -> Iterator[tuple[Point, Point]]:
        ends = 2 * self._index[relation.source], 2 * self._index[relation.target]
        for (one, first), (other, second) in _CONSTRAINTS[relation.type]:
            yield ends[one] + first, ends[other] + second


def has_place(event: Event, lower: Limit | None, upper: Limit | None) -> bool:
    """Whether a text dates the event, or sets it after or before a dated one; by the limits of its start and end."""
    return event.dating.is_stated or any(limit and limit.gives_place for limit in (lower, upper))


def _spread(
    steps: Mapping[Point, Mapping[Point, Mapping[str, Relation | None]]],
    limits: Mapping[Point, Limit],
    order: Sequence[Point],
) -> dict[Point, Limit]:
    """The limit of each point: its own, or that of the first point in ``order`` from which steps lead there."""
    found: dict[Point, Limit] = {}
    for _, equal in groupby(order, key=lambda point: limits[point].moment):
        todo = deque(point for point in equal if point not in found)
        found.update((point, limits[point]) for point in todo)
        while todo:
            point = todo.popleft()
            for near, edge in steps[point].items():
                if near not in found:
                    found[near] = found[point].after_step(edge["relation"])
                    todo.append(near)
    return found


def _firmest_first(relation: Relation) -> tuple[bool, str, str, str]:
    """A sort key: relations that a connective tells come before those that tense alone tells."""
    return not relation.is_said, relation.source, relation.target, relation.type
