"""The order in which a reader sees events."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from dossier.model import Basis, Citation, Event

Key = tuple[datetime, datetime]


def has_place_in_time(event: Event) -> bool:
    """Whether the text gives it a date or a bound; a bound that only its tense gives does not count."""
    return event.dating.when is not None and event.dating.basis is not Basis.INFERRED


def ranked(events: Iterable[Event]) -> tuple[tuple[int, Event], ...]:
    """The events by date, each with its dense rank from 1: those of one and the same date share a rank."""
    ordered = sorted(events, key=lambda event: (_date(event), _reading(event)))
    result: list[tuple[int, Event]] = []
    for event in ordered:
        same = bool(result) and _date(result[-1][1]) == _date(event)
        last = result[-1][0] if result else 0
        result.append((last if same else last + 1, event))
    return tuple(result)


def in_reading_order(events: Iterable[Event], articles: Mapping[str, Citation]) -> tuple[Event, ...]:
    """The events by the publication of the article that tells them (unknown ones last), then as they stand there."""

    def key(event: Event) -> tuple[datetime, tuple[str, int]]:
        published = articles[event.evidence[0].article].published.when
        return (published.end or datetime.max if published else datetime.max), _reading(event)

    return tuple(sorted(events, key=key))


def _date(event: Event) -> Key:
    when = event.dating.when
    if when is None:
        raise ValueError(f"{event.id} has no date")
    start, end = when.start, when.end
    return start or end or datetime.max, end or datetime.max


def _reading(event: Event) -> tuple[str, int]:
    first = event.evidence[0]
    return first.article, first.trigger.span.start
