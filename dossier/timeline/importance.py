"""How much an event matters: to the actor in whose timeline it stands, and to the case."""

from dataclasses import replace

from dossier.model import Certainty, Event, EventTypes, Factuality, Polarity, Realis, Timeline
from dossier.timeline.likely_days import day_certainty
from dossier.timeline.part_worth import part_worth

# all numbers here are set by hand; no measurement is recorded
_TYPE_SHARE, _SOURCES_SHARE, _ARTICLES_SHARE, _LEAD_SHARE, _DATE_SHARE = 0.4, 0.2, 0.12, 0.1, 0.18
"""How much each of the five counts; together they make 1."""
_LEAD_CHARACTERS = 400
"""Characters of a headline and a first paragraph: news tells the most important first."""
_CERTAINTY_FACTORS = {
    Certainty.CERTAIN: 1.0,
    Certainty.PROBABLE: 0.8,
    Certainty.POSSIBLE: 0.6,
    Certainty.UNDERSPECIFIED: 0.6,
}
_POLARITY_FACTORS = {Polarity.POSITIVE: 1.0, Polarity.UNDERSPECIFIED: 0.9, Polarity.NEGATIVE: 0.7}
_EXPECTED_FACTOR = 0.6
"""For what has not happened: a forecast, a plan, a condition."""
_DIGITS = 4  # behind the point, so that no machine rounds otherwise


def importance(event: Event, actor: str | None, types: EventTypes) -> float:
    """From 0 to 1 for the actor (an id): part x factuality x (type + sources + articles + lead + date).

    Without an actor it is for the case, and ``part`` is 1. Each of the five in brackets lies between 0 and its share:
    ``type`` is the importance of the event's type; n independent sources, and n articles, count 1 - 1/n; ``lead`` is
    how near the head of an article the event is told; ``date`` is how sure its day is. The importance grows with each
    of them, all others equal.
    """
    articles = len({piece.article for piece in event.evidence})
    weighed = (
        _TYPE_SHARE * types[event.type].importance
        + _SOURCES_SHARE * (1 - 1 / event.independent_sources)
        + _ARTICLES_SHARE * (1 - 1 / articles)
        + _LEAD_SHARE * _nearness(event)
        + _DATE_SHARE * day_certainty(event)
    )
    part = 1.0 if actor is None else part_worth(event, actor)
    return round(part * _firmness(event.factuality) * weighed, _DIGITS)


def most_important(timeline: Timeline, count: int) -> tuple[Event, ...]:
    """The ``count`` most important entries that happened, in the order of the timeline, the undated last.

    An entry counts with the most important of its events.
    """
    happened = [event for _, event in timeline.events] + list(timeline.undated)
    weights = {entry.id: max(event.importance for event in timeline.events_of(entry)) for entry in happened}
    chosen = set(sorted(weights, key=lambda entry: -weights[entry])[:count])
    return tuple(event for event in happened if event.id in chosen)


def shortened(timeline: Timeline, count: int) -> Timeline:
    """The timeline with the ``count`` most important of its entries, without expected ones, with all its articles.

    Conflicts stay where an event of a kept entry is in them.
    """
    kept = {event.id for event in most_important(timeline, count)}
    entries = [event for event in timeline.entries if event.id in kept]
    told = {event.id for entry in entries for event in timeline.events_of(entry)}
    dated = [(position, event) for position, event in timeline.events if event.id in kept]
    ranks = {position: rank for rank, position in enumerate(dict.fromkeys(old for old, _ in dated), start=1)}
    return replace(
        timeline,
        events=tuple((ranks[position], event) for position, event in dated),
        undated=tuple(event for event in timeline.undated if event.id in kept),
        expected=(),
        conflicts=tuple(conflict for conflict in timeline.conflicts if conflict.event in told),
        series={key: series for key, series in timeline.series.items() if key in kept},
        parts={key: parts for key, parts in timeline.parts.items() if key in told},
        possible=(),
        left_out=(),
    )


def _nearness(event: Event) -> float:
    """1 at character 0 of an article, one half at character 400, and less and less behind; the best of the mentions."""
    first = min(piece.trigger.span.start for piece in event.evidence)
    return _LEAD_CHARACTERS / (_LEAD_CHARACTERS + first)


def _firmness(factuality: Factuality) -> float:
    """The product of the factors for certainty, polarity, and whether it happened."""
    happened = 1.0 if factuality.realis is Realis.ACTUAL else _EXPECTED_FACTOR
    return _CERTAINTY_FACTORS[factuality.certainty] * _POLARITY_FACTORS[factuality.polarity] * happened
