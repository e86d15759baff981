"""A type of event."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model import QuantityKind, Role


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event, what it is called elsewhere, and the roles of those who take part.

    ``subject`` and ``object`` are the roles of an active verb's; ``of`` that of the noun behind "the death of",
    ``possessive`` that of the one before "'s death" (by default the same); ``prepositions`` the roles behind others.
    ``counts`` is what a number of patients is a number of.

    PLOVER (2018) and CAMEO (2012) are the codings of political events of the Open Event Data Alliance and of Schrodt,
    ACE the event types and subtypes of the ACE 2005 English annotation guidelines of the LDC.
    """

    name: str
    about: str = ""
    plover: str | None = None
    cameo: tuple[str, ...] = ()
    ace: str | None = None
    subject: Role = Role.AGENT
    object: Role = Role.PATIENT
    of: Role = Role.PATIENT
    possessive: Role = Role.PATIENT
    prepositions: Mapping[str, Role] = field(default_factory=dict)
    counts: QuantityKind | None = None
