"""What a person is told to have done after dying: two people under one name, or a false report of a death."""

from collections.abc import Iterable

from dossier.model import Actor, Conflict, Event, EventTypes, Kind, Reading, Role, When
from dossier.timeline.contradictions import firm_date


def act_after_death(actor: Actor, events: Iterable[Event], types: EventTypes) -> Conflict | None:
    """A person's death and the first act after it, both told as facts with firm dates; None where there is none.

    An act is what only the living do or undergo. The conflict's field is ``life``, its values are EDTF. Of several
    deaths the first counts.
    """
    if actor.kind is not Kind.PERSON:
        return None
    dated = [(when, event) for event in events if event.factuality.is_fact and (when := _date(event))]
    deaths = [(when, event) for when, event in dated if _dies_in(event, actor, types)]
    if not deaths:
        return None
    died, death = min(deaths, key=lambda one: (one[0].end, one[1].id))
    later = [(when, event) for when, event in dated if died.before(when) and _is_alive_in(event, actor, types)]
    if not later:
        return None
    acted, act = min(later, key=lambda one: (one[0].start, one[1].id))
    readings = (
        Reading(died.edtf, _mentions_dated(death, died)),
        Reading(acted.edtf, _mentions_dated(act, acted), event=act.id),
    )
    return Conflict(death.id, "life", readings)


def _dies_in(event: Event, actor: Actor, types: EventTypes) -> bool:
    return types[event.type].patient_dies and _has_role(event, actor, Role.PATIENT)


def _is_alive_in(event: Event, actor: Actor, types: EventTypes) -> bool:
    kind = types[event.type]
    acts = kind.agent_must_live and _has_role(event, actor, Role.AGENT)
    return acts or (kind.patient_must_live and _has_role(event, actor, Role.PATIENT))


def _has_role(event: Event, actor: Actor, role: Role) -> bool:
    return any(player.entity == actor.id and player.role is role for player in event.participants)


def _date(event: Event) -> When | None:
    """The event's date, if the first mention with that date gives it firmly."""
    same_date = (piece for piece in event.evidence if piece.dating == event.dating)
    return next((firm_date(piece.dating, piece.dated_by) for piece in same_date), None)


def _mentions_dated(event: Event, when: When) -> tuple[int, ...]:
    """The indices of the mentions with that date."""
    return tuple(index for index, piece in enumerate(event.evidence) if piece.dating.when == when)
