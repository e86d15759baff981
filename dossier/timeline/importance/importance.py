"""How much an event matters: to the case, and to the actor in whose timeline it stands.

To the case it is a logistic regression over signals that a reader understands. ``importance_weights.toml`` has the
weights and says from which timelines of journalists ``scripts/learn_importance.py`` learned them.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dossier.memo import NO_MEMO, Memo, ids
from dossier.model import Citation, Event, EventTypes, Timeline
from dossier.text.weights import weight_table
from dossier.timeline.importance.importance_signals import ImportanceSignals
from dossier.timeline.worth.part_worth import part_worth

_WEIGHTS = weight_table("dossier.timeline.importance", "importance_weights.toml")
_LOG_ODDS = {name: _WEIGHTS.value(name, "log odds") for name in _WEIGHTS.names}
EVEN = 0.5
"""The interest of a line of which nobody knows whether a reader wants it."""
_LEAST_INTEREST = 1e-4  # its last decimal
_DIGITS_OF_SCORE = 1
"""Decimals of the log odds, so that what changes hardly at all changes nothing. Set by hand."""
_DIGITS = 6  # behind the point, so that no machine rounds otherwise


def weighed(
    events: Sequence[Event], articles: Mapping[str, Citation], types: EventTypes, memo: Memo = NO_MEMO
) -> list[Event]:
    """The events of a case, each with its importance for the case, from 0 to 1.

    ``articles`` are those of their evidence, by id.
    """
    signals = ImportanceSignals(events, articles, types, memo)
    if not memo.is_kept:
        return [replace(event, importance=_importance(signals.of(event))) for event in events]
    known, is_changed, found = memo.table("weighed event"), signals.counts.changes(), []
    for event in events:
        held = event, types, *(articles.get(piece.article) for piece in event.evidence)
        key = ids(held)
        last = known.get(key)
        importance = last.importance if last and not is_changed(event) else _importance(signals.of(event))
        weighty = last if last and last.importance == importance else replace(event, importance=importance)
        known.put(key, weighty, held)
        found.append(weighty)
    signals.counts.remember()
    return found


def importance_to(event: Event, actor: str | None, interest: float = EVEN) -> float:
    """How much an event of a case matters to the reader of the actor's timeline (an id), or without one of the case's.

    From 0 to 1: what the actor's part is worth, times the importance for the case, at the odds that a reader wants its
    line (``interest``). So a remark, or a torn clause, of what is important does not stand first.
    """
    own = event.importance if actor is None else part_worth(event, actor) * event.importance
    odds = min(max(interest, _LEAST_INTEREST), 1 - _LEAST_INTEREST)
    return round(own * odds / (own * odds + (1 - own) * (1 - odds)), _DIGITS)


def _importance(signals: Mapping[str, float]) -> float:
    score = _LOG_ODDS["base"] + math.fsum([_LOG_ODDS[name] * value for name, value in signals.items()])
    return round(1 / (1 + math.exp(-round(score, _DIGITS_OF_SCORE))), _DIGITS)


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
