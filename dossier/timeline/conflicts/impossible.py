"""What one person cannot have done: two people under one name are likelier, or a false report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice

from dossier.model import SURE_LINK, Actor, Conflict, Event, EventTypes, Kind, Reading, Role, When
from dossier.timeline.conflicts.contradictions import firm_date
from dossier.timeline.conflicts.far_places import are_far_apart

IMPOSSIBLE = frozenset(("life", "whereabouts"))
"""The fields of these conflicts."""
_Dated = tuple[When, Event]


def impossibilities(actor: Actor, events: Iterable[Event], types: EventTypes) -> Iterator[Conflict]:
    """What a person is told, as facts with firm dates, to have done or undergone, and cannot have.

    Of field ``life``, whose values are EDTF: the first act after the first death, or another death; and the last act
    before being born. An act is what only the living do or undergo. Of field ``whereabouts``, whose values are names of
    places: acts in two places on one day that lie far apart.
    """
    if actor.kind is not Kind.PERSON:
        return
    facts = sorted((event for event in events if event.factuality.is_fact), key=lambda event: event.id)
    dated = [(when, event) for event in facts if (when := _date(event))]
    acts = [(when, event) for when, event in dated if _is_alive_in(event, actor, types)]
    deaths = [(when, event) for event in facts if _dies_in(event, actor, types) and (when := _date_of_death(event))]
    births = [(when, event) for when, event in dated if types[event.type].patient_is_born and _undergoes(event, actor)]
    further = [one for one in dated if _dies_in(one[1], actor, types)]
    yield from islice(chain(_after_death(deaths, acts), _after_death(deaths, further)), 1)
    yield from _before_birth(births, acts)
    yield from _in_two_places([one for one in acts if _is_there(one[1], actor)])


def recounted(conflict: Conflict, told: Mapping[str, Event], shown: Mapping[str, Event]) -> Conflict:
    """The conflict of events as ``told``, by id, with the numbers that its mentions have in those as ``shown``.

    A mention that is not shown is left out.
    """

    def reading(one: Reading) -> Reading:
        key = one.event or conflict.event
        places = {piece.trigger_key: place for place, piece in enumerate(shown[key].evidence)}
        cited = (places.get(told[key].evidence[index].trigger_key) for index in one.mentions)
        return replace(one, mentions=tuple(sorted(place for place in cited if place is not None)))

    return replace(conflict, readings=tuple(map(reading, conflict.readings)))


def _after_death(deaths: Sequence[_Dated], acts: Iterable[_Dated]) -> Iterator[Conflict]:
    if deaths:
        died, death = min(deaths, key=lambda one: (one[0].end, one[1].id))
        if later := [(when, event) for when, event in acts if died.before(when)]:
            yield _conflict("life", (died, death), min(later, key=lambda one: (one[0].start, one[1].id)))


def _before_birth(births: Sequence[_Dated], acts: Iterable[_Dated]) -> Iterator[Conflict]:
    if births:
        born, birth = max(births, key=lambda one: (one[0].start, one[1].id))
        if earlier := [(when, event) for when, event in acts if when.before(born)]:
            yield _conflict("life", (born, birth), max(earlier, key=lambda one: (one[0].end, one[1].id)))


def _conflict(field: str, one: _Dated, other: _Dated) -> Conflict:
    first, second = (Reading(when.edtf, _mentions_dated(event, when)) for when, event in (one, other))
    return Conflict(one[1].id, field, (first, Reading(second.value, second.mentions, event=other[1].id)))


def _in_two_places(acts: Sequence[_Dated]) -> Iterator[Conflict]:
    """The first two acts on one day in places far apart."""
    by_day: dict[str, list[Event]] = {}
    for when, event in acts:
        if when.is_within_a_day and when.earliest:
            by_day.setdefault(when.earliest.isoformat(), []).append(event)
    for _, events in sorted(by_day.items()):
        for number, event in enumerate(events):
            other = next((one for one in events[:number] if are_far_apart(one.place, event.place)), None)
            if other and other.place and event.place:
                readings = Reading(other.place.name, _mentions_at(other)), _at(event)
                yield Conflict(other.id, "whereabouts", readings)
                return


def _at(event: Event) -> Reading:
    return Reading(event.place.name if event.place else "", _mentions_at(event), event=event.id)


def _dies_in(event: Event, actor: Actor, types: EventTypes) -> bool:
    return types[event.type].patient_dies and _undergoes(event, actor)


def _is_alive_in(event: Event, actor: Actor, types: EventTypes) -> bool:
    kind = types[event.type]
    acts = kind.agent_must_live and _has_role(event, actor, Role.AGENT)
    return acts or (kind.patient_must_live and _undergoes(event, actor))


def _undergoes(event: Event, actor: Actor) -> bool:
    return _has_role(event, actor, Role.PATIENT)


def _has_role(event: Event, actor: Actor, role: Role) -> bool:
    return any(player.entity == actor.id and player.role is role for player in event.participants)


def _is_there(event: Event, actor: Actor) -> bool:
    """Whether the links of the actor and of the place to the event are sure."""
    sure = any(player.entity == actor.id and player.confidence >= SURE_LINK for player in event.participants)
    return sure and event.place is not None and event.place.confidence >= SURE_LINK


def _date(event: Event) -> When | None:
    """The event's date, if the first mention with that date gives it firmly."""
    same_date = (piece for piece in event.evidence if piece.dating == event.dating)
    return next((firm_date(piece.dating, piece.dated_by) for piece in same_date), None)


def _date_of_death(event: Event) -> When | None:
    """The firm date; else the first bound by which a mention tells the death: "had died" in an article of 14 March."""
    told = (piece.dating.when for piece in event.evidence)
    bounds = [(when.end, when.edtf, when) for when in told if when and when.first is None and when.end]
    return _date(event) or (min(bounds)[-1] if bounds else None)


def _mentions_dated(event: Event, when: When) -> tuple[int, ...]:
    """The indices of the mentions with that date."""
    return tuple(index for index, piece in enumerate(event.evidence) if piece.dating.when == when)


def _mentions_at(event: Event) -> tuple[int, ...]:
    """The indices of the mentions that name the event's place."""
    name = event.place.name if event.place else ""
    return tuple(index for index, piece in enumerate(event.evidence) if piece.place and piece.place.name == name)
