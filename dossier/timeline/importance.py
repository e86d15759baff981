"""How much an event matters to the actor in whose timeline it stands."""

from dataclasses import replace

from dossier.model import Certainty, Event, EventTypes, Factuality, Polarity, Realis, Timeline
from dossier.timeline.date_limits import is_stated
from dossier.timeline.weights import part

_TYPE, _SOURCES, _ARTICLES, _LEAD, _DATED = 0.4, 0.2, 0.12, 0.1, 0.18
"""The shares of what speaks for an event; they make 1."""
_LEAD_LENGTH = 400
"""Characters of a headline and a first paragraph: news tells the most important first."""
_CERTAINTIES = {
    Certainty.CERTAIN: 1.0,
    Certainty.PROBABLE: 0.8,
    Certainty.POSSIBLE: 0.6,
    Certainty.UNDERSPECIFIED: 0.6,
}
_POLARITIES = {Polarity.POSITIVE: 1.0, Polarity.UNDERSPECIFIED: 0.9, Polarity.NEGATIVE: 0.7}
_COMING = 0.6
"""What is only expected, against what happened."""
_DIGITS = 4


def importance(event: Event, actor: str, types: EventTypes) -> float:
    """From 0 to 1 for the actor (id): part x factuality x (type + sources + articles + lead + date, each by its share).

    ``type`` is how much such events matter; of n independent sources, and of n articles, counts 1 - 1/n; ``lead`` is
    how near the head of an article it is told; ``date`` whether a text dates it. It grows with each of them, all others
    equal.
    """
    articles = len({piece.article for piece in event.evidence})
    speaks_for = (
        _TYPE * types[event.type].importance
        + _SOURCES * (1 - 1 / event.independent_sources)
        + _ARTICLES * (1 - 1 / articles)
        + _LEAD * _nearness(event)
        + _DATED * is_stated(event)
    )
    return round(part(event, actor) * _firmness(event.factuality) * speaks_for, _DIGITS)


def most_important(timeline: Timeline, count: int) -> tuple[Event, ...]:
    """The ``count`` most important of what happened, in the order of the timeline, the undated last."""
    told = [event for _, event in timeline.events] + list(timeline.undated)
    chosen = {event.id for event in sorted(told, key=lambda event: -event.importance)[:count]}
    return tuple(event for event in told if event.id in chosen)


def shortened(timeline: Timeline, count: int) -> Timeline:
    """The timeline with the ``count`` most important of its events, nothing that is expected, and its articles."""
    kept = {event.id for event in most_important(timeline, count)}
    dated = [(position, event) for position, event in timeline.events if event.id in kept]
    ranks = {position: rank for rank, position in enumerate(dict.fromkeys(old for old, _ in dated), start=1)}
    return replace(
        timeline,
        events=tuple((ranks[position], event) for position, event in dated),
        undated=tuple(event for event in timeline.undated if event.id in kept),
        expected=(),
        conflicts=tuple(conflict for conflict in timeline.conflicts if conflict.event in kept),
    )


def _nearness(event: Event) -> float:
    """1 at the head of an article, a half behind its first paragraph, and less and less behind."""
    first = min(piece.trigger.span.start for piece in event.evidence)
    return _LEAD_LENGTH / (_LEAD_LENGTH + first)


def _firmness(told: Factuality) -> float:
    """By certainty, polarity, and whether it happened or is still to come."""
    happened = 1.0 if told.realis is Realis.ACTUAL else _COMING
    return _CERTAINTIES[told.certainty] * _POLARITIES[told.polarity] * happened
