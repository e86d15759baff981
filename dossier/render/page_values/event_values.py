"""The events of an entry as values that are not worded: for templates that count, sort or link."""

from dataclasses import dataclass
from datetime import date

from dossier.model import Basis, Certainty, Event, EventField, Polarity, Realis, Role


@dataclass(frozen=True, slots=True)
class ParticipantValue:
    """Who takes part: ``name``, ``role`` ("agent", "patient" …), and ``entity``, the id of the actor, None for none."""

    name: str
    role: Role
    entity: str | None


@dataclass(frozen=True, slots=True)
class EventValues:
    """One event of an entry, by the values of ``timeline.json``.

    ``id`` and ``type`` are those of the event, ``trigger`` is the word that tells it. ``edtf`` is its date (EDTF);
    ``earliest`` and ``latest`` are its first and last possible day, ``basis`` says how it is known ("explicit",
    "relative" …). ``reported`` is the date of the first report (EDTF). All dates may be None. ``certainty``,
    ``polarity`` and ``realis`` say how far the source goes. ``participants`` take part; ``place`` is its name and
    ``place_entity`` the id of the actor that it is, None where there is none. ``sources`` counts independent sources,
    ``importance`` is from 0 to 1. ``judged`` names the fields that the analyst corrected.
    """

    id: str
    type: str
    trigger: str
    edtf: str | None
    earliest: date | None
    latest: date | None
    basis: Basis
    reported: str | None
    certainty: Certainty
    polarity: Polarity
    realis: Realis
    participants: tuple[ParticipantValue, ...]
    place: str | None
    place_entity: str | None
    sources: int
    importance: float
    judged: tuple[EventField, ...]


def event_values(event: Event) -> EventValues:
    """The values of an event."""
    when, place, factuality = event.dating.when, event.place, event.factuality
    return EventValues(
        id=event.id,
        type=event.type,
        trigger=event.evidence[0].trigger.exact,
        edtf=when.edtf if when else None,
        earliest=when.earliest if when else None,
        latest=when.latest if when else None,
        basis=event.dating.basis,
        reported=event.reported.first.edtf if event.reported else None,
        certainty=factuality.certainty,
        polarity=factuality.polarity,
        realis=factuality.realis,
        participants=tuple(ParticipantValue(one.name, one.role, one.entity) for one in event.participants),
        place=place.name if place else None,
        place_entity=place.entity if place else None,
        sources=event.independent_sources,
        importance=event.importance,
        judged=event.judged,
    )
