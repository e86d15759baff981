"""Which events belong to an actor, and which actors matter."""

import math
from collections.abc import Iterable, Mapping, Sequence

from dossier.model import Actor, Citation, Event, EventTypes, Kind, Realis
from dossier.text.names import normal
from dossier.timeline.membership import own
from dossier.timeline.weights import part

MATTERING = frozenset((Kind.PERSON, Kind.ORGANIZATION, Kind.GROUP, Kind.PLACE))
_DIGITS = 6


def by_actor(events: Iterable[Event], types: EventTypes) -> dict[str, list[Event]]:
    """The events in the timeline of each actor (by id) that has any, in the order given."""
    found: dict[str, list[Event]] = {}
    for event in events:
        players = [player.entity for player in event.participants]
        where = event.place.entity if event.place else None
        for actor in dict.fromkeys((*players, where)):
            if actor is not None:
                found.setdefault(actor, []).append(event)
    chosen = {actor: own(actor, touched, types) for actor, touched in found.items()}
    return {actor: kept for actor, kept in chosen.items() if kept}


def most_active(
    actors: Sequence[Actor],
    events: Mapping[str, Sequence[Event]],
    articles: Mapping[str, Citation],
    types: EventTypes,
    count: int,
) -> list[Actor]:
    """The first ``count`` people, organisations, groups and places that most happens to, or is done by.

    They go by the number of articles that tell of an event which they have a part in, each article counted by the best
    of its events: by the worth of the part and the weight of the event's type. What is only said counts nothing, nor
    what is told by the actor itself: no outlet matters for being quoted or for its interviews, no country for being
    named. ``events`` are those of each actor (by id), ``articles`` all articles by id; equals stay in the order of
    ``actors``.
    """
    mattering = [actor for actor in actors if actor.kind in MATTERING]
    return sorted(mattering, key=lambda actor: -_activity(actor, events.get(actor.id, ()), articles, types))[:count]


def _activity(actor: Actor, events: Iterable[Event], articles: Mapping[str, Citation], types: EventTypes) -> float:
    names = {normal(name) for name in (actor.name, *(alias.text for alias in actor.aliases))}
    own = actor.articles  # others may tell of an event without a word of the actor
    best: dict[str, float] = {}
    for event in events:
        kind = types[event.type]
        if not kind.reporting and event.factuality.realis is Realis.ACTUAL:
            worth = part(event, actor.id) * kind.importance
            for piece in event.evidence:
                if piece.article in own and normal(articles[piece.article].publisher or "") not in names:
                    best[piece.article] = max(best.get(piece.article, 0.0), worth)
    return round(math.fsum(best.values()), _DIGITS)
