"""What was read from one article: times, actors and events at their places in the text."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.model.attribution import Attribution
from dossier.model.factuality import CERTAIN, Cue, Factuality
from dossier.model.grammatical_features import Definiteness, Number, PartOfSpeech, Tense
from dossier.model.likely_day import LikelyDay
from dossier.model.quantity import Quantity
from dossier.model.quote import Quote, Span
from dossier.model.sieve import Sieve
from dossier.model.when import When


class TimexType(StrEnum):
    """The four types of TIMEX3 (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Basis(StrEnum):
    """How a date is known: written out, computed from an anchor, bounded by tense or order, or not at all."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    INFERRED = "inferred"
    NONE = "none"


class Kind(StrEnum):
    """What an actor is. A group is a nationality or a movement."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    PLACE = "place"
    PRODUCT = "product"
    WORK = "work"
    OTHER = "other"


class Form(StrEnum):
    """How a mention refers: by name, by description, or by pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Role(StrEnum):
    """The part someone has in an event."""

    AGENT = "agent"
    PATIENT = "patient"
    RECIPIENT = "recipient"
    INSTRUMENT = "instrument"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Dating:
    """A date with its basis; ``anchor`` is ``"published"`` or the id of the time it rests on.

    Raises ValueError when a date has no basis, or a basis no date.
    """

    when: When | None = None
    basis: Basis = Basis.NONE
    anchor: str | None = None

    def __post_init__(self) -> None:
        if (self.when is None) != (self.basis is Basis.NONE):
            raise ValueError(f"date {self.when} does not go with basis {self.basis!s}")

    @property
    def is_stated(self) -> bool:
        """Whether a text gives the date, or the anchor that it is worked out from."""
        return self.basis in (Basis.EXPLICIT, Basis.RELATIVE)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A temporal expression: TIMEX3 type and value, its calendar time where one follows, and the rule that read it."""

    id: str
    quote: Quote
    type: TimexType
    value: str
    dating: Dating
    rule: str


_DESCRIPTIVE = frozenset((Sieve.APPOSITION, Sieve.PREDICATE, Sieve.TITLE))


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One place where an actor is referred to.

    ``sieve`` is the rule that linked it to its actor: a Sieve, unless it comes from a file of another version.
    ``confidence`` is the probability that the link is right. ``doubt`` is what makes it less than sure (a LinkDoubt,
    likewise); None for a sure link. ``head_lemma``, ``number`` and ``definiteness`` are those of the word
    that heads the phrase ("commander" of "two senior commanders"), None where no parse says so. ``is_neutral``: it is a
    neutral description in the article's own words, which may stand at the top of a dossier. Raises ValueError when the
    confidence is not above 0 and at most 1.
    """

    quote: Quote
    form: Form
    sieve: str = Sieve.NAME
    confidence: float = 1.0
    head_lemma: str | None = None
    number: Number | None = None
    definiteness: Definiteness | None = None
    doubt: str | None = None
    is_neutral: bool = False

    def __post_init__(self) -> None:
        if not 0 < self.confidence <= 1:
            raise ValueError(f"{self.quote.exact!r}: no confidence: {self.confidence}")

    @property
    def is_description(self) -> bool:
        """Whether it says what the actor is called ("a senior commander"), and does not only take it up."""
        return self.form is Form.NOMINAL and self.sieve in _DESCRIPTIVE


@dataclass(frozen=True, slots=True)
class ActorChain:
    """All mentions of one actor in one article, in text order; ``name`` is its fullest name there.

    ``related`` are the ids of actors that it belongs to by its name ("Iraqi forces" to Iraq).

    Raises ValueError when there is no mention, or the name is blank or runs over a line.
    """

    id: str
    name: str
    kind: Kind
    mentions: tuple[ActorMention, ...]
    related: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.mentions:
            raise ValueError(f"{self.id}: an actor is mentioned at least once")
        if not self.name.strip() or "\n" in self.name:
            raise ValueError(f"{self.id}: not a name: {self.name!r}")


@dataclass(frozen=True, slots=True)
class UnnamedChain:
    """All mentions in one article of someone or something that is none of its actors: "a man … the man … who".

    ``noun`` is its lemma, with its ``number``; of a name without a kind ("Coastal Explorer") the name, without number.
    """

    noun: str
    kind: Kind
    number: Number | None
    mentions: tuple[ActorMention, ...]


@dataclass(frozen=True, slots=True)
class RefusedLink:
    """A pronoun or description that is linked to no actor, though some were likely: the ids of their chains.

    ``doubt`` is what spoke against a link: a LinkDoubt, unless it comes from a file of another version.
    """

    quote: Quote
    doubt: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """Who or what takes part in an event; ``actor`` is a chain's id, or None where only the words are known."""

    quote: Quote
    role: Role
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event happened; ``actor`` is the id of the place's chain, where it has one."""

    quote: Quote
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """One event as one sentence tells it.

    ``time`` is the id of the time in its words that dates it, ``dated_by`` the rule that gave its date: a DatingRule,
    unless it comes from a file of another version. ``cues`` are the words that bear on ``factuality``. ``summary`` is
    its line for the reader, in the article's own words. ``part_of_speech`` is that of the trigger, ``number`` and
    ``definiteness`` those of a noun ("the raids"), ``tense`` that of a verb, in a headline the past for the present;
    they are None where no parse says so. ``hangs_on`` is the id of the event that heads the main statement of which it
    is a part; None for one that heads a main statement itself.
    ``stands_alone``: a reader who sees only the summary understands it as a sentence. ``points_back`` counts the
    descriptions in the summary that point to what only earlier sentences name ("the bill"). ``likely`` is the day on
    which it most likely happened, None where its date is a day, or the article has no date. ``occurrence`` counts the
    events that one trigger tells, each at a time of its own: 2 for the second ("in 2001 and 2005"). ``is_bare``: its
    words only name it and tell nothing of it ("the murder trial" names a murder); it has no date and no summary.
    """

    id: str
    type: str
    trigger: Quote
    lemma: str
    sentence: Span
    dating: Dating = Dating()
    time: str | None = None
    participants: tuple[Participant, ...] = ()
    place: Place | None = None
    factuality: Factuality = CERTAIN
    attribution: Attribution | None = None
    dated_by: str | None = None
    cues: tuple[Cue, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    summary: str | None = None
    part_of_speech: PartOfSpeech | None = None
    number: Number | None = None
    definiteness: Definiteness | None = None
    tense: Tense | None = None
    hangs_on: str | None = None
    stands_alone: bool = True
    points_back: int = 0
    likely: LikelyDay | None = None
    occurrence: int = 1
    is_bare: bool = False

    def __post_init__(self) -> None:
        if not self.sentence.covers(self.trigger.span):
            raise ValueError(f"{self.id}: its trigger {self.trigger.span} lies outside {self.sentence}")
