"""What a person did after dying: two people under one name, or a false report."""

from collections.abc import Iterable

from dossier.model import Actor, Conflict, Event, EventTypes, Kind, Reading, Role, When
from dossier.timeline.contradictions import firm


def revival(actor: Actor, events: Iterable[Event], types: EventTypes) -> Conflict | None:
    """A person's death and the first act after it, both told as facts with firm dates; None where there is none.

    The field is ``life``, the values are EDTF. Of several deaths the first counts.
    """
    if actor.kind is not Kind.PERSON:
        return None
    told = [(when, event) for event in events if event.factuality.is_fact and (when := _date(event))]
    deaths = [
        (when, event) for when, event in told if types[event.type].patient_dies and _has(event, actor, Role.PATIENT)
    ]
    if not deaths:
        return None
    died, death = min(deaths, key=lambda one: (one[0].end, one[1].id))
    later = [(when, event) for when, event in told if died.before(when) and _is_alive_in(event, actor, types)]
    if not later:
        return None
    acted, act = min(later, key=lambda one: (one[0].start, one[1].id))
    return Conflict(
        death.id,
        "life",
        (Reading(died.edtf, _mentions(death, died)), Reading(acted.edtf, _mentions(act, acted), event=act.id)),
    )


def _is_alive_in(event: Event, actor: Actor, types: EventTypes) -> bool:
    kind = types[event.type]
    acts = kind.agent_must_live and _has(event, actor, Role.AGENT)
    return acts or (kind.patient_must_live and _has(event, actor, Role.PATIENT))


def _has(event: Event, actor: Actor, role: Role) -> bool:
    return any(player.entity == actor.id and player.role is role for player in event.participants)


def _date(event: Event) -> When | None:
    """The event's date, where one of its mentions gives it firmly."""
    return next((firm(piece.dating, piece.dated_by) for piece in event.evidence if piece.dating == event.dating), None)


def _mentions(event: Event, when: When) -> tuple[int, ...]:
    return tuple(number for number, piece in enumerate(event.evidence) if piece.dating.when == when)
