"""The events of a case in time, and the timeline of one actor cut out of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dossier.model import Actor, Citation, Conflict, Event, EventTypes, Relation, Timeline, When
from dossier.timeline.apply_constraints import settle
from dossier.timeline.contradictions import contradictions
from dossier.timeline.importance import importance
from dossier.timeline.order import by_expected_time, in_reading_order, ranked
from dossier.timeline.order_conflicts import conflicts
from dossier.timeline.posthumous import act_after_death


class Chronology:
    """The events of a case with what their order adds to their dates, and which relations each is in."""

    def __init__(self, events: Iterable[Event], types: EventTypes, relations: Iterable[Relation] = ()) -> None:
        self._types = types
        self._settled = settled = settle(events, relations)
        self._of: dict[str, list[Relation]] = {}
        for relation in settled.relations:
            for end in (relation.source, relation.target):
                self._of.setdefault(end, []).append(relation)

    @property
    def events(self) -> Sequence[Event]:
        """The events, sorted by id."""
        return tuple(self._settled.events.values())

    def timeline(
        self, actor: Actor, events: Iterable[Event], articles: Mapping[str, Citation], as_of: When | None
    ) -> Timeline:
        """The actor's timeline from those of the events that belong to it.

        ``articles`` are all that may be cited, by id.
        """
        own = [self._weighed(event, actor) for event in events]
        told = [event for event in own if not event.factuality.is_expected]
        placed = [event for event in told if event.id in self._settled.placed]
        around, relations = self._around(placed)
        cited = {piece.article for event in own for piece in event.evidence} | set(actor.articles)
        used = {key: articles[key] for key in sorted(cited)}
        return Timeline(
            actor,
            as_of,
            events=ranked(placed, around, relations),
            undated=in_reading_order((event for event in told if event.id not in self._settled.placed), used),
            expected=by_expected_time((event for event in own if event.factuality.is_expected), used),
            conflicts=tuple(self._conflicts(actor, own, used)),
            articles=used,
        )

    def _conflicts(self, actor: Actor, own: Sequence[Event], articles: Mapping[str, Citation]) -> Iterator[Conflict]:
        """Of what order says, then of what mentions of one event say, then of life and death."""
        yield from conflicts(self._settled, (event.id for event in own))
        for event in sorted(own, key=lambda event: event.id):
            yield from contradictions(event, articles, self._types)
        if conflict := act_after_death(actor, own, self._types):
            yield conflict

    def _weighed(self, event: Event, actor: Actor) -> Event:
        settled = self._settled.events[event.id]
        return replace(settled, importance=importance(settled, actor.id, self._types))

    def _around(self, events: Iterable[Event]) -> tuple[list[Event], dict[Relation, None]]:
        """The events that relations join to these, however far, and those relations."""
        reached = dict.fromkeys(event.id for event in events)
        todo = list(reached)
        relations: dict[Relation, None] = {}
        while todo:
            for relation in self._of.get(todo.pop(), ()):
                relations[relation] = None
                new = [end for end in (relation.source, relation.target) if end not in reached]
                reached.update(dict.fromkeys(new))
                todo.extend(new)
        return [self._settled.events[event] for event in reached], relations
