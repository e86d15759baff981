"""The events of a case in time, and the timelines of its actors and of itself taken from them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from dossier.memo import NO_MEMO, Memo, ids
from dossier.model import (
    Actor,
    Citation,
    Conflict,
    Event,
    EventTypes,
    LeftOut,
    Overview,
    Relation,
    Series,
    Timeline,
    When,
)
from dossier.model.new_names import Names, actors_named_in, event_under
from dossier.timeline.conflicts.contradictions import contradictions
from dossier.timeline.conflicts.impossible import impossibilities, recounted
from dossier.timeline.conflicts.series_conflicts import series_conflicts
from dossier.timeline.entry_importance import weights_for
from dossier.timeline.importance.importance import weighed
from dossier.timeline.listing import Listing
from dossier.timeline.ordering.apply_constraints import apply_constraints
from dossier.timeline.ordering.likely_days import with_likely_day
from dossier.timeline.ordering.order import by_expected_time, in_reading_order, ranked
from dossier.timeline.ordering.order_conflicts import contradicted, order_conflicts
from dossier.timeline.part_passages import redated, within_statement


class Chronology:
    """The events of a case with what order and likely days add to their dates, and the relations of each."""

    def __init__(
        self,
        events: Iterable[Event],
        types: EventTypes,
        relations: Iterable[Relation] = (),
        articles: Mapping[str, Citation] = MappingProxyType({}),
        memo: Memo = NO_MEMO,
        names: Names = MappingProxyType({}),
    ) -> None:
        """``names`` are those that the analyst gave to actors: nothing but what is shown rests on them."""
        self._types = types
        self._memo = memo
        constrained = apply_constraints(events, relations, memo)
        likely = memo.table("event with its likely day")
        dated = [
            likely.recall(id(event), partial(with_likely_day, event), event) for event in constrained.events.values()
        ]
        events = weighed(dated, articles, types, memo)
        self._events: dict[str, Event] = {event.id: event for event in _under(names, events, memo)}
        self._contradicted = contradicted(constrained)
        # of the others no event is held as it was before it was weighed
        self._constrained = replace(constrained, events={key: constrained.events[key] for key in self._contradicted})
        self._relations_of: dict[str, list[Relation]] = {}
        for relation in self._constrained.relations:
            for end in (relation.source, relation.target):
                self._relations_of.setdefault(end, []).append(relation)

    @property
    def events(self) -> Sequence[Event]:
        """The events with their importance for the case, sorted by id.

        Where no text gives the date, it may be the likely day.
        """
        return tuple(self._events.values())

    def timeline(self, actor: Actor, listed: Listing, articles: Mapping[str, Citation], as_of: When | None) -> Timeline:
        """The actor's timeline of the ``listed`` events, which are those that belong to it.

        ``articles`` are all that may be cited, by id.
        """
        known = self._memo.table("timeline")
        if not self._memo.is_kept:
            return self._timeline(actor, listed, articles, as_of)
        events = [self._events[event.id] for event in listed.all_events]
        around, relations = self._around(events)
        told = dict.fromkeys(event.id for event in events)
        against = dict.fromkeys(one for event in told for one in self._contradicted.get(event, ()))
        cited = {piece.article for event in events for piece in event.evidence} | actor.articles
        placed = (self._is_placed(event) for event in events)
        held = actor, listed, self._types, *events, *around, *(articles[key] for key in sorted(cited))
        key = *ids(held), as_of, *placed, *relations, *against
        made: Timeline = known.recall(key, lambda: self._timeline(actor, listed, articles, as_of), held)
        return made

    def _timeline(
        self, actor: Actor, listed: Listing, articles: Mapping[str, Citation], as_of: When | None
    ) -> Timeline:
        # among its own events: what is told of others must not change the dossier of an actor
        own = weighed([self._cited(event) for event in listed.all_events], articles, self._types)
        weights = weights_for(actor.id, listed, own, articles)
        shown = {event.id: self._shown(event, weights[event.id], articles) for event in listed.all_events}
        shown |= dict(_parts_within(listed, shown, articles))
        cited = {piece.article for event in shown.values() for piece in event.evidence} | set(actor.articles)
        used = {key: articles[key] for key in sorted(cited)}
        line, undated, expected = self._ordered_entries(listed, shown, used)
        told = [shown[event.id] for event in listed.told]
        unworthy = {one.event.id: one.reason for one in listed.left_out}
        return Timeline(
            actor,
            as_of,
            events=line,
            undated=undated,
            expected=expected,
            conflicts=(
                *self._conflicts(told, used),
                *_series_conflicts(listed, shown),
                *impossibilities(actor, told, self._types),
            ),
            articles=used,
            series=_series(listed, shown),
            parts={key: tuple(shown[event.id] for event in parts) for key, parts in listed.parts.items()},
            possible=in_reading_order((shown[event.id] for event in listed.possible), used),
            left_out=tuple(
                LeftOut(event, unworthy[event.id]) for event in in_reading_order((shown[key] for key in unworthy), used)
            ),
        )

    def case_timeline(
        self, overview: Overview, listed: Listing, articles: Mapping[str, Citation], of_actors: Iterable[Conflict] = ()
    ) -> Timeline:
        """The timeline of the whole case, of the ``listed`` events.

        ``articles`` are those of the case, by id. Of the conflicts ``of_actors``, whose mentions are counted as in
        ``events``, those are shown whose events are told.
        """
        shown = {event.id: self._shown(event, listed.importance[event.id], articles) for event in listed.told}
        shown |= dict(_parts_within(listed, shown, articles))
        cited = {piece.article for event in shown.values() for piece in event.evidence}
        cited |= {said.article for actor in overview.actors for said in actor.descriptions}
        used = {key: articles[key] for key in sorted(cited)}
        line, undated, expected = self._ordered_entries(listed, shown, used)
        return Timeline(
            None,
            None,
            events=line,
            undated=undated,
            expected=expected,
            conflicts=(
                *self._conflicts([shown[event.id] for event in listed.told], used),
                *_series_conflicts(listed, shown),
                *self._shown_conflicts(of_actors, shown),
            ),
            articles=used,
            series=_series(listed, shown),
            parts={key: tuple(shown[event.id] for event in parts) for key, parts in listed.parts.items()},
            overview=overview,
        )

    def case_events(self, articles: Mapping[str, Citation]) -> tuple[Event, ...]:
        """All events, each with its importance for the case, in the order of a timeline of the whole case.

        ``articles`` are those of their evidence, by id. Behind the events with a place in time stand those without
        one, then forecasts and plans.
        """
        # nothing is remembered: this may be asked for while another thread resolves
        line, undated, expected = self._ordered(self.events, articles, NO_MEMO)
        return (*(event for _, event in line), *undated, *expected)

    def _ordered_entries(
        self, listed: Listing, shown: Mapping[str, Event], articles: Mapping[str, Citation]
    ) -> tuple[tuple[tuple[int, Event], ...], tuple[Event, ...], tuple[Event, ...]]:
        """The entries as ``_ordered`` gives them, a series where the first of its events stands.

        An act that is told again stands where its entry does.
        """
        retold = {one.id for series in listed.series.values() if not series.goes_on for one in series.others}
        lines = [shown[event.id] for event in listed.lines if event.id not in retold]
        line, undated, expected = self._ordered(lines, articles, self._memo)
        entry_of = {other.id: entry for entry, series in listed.series.items() for other in series.others}
        placed: dict[str, int] = {}
        for position, event in line:
            placed.setdefault(entry_of.get(event.id, event.id), position)
        ranks = {position: rank for rank, position in enumerate(dict.fromkeys(placed.values()), start=1)}
        return (
            tuple((ranks[position], shown[entry]) for entry, position in placed.items()),
            tuple(event for event in undated if event.id not in entry_of and event.id not in placed),
            tuple(event for event in expected if event.id not in entry_of),
        )

    def _ordered(
        self, events: Sequence[Event], articles: Mapping[str, Citation], memo: Memo
    ) -> tuple[tuple[tuple[int, Event], ...], tuple[Event, ...], tuple[Event, ...]]:
        """The events in line with their positions, then those without a place in time, then forecasts and plans."""
        happened = [event for event in events if not event.factuality.is_expected]
        placed = [event for event in happened if self._is_placed(event)]
        undated = (event for event in happened if not self._is_placed(event))
        return (
            ranked(placed, *self._around(placed), memo),
            in_reading_order(undated, articles),
            by_expected_time((event for event in events if event.factuality.is_expected), articles),
        )

    def _is_placed(self, event: Event) -> bool:
        """Whether the event stands in the line: by its date, after or before another, or by its report."""
        return event.id in self._constrained.placed or event.reported is not None

    def _conflicts(self, listed: Sequence[Event], articles: Mapping[str, Citation]) -> Iterator[Conflict]:
        """Those of order, then those between mentions of one event."""
        yield from order_conflicts(self._constrained, (event.id for event in listed))
        for event in sorted(listed, key=lambda event: event.id):
            yield from contradictions(event, articles, self._types)

    def _shown_conflicts(self, of_actors: Iterable[Conflict], shown: Mapping[str, Event]) -> Iterator[Conflict]:
        """Those conflicts all of whose readings have a mention that is shown."""
        for conflict in of_actors:
            if conflict.events <= shown.keys():
                found = recounted(conflict, self._events, shown)
                if all(reading.mentions for reading in found.readings):
                    yield found

    def _cited(self, event: Event) -> Event:
        """The event of the case with the mentions that the listed one has, and the line of the first of them."""
        return replace(
            self._events[event.id],
            summary=event.summary,
            evidence=event.evidence,
            independent_sources=event.independent_sources,
        )

    def _shown(self, event: Event, importance: float, articles: Mapping[str, Citation]) -> Event:
        """The event as listed, the mention first whose line it has, and as sure; its date by order, this importance."""
        whole = self._events[event.id]
        told = replace(
            whole,
            summary=event.summary,
            factuality=event.factuality,
            attribution=event.attribution,
            evidence=event.evidence,
            independent_sources=event.independent_sources,
            links=event.links,
            importance=importance,
        )
        return redated(told, whole, articles)

    def _around(self, events: Iterable[Event]) -> tuple[list[Event], dict[Relation, None]]:
        """These events and all that chains of relations lead to from them, and those relations."""
        reached = dict.fromkeys(event.id for event in events)
        todo = list(reached)
        relations: dict[Relation, None] = {}
        while todo:
            for relation in self._relations_of.get(todo.pop(), ()):
                relations[relation] = None
                new = [end for end in (relation.source, relation.target) if end not in reached]
                reached.update(dict.fromkeys(new))
                todo.extend(new)
        return [self._events[event] for event in reached], relations


def _under(names: Names, events: Sequence[Event], memo: Memo) -> Iterable[Event]:
    if not names:
        return events
    known = memo.table("event under given names")
    called = [
        (event, tuple((actor, names[actor]) for actor in sorted(actors_named_in(event)) if actor in names))
        for event in events
    ]
    return [
        known.recall((id(event), own), partial(event_under, dict(own), event), event) if own else event
        for event, own in called
    ]


def _parts_within(
    listed: Listing, shown: Mapping[str, Event], articles: Mapping[str, Citation]
) -> Iterator[tuple[str, Event]]:
    """The parts of all lines by id, each with the passages that stand with its line alone."""
    for line, parts in listed.parts.items():
        for part in within_statement(shown[line], [shown[part.id] for part in parts]):
            yield part.id, redated(part, shown[part.id], articles)


def _series(listed: Listing, shown: Mapping[str, Event]) -> dict[str, Series]:
    """The series of the listing with the shown events."""
    return {
        entry: replace(series, others=tuple(shown[event.id] for event in series.others))
        for entry, series in listed.series.items()
    }


def _series_conflicts(listed: Listing, shown: Mapping[str, Event]) -> Iterator[Conflict]:
    for entry, series in _series(listed, shown).items():
        yield from series_conflicts(shown[entry], series)
