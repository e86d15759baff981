"""Which events belong to an actor, and which actors are the main ones of a case."""

import math
from collections.abc import Iterable, Mapping, Sequence

from dossier.model import Actor, Citation, Event, EventTypes, Kind, Realis
from dossier.text.names import normal
from dossier.timeline.membership import timeline_events
from dossier.timeline.part_worth import acting_worth
from dossier.timeline.shown_mention import shown_to

_MAIN_ACTOR_KINDS = frozenset((Kind.PERSON, Kind.ORGANIZATION, Kind.GROUP, Kind.PLACE))
_ACTIVITY_DIGITS = 6
"""Decimals of an activity: sums of the same numbers in another order are equal."""


def by_actor(events: Iterable[Event], types: EventTypes) -> dict[str, list[Event]]:
    """The events in the timeline of each actor (by id) that has any, in the order given, as they are shown there."""
    touching: dict[str, list[Event]] = {}
    for event in events:
        players = [player.entity for player in event.participants]
        place = event.place.entity if event.place else None
        for actor in dict.fromkeys((*players, place)):
            if actor is not None:
                touching.setdefault(actor, []).append(event)
    chosen = {actor: timeline_events(actor, of_actor, types) for actor, of_actor in touching.items()}
    return {actor: [shown_to(event, actor) for event in listed] for actor, listed in chosen.items() if listed}


def most_active(
    actors: Sequence[Actor],
    events: Mapping[str, Sequence[Event]],
    articles: Mapping[str, Citation],
    types: EventTypes,
    count: int,
) -> list[Actor]:
    """The ``count`` most active people, organisations, groups and places, the most active first.

    An actor's activity is a sum over the sources that mention it and tell of an event that it does or undergoes: copies
    of one article are one source. Each source counts with the best of its events: worth of the part x importance of the
    type. Remarks count nothing, nor does what the actor itself publishes, so no outlet is a main actor for its
    interviews. ``events`` are those told in the timeline of each actor (by id), ``articles`` all articles by id. Actors
    of equal activity stay in the order of ``actors``.
    """
    main = [actor for actor in actors if actor.kind in _MAIN_ACTOR_KINDS]
    return sorted(main, key=lambda actor: -_activity(actor, events.get(actor.id, ()), articles, types))[:count]


def _activity(actor: Actor, events: Iterable[Event], articles: Mapping[str, Citation], types: EventTypes) -> float:
    names = {normal(name) for name in (actor.name, *(alias.text for alias in actor.aliases))}
    mentioning = actor.articles  # an event of the actor may be told in other articles too, without naming it
    best: dict[str, float] = {}
    for event in events:
        kind = types[event.type]
        if not kind.reporting and event.factuality.realis is Realis.ACTUAL:
            worth = acting_worth(event, actor.id) * kind.importance
            for piece in event.evidence:
                cited = articles[piece.article]
                if piece.article in mentioning and normal(cited.publisher or "") not in names:
                    source = cited.copy_of or piece.article
                    best[source] = max(best.get(source, 0.0), worth)
    return round(math.fsum(best.values()), _ACTIVITY_DIGITS)
