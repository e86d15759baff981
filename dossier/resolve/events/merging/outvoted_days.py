"""Bounds that rest on an outvoted day: "impounded on 1 March, after they found the drugs", where others say 2 March."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from dossier.memo import Memo
from dossier.model import Event, EventField, Period, Span, When

_BoundInSentence = tuple[str, Span, datetime | None]
"""The id of an article, the place of a sentence in it, and when a day ends that the sentence gives."""


def without_outvoted_bounds(events: Sequence[Event], memo: Memo) -> Iterator[Event]:
    """The events, each that happened by an outvoted day with the later day that was chosen instead of it.

    The day is one that a sentence gives another event, whose date is that of other articles.
    """
    chosen = _chosen_days(events)
    known = memo.table("event by a chosen day")
    for event in events:
        last = _later_day(event, chosen) if chosen else None
        yield known.recall((id(event), last), partial(_by, event, last), event) if last else event


def _chosen_days(events: Iterable[Event]) -> Mapping[_BoundInSentence, Period]:
    """By the sentence and its day: the later day that the event has."""
    found: dict[_BoundInSentence, Period] = {}
    for event in events:
        when = event.dating.when
        if len(event.evidence) < 2 or when is None or when.known_day is None or when.last is None:
            continue
        for piece in event.evidence:
            own = piece.dating.when
            if own and own.known_day and own.known_day < when.known_day:
                key = (piece.article, piece.quote.span, own.end)
                found[key] = max(found.get(key, when.last), when.last, key=lambda period: period.end)
    return found


def _later_day(event: Event, chosen: Mapping[_BoundInSentence, Period]) -> Period | None:
    """The day by which an event happened, where its own bound is the outvoted day of one of its sentences."""
    when = event.dating.when
    if when is None or when.first is not None or EventField.WHEN in event.judged:
        return None
    days = (chosen.get((piece.article, piece.quote.span, when.end)) for piece in event.evidence)
    return next(filter(None, days), None)


def _by(event: Event, last: Period) -> Event:
    return replace(event, dating=replace(event.dating, when=When(None, last)))
