"""How much types of events matter to a reader, and how much a part in one does: the one place for such weights."""

from dossier.model import Event, Role

_TYPES = {
    1.0: "death killing execution attack conquest disaster abduction",
    0.9: "arrest charge verdict sentence injury dismissal appointment election bankruptcy merger founding extradition",
    0.8: "birth marriage disappearance escape rescue release pardon trial lawsuit crime sanction retreat unrest "
    "displacement acquisition launch agreement end fighting",
    0.7: "investigation search appeal damage mobilisation protest threat nomination treatment leave discovery "
    "production refusal",
    0.6: "payment meeting contest dispute recruitment cooperation criticism order hardship",
    0.5: "transfer aid promise support decision request",
    0.4: "receipt contact movement change",
    0.3: "other",
    0.2: "beginning statement",
}
_WEIGHTS = {name: weight for weight, names in _TYPES.items() for name in names.split()}
_OWN = 0.7
"""Of a type that a user's ontology adds: somebody cared to list it."""

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
"""The weight from which an event matters to those that it only touches."""


def weight(event: Event) -> float:
    """From 0 to 1, by its type: deaths before deals before remarks."""
    return _WEIGHTS.get(event.type, _OWN)


def part(event: Event, actor: str) -> float:
    """What the actor's (id) part in the event is worth, the best of several; 0 where it has none."""
    roles = {player.role for player in event.participants if player.entity == actor}
    if event.place and event.place.entity == actor:
        roles.add(Role.PLACE)
    return max((PARTS[role] for role in roles), default=0.0)
