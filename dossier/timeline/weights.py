"""How much a part in an event is worth; what its type is worth stands with the type (``EventType.importance``)."""

from dossier.model import Event, Role

PARTS = {
    Role.AGENT: 1.0,
    Role.PATIENT: 1.0,
    Role.RECIPIENT: 0.9,
    Role.INSTRUMENT: 0.9,
    Role.PLACE: 0.7,
    Role.OTHER: 0.6,
}
"""What a part in an event is worth to who has it; ``OTHER``: named in what another's part is told by."""

GRAVE = 0.5
"""The importance of a type from which an event matters to those that it only touches."""


def part(event: Event, actor: str) -> float:
    """What the actor's (id) part in the event is worth, the best of several; 0 where it has none."""
    roles = {player.role for player in event.participants if player.entity == actor}
    if event.place and event.place.entity == actor:
        roles.add(Role.PLACE)
    return max((PARTS[role] for role in roles), default=0.0)
