"""What an analyst may decide: who is who, which event is which, and what was read wrong."""

import re
from dataclasses import dataclass
from enum import StrEnum

from dossier.model.factuality import Certainty, Polarity, Realis
from dossier.model.marking import Marking
from dossier.model.mentions import Kind, Role
from dossier.model.pointer import ActorPointer, EventPointer, JudgedPointer, Pointer, WordsPointer
from dossier.model.when import When

_ARTICLE_ID = re.compile(r"[0-9a-f]{16}")


class Verdict(StrEnum):
    """Whether two things are one."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


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


@dataclass(frozen=True, slots=True)
class Retyping:
    """The type of an event, one of the event types of the case."""

    event: EventPointer
    type: str


@dataclass(frozen=True, slots=True)
class CertaintyCorrection:
    """How sure the source of an event is."""

    event: EventPointer
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class PolarityCorrection:
    """Whether the source of an event says that it is so, or that it is not."""

    event: EventPointer
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class RealisCorrection:
    """In what sense an event is told: as what took place, as a plan, as a possibility."""

    event: EventPointer
    realis: Realis


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an event was: the name of a place, or other words; empty where that is not known."""

    event: EventPointer
    place: str


@dataclass(frozen=True, slots=True)
class SpeakerCorrection:
    """Who says that an event was: a name, or other words; empty where the article itself says so."""

    event: EventPointer
    speaker: str


@dataclass(frozen=True, slots=True)
class Participation:
    """The part that somebody has in an event; where nobody bears the name, it is plain words."""

    event: EventPointer
    participant: ActorPointer
    role: Role


@dataclass(frozen=True, slots=True)
class Rewording:
    """The line of an event in the analyst's words."""

    event: EventPointer
    line: str


@dataclass(frozen=True, slots=True)
class MentionIdentity:
    """Whether these words mean the actor: a pronoun, a description or a name, at its place in an article."""

    words: WordsPointer
    actor: ActorPointer
    is_meant: bool


@dataclass(frozen=True, slots=True)
class NobodyMeant:
    """These words mean nobody who is known."""

    words: WordsPointer


@dataclass(frozen=True, slots=True)
class Reclassification:
    """What an actor is."""

    actor: ActorPointer
    kind: Kind


@dataclass(frozen=True, slots=True)
class NameRejection:
    """A name that an actor does not have, though an article calls it so."""

    actor: ActorPointer
    name: str


@dataclass(frozen=True, slots=True)
class DescriptionRejection:
    """A description that is not to stand in the header of the actor's dossier."""

    actor: ActorPointer
    description: str


@dataclass(frozen=True, slots=True)
class DescriptionChoice:
    """The description that stands first in the header of the actor's dossier: an article's, or the analyst's words."""

    actor: ActorPointer
    description: str


@dataclass(frozen=True, slots=True)
class AddedEvent:
    """An event that these words tell, though it was not read; ``line`` is empty where their sentence is its line.

    ``of`` is the name of an actor who has a part in it, though the words may not mention him: NAME, or NAME@ARTICLE
    with the id of an article; it may be empty.
    """

    words: WordsPointer
    type: str
    when: When | None = None
    line: str = ""
    of: str = ""

    @property
    def actor(self) -> ActorPointer | None:
        """The actor who has a part in it, if one is given.

        >>> AddedEvent(None, "arrest", of="Brandt@0f0f0f0f0f0f0f0f").actor
        ActorPointer(name='Brandt', article='0f0f0f0f0f0f0f0f')
        """
        name, _, article = self.of.rpartition("@")
        if name and _ARTICLE_ID.fullmatch(article):
            return ActorPointer(name, article)
        return ActorPointer(self.of) if self.of else None


@dataclass(frozen=True, slots=True)
class AnalystNote:
    """What the analyst has to say about something. It changes nothing.

    ``marking`` is to whom it may be passed on; without one it stands in no edition with a marking.
    """

    about: JudgedPointer
    text: str
    marking: Marking | None = None


Decision = (
    Identity
    | Renaming
    | Rejection
    | Redating
    | Hiding
    | EventMarking
    | Involvement
    | Retyping
    | CertaintyCorrection
    | PolarityCorrection
    | RealisCorrection
    | Placement
    | SpeakerCorrection
    | Participation
    | Rewording
    | MentionIdentity
    | NobodyMeant
    | Reclassification
    | NameRejection
    | DescriptionRejection
    | DescriptionChoice
    | AddedEvent
    | AnalystNote
)
