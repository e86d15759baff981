"""What events of an article are and who took part, as the analyst corrected it: for what is known of its actors."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dossier.model import (
    Annotations,
    Article,
    Attribution,
    Certainty,
    EventField,
    EventMention,
    Participant,
    Polarity,
    Realis,
    TriggerKey,
)
from dossier.resolve.rulings.rulings import EventCorrection, Rulings

_Corrections = Mapping[TriggerKey, tuple[EventCorrection, ...]]


def with_judged_facts(
    read: Iterable[tuple[Article, Annotations]], rulings: Rulings
) -> Iterator[tuple[Article, Annotations]]:
    """The articles with annotations that have the type, certainty, polarity, source and parts which the rulings give.

    Annotations of which they change nothing come as the objects that they are. The events of a case are corrected
    elsewhere (``events/judged_fields.py``), where what was read is kept.
    """
    corrections = rulings.corrections
    judged = {article for article, _, _ in corrections}
    for article, found in read:
        yield article, _with_facts(found, corrections) if article.id in judged else found


def _with_facts(found: Annotations, corrections: _Corrections) -> Annotations:
    keys = ((found.article, event.trigger.span, event.occurrence) for event in found.events)
    on_events = zip(found.events, (corrections.get(key, ()) for key in keys), strict=True)
    events = tuple(_corrected(event, those, found.article) for event, those in on_events)
    is_changed = any(one is not other for one, other in zip(events, found.events, strict=True))
    return replace(found, events=events) if is_changed else found


def _corrected(event: EventMention, corrections: Iterable[EventCorrection], article: str) -> EventMention:
    for one in corrections:
        match one.field:
            case EventField.TYPE:
                event = replace(event, type=one.value)
            case EventField.CERTAINTY:
                event = replace(event, factuality=replace(event.factuality, certainty=Certainty(one.value)))
            case EventField.POLARITY:
                event = replace(event, factuality=replace(event.factuality, polarity=Polarity(one.value)))
            case EventField.REALIS:
                event = replace(event, factuality=replace(event.factuality, realis=Realis(one.value)))
            case EventField.ATTRIBUTION:
                said = Attribution(event.trigger, event.trigger, given=one.value) if one.value else None
                event = replace(event, attribution=said)
            case EventField.PARTICIPANTS if one.role:
                own = {chain for found_in, chain in one.chains if found_in == article}
                given = (Participant(event.trigger, one.role, chain) for chain in sorted(own))
                others = (part for part in event.participants if part.actor not in own)
                event = replace(event, participants=(*others, *given))
    return event
