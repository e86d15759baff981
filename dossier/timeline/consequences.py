"""What is expected to follow from what an actor did or underwent: "The arrest of Varga could delay the sale"."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from dossier.model import SURE_LINK, Event, Evidence, Polarity, Realis, Role, Span

_PARTS = (Role.AGENT, Role.PATIENT)
_Sentence = tuple[str, Span]
_Rank = tuple[bool, str, Span]


def consequences(events: Sequence[Event], told: Mapping[str, Iterable[Event]]) -> dict[str, list[Event]]:
    """The forecasts of whose subject an event in the timeline of an actor is a part, by the actor's id, in order.

    ``told`` has the events in the timeline of each actor. The words of the event, within the subject of the forecast,
    have to say for certain that the actor did or underwent it. Of the forecasts of what follows from one event those of
    one sentence count: the first whose source is named, else the first.
    """
    ids = {actor: {event.id for event in own} for actor, own in told.items()}
    forecasts = {event.id: event for event in events if _is_forecast(event)}
    by_sentence = _by_sentence(events, {place for event in forecasts.values() for place in _sentences(event)})
    of_cause: dict[tuple[str, str], dict[_Rank, list[Event]]] = {}
    for forecast in forecasts.values():
        causes = [one for piece in forecast.evidence for one in _causes(piece, by_sentence)]
        pairs = ((actor, cause.id) for cause, piece in causes for actor in _parties(piece))
        for actor, cause in dict.fromkeys(pairs):
            if cause in ids.get(actor, ()) and forecast.id not in ids[actor]:
                of_cause.setdefault((actor, cause), {}).setdefault(_rank(forecast), []).append(forecast)
    found: dict[str, set[str]] = {}
    for (actor, _), ranked in of_cause.items():
        found.setdefault(actor, set()).update(event.id for event in ranked[min(ranked)])
    return {actor: [event for key, event in forecasts.items() if key in chosen] for actor, chosen in found.items()}


def _rank(forecast: Event) -> _Rank:
    shown = forecast.evidence[0]
    return shown.attribution is None, shown.article, shown.quote.span


def _sentences(event: Event) -> Iterator[_Sentence]:
    return ((piece.article, piece.quote.span) for piece in event.evidence)


def _by_sentence(
    events: Iterable[Event], wanted: Collection[_Sentence]
) -> Mapping[_Sentence, list[tuple[Event, Evidence]]]:
    """The events with those of their mentions that stand in these sentences."""
    found: dict[_Sentence, list[tuple[Event, Evidence]]] = {place: [] for place in wanted}
    for event in events:
        for piece, place in zip(event.evidence, _sentences(event), strict=True):
            if place in found:
                found[place].append((event, piece))
    return found


def _is_forecast(event: Event) -> bool:
    return event.factuality.realis is Realis.FORECAST and event.factuality.polarity is Polarity.POSITIVE


def _causes(
    forecast: Evidence, by_sentence: Mapping[_Sentence, Iterable[tuple[Event, Evidence]]]
) -> Iterator[tuple[Event, Evidence]]:
    """The mentions of events within the words of the forecast's subject."""
    subjects = list(_subjects(forecast))
    for event, piece in by_sentence[forecast.article, forecast.quote.span]:
        if any(span.covers(piece.trigger.span) for span in subjects):
            yield event, piece


def _subjects(forecast: Evidence) -> Iterator[Span]:
    """The places of the agents that are no actors; of such the words are known, and stand before the trigger."""
    sentence, start = forecast.quote.exact, forecast.quote.span.start
    for one in forecast.participants:
        if one.role is Role.AGENT and one.entity is None:
            at = sentence.rfind(one.name, 0, forecast.trigger.span.start - start)
            if at >= 0:
                yield Span(start + at, start + at + len(one.name))


def _parties(piece: Evidence) -> Iterator[str]:
    """Who certainly did or underwent it, by these words."""
    for one in piece.participants:
        if one.entity and one.role in _PARTS and one.confidence >= SURE_LINK:
            yield one.entity
