"""What the analyst corrected at the head of an actor's dossier."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ActorField(StrEnum):
    """What of an actor can be corrected, a field by its name in ``timeline.json``."""

    NAME = "name"
    KIND = "kind"
    ALIASES = "aliases"
    DESCRIPTIONS = "descriptions"


@dataclass(frozen=True, slots=True)
class ActorCorrection:
    """One field of an actor: ``value`` is the analyst's, ``read`` what was read in the articles; both are words.

    Without a ``value`` the analyst took out what was read; an alias or a description that he gave stands first.
    ``judgement`` is the id of the decision, ``by`` and ``made`` say whose it is and of which day.
    """

    field: ActorField
    value: str
    read: str
    judgement: str
    by: str
    made: date | None = None
