"""Warnings not to expect too much of what befell an actor: "Experts warn that one arrest does not end the trade"."""

from collections.abc import Iterable, Mapping, Sequence

from dossier.model import Event, EventTypes, Evidence, Span
from dossier.text.word_lists import word_lists
from dossier.timeline.worth.part_worth import GRAVE_IMPORTANCE

_WARNING = word_lists("dossier.timeline", "timeline_words.toml")["warning"]


def cautions(
    events: Iterable[Event],
    own: Mapping[str, Sequence[Event]],
    foreseen: Mapping[str, Sequence[Event]],
    types: EventTypes,
) -> dict[str, list[Event]]:
    """The warnings that belong beside the forecasts of what follows from what befell an actor, by the actor's id.

    ``own`` has the events in the timeline of each actor, ``foreseen`` those forecasts. A warning stands in an article
    with one of them, and its sentence tells of nobody's event of a kind that the article tells of the actor. The
    warnings come in the order of ``events``.
    """
    events = list(events) if foreseen else []
    warnings = [event for event in events if types[event.type].reporting and event.evidence[0].lemma in _WARNING]
    kinds = _kinds_of_nobody(events, {_sentence(one.evidence[0]) for one in warnings}, types)
    found: dict[str, list[Event]] = {}
    for actor, forecasts in foreseen.items():
        articles = {piece.article for event in forecasts for piece in event.evidence}
        befell = {
            (piece.article, _kind(event, types))
            for event in own[actor]
            for piece in event.evidence
            if types[event.type].importance >= GRAVE_IMPORTANCE
        }
        known = {event.id for event in own[actor]}
        for event in warnings:
            shown = event.evidence[0]
            of_warning = {(shown.article, kind) for kind in kinds[_sentence(shown)]}
            if shown.article in articles and event.id not in known and not befell.isdisjoint(of_warning):
                found.setdefault(actor, []).append(event)
    return found


def _kinds_of_nobody(
    events: Iterable[Event], sentences: set[tuple[str, Span]], types: EventTypes
) -> dict[tuple[str, Span], set[str]]:
    """The kinds of those events in these sentences in which no actor has a part."""
    kinds: dict[tuple[str, Span], set[str]] = {sentence: set() for sentence in sentences}
    for event in events:
        for piece in event.evidence:
            if (at := _sentence(piece)) in kinds and not any(player.entity for player in piece.participants):
                kinds[at].add(_kind(event, types))
    return kinds


def _sentence(piece: Evidence) -> tuple[str, Span]:
    return piece.article, piece.quote.span


def _kind(event: Event, types: EventTypes) -> str:
    """The type of an event; all by which somebody dies are of one kind."""
    return "death" if types[event.type].patient_dies else event.type
