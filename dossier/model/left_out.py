"""Events that belong to an actor and have no line in its timeline, each with the reason."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.model.event import Event


class LeftOutReason(StrEnum):
    """Why an event has no line of its own: see docs/worth-a-line.md. The values are written to files."""

    NOT_ALONE = "not alone"
    """Its line cannot be read without the article, or is no statement: "It has said so too.", "Did it sink?\""""
    UNKNOWN_SPEAKER = "unknown speaker"
    """It is told within a quotation, and nobody knows whose."""
    UNCERTAIN = "uncertain"
    """It is a light event of which the words leave open whether it took place."""
    GENERAL = "general"
    """It tells what happens again and again: "Ships sink in the strait every year.\""""
    STATE = "state"
    """It tells how things are: "The Orlov Bank has ten branches.\""""
    FIGURE = "figure"
    """It is one of several running totals: "The flood has killed 40 people so far.\""""
    TALK = "talk"
    """Somebody only remarks on something, or speaks to the actor: "Ada Brandt stressed that it was important.\""""
    IN_PASSING = "in passing"
    """The actor is only named inside the phrase of another, in an event not grave or long past; or not named at all."""
    LITTLE_INTEREST = "little interest"
    """Readers have seldom wanted lines of its kind: a score learned from their verdicts is low."""
    ROUTINE = "routine"
    """It is a light event of every day: "Ada Brandt opened the door.\""""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An event without a line, and why."""

    event: Event
    reason: LeftOutReason
