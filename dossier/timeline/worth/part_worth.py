"""What a part in an event is worth to the actor who has it. What the event's type is worth stands with the type."""

from collections.abc import Iterator

from dossier.model import Event, Evidence, Role

DOING_OR_UNDERGOING = frozenset((Role.AGENT, Role.PATIENT))
ROLE_WORTH = {
    Role.AGENT: 1.0,
    Role.PATIENT: 1.0,
    Role.RECIPIENT: 0.9,
    Role.INSTRUMENT: 0.9,
    Role.PLACE: 0.7,
    Role.OTHER: 0.6,
}
"""From 0 to 1; set by hand, no measurement is recorded. ``OTHER`` has who is only named inside a participant's phrase:
ISIS in "the fall of its caliphate"."""
_BYSTANDING = frozenset((Role.PLACE, Role.OTHER))

LISTED_IMPORTANCE = 0.5
"""The importance of a type from which its events are listed for those whom they only touch, and listed although they
did not happen. Set by hand, between a criticism (0.6) and a movement (0.4); no measurement is recorded."""

GRAVE_IMPORTANCE = 0.8
"""Importance of a type whose events are told though the actor is only named in them: a sanction (0.8), no payment.
Set by hand; no measurement is recorded."""


def part_worth(event: Event, actor: str) -> float:
    """What the part of the actor (an id) in the event is worth: the best of its roles, 0 where it has none."""
    return max((ROLE_WORTH[role] for role in roles_of(event, actor)), default=0.0)


def is_foreseen(event: Event, actor: str) -> bool:
    """Whether it is what may follow from another event of the actor, or a warning beside that.

    The actor itself has no part in it.
    """
    return part_worth(event, actor) == 0


def acting_worth(event: Event, actor: str) -> float:
    """As ``part_worth``, but 0 for an actor who neither does nor undergoes anything: its place, or only named in it."""
    return max((ROLE_WORTH[role] for role in roles_of(event, actor) - _BYSTANDING), default=0.0)


def roles_of(event: Event, actor: str) -> frozenset[Role]:
    """The roles that the actor (an id) has in the event; its place is one of them."""
    return frozenset(role for role, _ in links_of(event, actor))


def links_of(told: Event | Evidence, actor: str) -> Iterator[tuple[Role, float]]:
    """The roles of the actor (an id) in an event or in one mention of it, each with the confidence of its link."""
    for player in told.participants:
        if player.entity == actor:
            yield player.role, player.confidence
    if told.place and told.place.entity == actor:
        yield Role.PLACE, told.place.confidence
