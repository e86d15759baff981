"""What a timeline rests on besides its own events, so that it can be made without the rest of the case."""

from collections.abc import Iterable, Iterator, Sequence

from dossier.model import Event, Relation
from dossier.timeline.part_passages import is_only_named, statement_of


class TiedEvents:
    """Finds what is tied to events of a case: how they lie to others in time, and the statements that name them."""

    def __init__(self, events: Iterable[Event], relations: Iterable[Relation]) -> None:
        self._events = {event.id: event for event in events}
        self._told_by = {piece.trigger_key: event.id for event in self._events.values() for piece in event.evidence}
        self._relations_of: dict[str, list[Relation]] = {}
        for relation in relations:
            for end in (relation.source, relation.target):
                self._relations_of.setdefault(end, []).append(relation)
        self._touching: dict[str, list[str]] = {}
        for event in self._events.values():
            place = [event.place.entity] if event.place else []
            for actor in dict.fromkeys((*(player.entity for player in event.participants), *place)):
                if actor is not None:
                    self._touching.setdefault(actor, []).append(event.id)

    def of_actor(self, actor: str, listed: Iterable[str]) -> tuple[Sequence[Event], Sequence[Relation]]:
        """The events that touch the actor, those that are ``listed`` for it (ids), and what is tied to these."""
        return self.of((*self._touching.get(actor, ()), *listed))

    def of(self, keys: Iterable[str]) -> tuple[Sequence[Event], Sequence[Relation]]:
        """The events with these ids and those tied to them, sorted by id, and their relations."""
        own = set(keys)
        own |= set(self._statements(own))
        reached, todo, relations = set(own), list(own), dict[Relation, None]()
        while todo:
            for relation in self._relations_of.get(todo.pop(), ()):
                relations[relation] = None
                new = {relation.source, relation.target} - reached
                reached |= new
                todo.extend(new)
        return [self._events[key] for key in sorted(reached)], sorted(relations, key=_ends)

    def _statements(self, keys: Iterable[str]) -> Iterator[str]:
        """The events that the lines of those tell that are only named."""
        for key in keys:
            event = self._events[key]
            statement = statement_of(event) if is_only_named(event) else None
            if statement in self._told_by:
                yield self._told_by[statement]


def _ends(relation: Relation) -> tuple[str, str, str]:
    return relation.source, relation.target, relation.type
