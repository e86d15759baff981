"""What one person cannot have done, as doubts for the analyst: a wrong identity is likelier than a miracle."""

from collections.abc import Iterable, Iterator, Mapping

from dossier.model import (
    Actor,
    ActorPointer,
    Conflict,
    Event,
    Evidence,
    Link,
    Reading,
    Reason,
    Signal,
    Timeline,
)
from dossier.pipeline.cases.gathered_case import RereadClaims
from dossier.text.weights import weight_table
from dossier.timeline import IMPOSSIBLE

_BITS = weight_table("dossier.resolve.actors", "actor_weights.toml").bits("act_after_death")
_SIGNALS = {"life": Signal.LIFE, "whereabouts": Signal.PLACE}
_Names = Mapping[tuple[str, str], str]


def impossible_doubts(timelines: Iterable[Timeline], claims: RereadClaims) -> Iterator[Link]:
    """A doubt for each such conflict in the timeline of an actor: whether the two articles mean one person.

    A conflict within one article makes none: there no judgement could tell the two apart.
    """
    found = [
        (conflict, timeline)
        for timeline in timelines
        for conflict in timeline.conflicts
        if timeline.actor and conflict.field in IMPOSSIBLE
    ]
    articles = {piece.article for conflict, timeline in found for piece in _pieces(conflict, timeline) if piece}
    names = {(one.article, chain.id): chain.name for one in claims.of(articles) for chain in one.actors}
    links = (_doubt(conflict, timeline, names) for conflict, timeline in found)
    return (link for link in links if link)


def with_impossible(doubts: Iterable[Link], impossible: Iterable[Link]) -> tuple[Link, ...]:
    """The impossible ones first, then the doubts that ask about other pairs."""
    first = tuple(dict.fromkeys(impossible))
    asked = {frozenset((link.left, link.right)) for link in first}
    return first + tuple(link for link in doubts if frozenset((link.left, link.right)) not in asked)


def _doubt(conflict: Conflict, timeline: Timeline, names: _Names) -> Link | None:
    actor, pieces = timeline.actor, _pieces(conflict, timeline)
    if actor is None or not all(pieces):
        return None
    one, other = (piece for piece in pieces if piece)
    left, right = (_pointer(actor, piece.article, names) for piece in (one, other))
    if left is None or right is None or one.article == other.article:
        return None
    values = [reading.value for reading in conflict.readings]
    told = " and ".join(f"“{piece.trigger.exact}” ({value})" for piece, value in zip((one, other), values, strict=True))
    reason = Reason(_SIGNALS[conflict.field], _BITS, f"{told}: hardly one person", other.article, other.trigger)
    return Link(left, right, (reason,), is_merged=True, value=1)


def _pieces(conflict: Conflict, timeline: Timeline) -> list[Evidence | None]:
    events = {event.id: event for event in timeline.told}
    return [_piece(conflict, reading, events) for reading in conflict.readings]


def _piece(conflict: Conflict, reading: Reading, events: Mapping[str, Event]) -> Evidence | None:
    """The first mention that gives the reading."""
    event = events.get(reading.event or conflict.event)
    return event.evidence[reading.mentions[0]] if event and reading.mentions else None


def _pointer(actor: Actor, article: str, names: _Names) -> ActorPointer | None:
    """The actor as the article calls it."""
    own = (names[member] for member in actor.members if member[0] == article and member in names)
    return next((ActorPointer(name, article) for name in own), None)
