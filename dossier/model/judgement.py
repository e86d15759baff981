"""What the analyst decided: who is who, which event is which, and what is wrong; by whom, when and why."""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dossier.model.marking import Marking
from dossier.model.quote import Quote, TriggerKey
from dossier.model.when import When


class Verdict(StrEnum):
    """Whether two things are one."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, order=True)
class ActorPointer:
    """Everyone called by a name: in the article with that id, or in all articles where ``article`` is empty."""

    name: str
    article: str = ""


@dataclass(frozen=True, slots=True, order=True)
class EventPointer:
    """The event that a trigger tells, by the trigger's place in the article with that id.

    ``occurrence`` says which of several events it tells, each at a time of its own: 2 for the second.
    """

    article: str
    trigger: Quote
    occurrence: int = 1

    @property
    def trigger_key(self) -> TriggerKey:
        """What identifies the mention of the event."""
        return self.article, self.trigger.span, self.occurrence


Pointer = ActorPointer | EventPointer
"""What a judgement is about. It points into the articles, so it stays valid however mentions are merged."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Whether two actors, or two events, are one.

    The pair has no direction: it is kept in sorted order, so that equal decisions are equal values.

    >>> one, other = ActorPointer("a"), ActorPointer("b")
    >>> Identity(other, one, Verdict.SAME) == Identity(one, other, Verdict.SAME)
    True

    Raises ValueError when both sides are the same, or one is an actor and the other an event.
    """

    left: Pointer
    right: Pointer
    verdict: Verdict

    def __post_init__(self) -> None:
        left, right = self.left, self.right
        if type(left) is not type(right):
            raise ValueError("an actor and an event cannot be one")
        if left == right:
            raise ValueError("a judgement is about two things, and here both sides are the same")
        if left > right:  # type: ignore[operator]
            object.__setattr__(self, "left", right)
            object.__setattr__(self, "right", left)


@dataclass(frozen=True, slots=True)
class Renaming:
    """The name under which an actor is shown. Raises ValueError when it is blank."""

    actor: ActorPointer
    name: str

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError(f"{self.actor.name}: a new name has letters")


@dataclass(frozen=True, slots=True)
class Rejection:
    """What was read as the name of an actor is no name."""

    actor: ActorPointer


@dataclass(frozen=True, slots=True)
class Redating:
    """The date of an event."""

    event: EventPointer
    when: When


@dataclass(frozen=True, slots=True)
class Hiding:
    """An event that stands in no timeline."""

    event: EventPointer


@dataclass(frozen=True, slots=True)
class EventMarking:
    """To whom an event may be passed on: an edition with a lesser marking says nothing of it."""

    event: EventPointer
    marking: Marking


@dataclass(frozen=True, slots=True)
class Involvement:
    """Whether the actor has a part in the event, as the trigger tells it."""

    event: EventPointer
    actor: ActorPointer
    is_involved: bool


Decision = Identity | Renaming | Rejection | Redating | Hiding | EventMarking | Involvement


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision with its author, day and reason. Raises ValueError when ``by`` is blank."""

    decision: Decision
    by: str
    made: date | None = None
    why: str = ""

    def __post_init__(self) -> None:
        if not self.by.strip():
            raise ValueError("a judgement is signed: 'by' is empty")

    @property
    def subject(self) -> tuple[str, Pointer, Pointer | None]:
        """The kind of decision and what it is about: of two judgements on one subject the later holds."""
        decision = self.decision
        kind = type(decision).__name__.lower()
        match decision:
            case Identity():
                return kind, decision.left, decision.right
            case Renaming() | Rejection():
                return kind, decision.actor, None
            case Redating() | Hiding() | EventMarking():
                return kind, decision.event, None
            case Involvement():
                return kind, decision.event, decision.actor

    @property
    def id(self) -> str:
        """A short hash of all of it, by which it can be named and undone: ten hexadecimal digits."""
        # analysts have noted ids down, and they hold the names and fields that the two classes had when the first were
        # given
        text = repr(self).replace("ActorPointer(", "Named(").replace("EventPointer(", "Told(")
        text = text.replace(", occurrence=1)", ")")
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]
