"""Which events belong to an actor, and which actors matter."""

from collections.abc import Iterable, Sequence

from dossier.model import Actor, Event, Kind
from dossier.timeline.membership import own

MATTERING = frozenset((Kind.PERSON, Kind.ORGANIZATION, Kind.GROUP, Kind.PLACE))


def by_actor(events: Iterable[Event]) -> dict[str, list[Event]]:
    """The events in the timeline of each actor (by id) that has any, in the order given."""
    found: dict[str, list[Event]] = {}
    for event in events:
        players = [player.entity for player in event.participants]
        where = event.place.entity if event.place else None
        for actor in dict.fromkeys((*players, where)):
            if actor is not None:
                found.setdefault(actor, []).append(event)
    chosen = {actor: own(actor, touched) for actor, touched in found.items()}
    return {actor: kept for actor, kept in chosen.items() if kept}


def most_mentioned(actors: Sequence[Actor], count: int) -> list[Actor]:
    """The first ``count`` people, organisations, groups and places of a ranked list."""
    return [actor for actor in actors if actor.kind in MATTERING][:count]
