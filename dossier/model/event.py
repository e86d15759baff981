"""An event across all articles, with its evidence."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.model.attribution import Attribution
from dossier.model.factuality import Factuality
from dossier.model.grammar import Number, PartOfSpeech
from dossier.model.link import Link
from dossier.model.mentions import Dating, Role
from dossier.model.quantity import Quantity
from dossier.model.quote import Quote
from dossier.model.relation import Relation
from dossier.model.when import Period


@dataclass(frozen=True, slots=True)
class RolePlayer:
    """Who takes part; ``entity`` is the actor's id, or None where only the words are known."""

    name: str
    role: Role
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """Where it happened; ``entity`` is the place's id, where it is a known actor."""

    name: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One mention of an event: the article's id, the trigger word, and the sentence that says so, verbatim.

    ``dated_by`` is the rule that gave its date: a DatingRule, unless it comes from a file of another version.
    ``origin`` is the id of the article that the words come from, where this one is a copy of it or quotes it; it may be
    one outside the evidence. ``participants`` and ``place`` are those of this mention alone. ``lemma`` is the
    trigger's, with all words of a phrase ("step down"); ``part_of_speech`` and ``number`` are the trigger's too, None
    where no parse says so.
    """

    article: str
    trigger: Quote
    quote: Quote
    dating: Dating
    factuality: Factuality
    attribution: Attribution | None = None
    dated_by: str | None = None
    quantities: tuple[Quantity, ...] = ()
    origin: str | None = None
    participants: tuple[RolePlayer, ...] = ()
    place: Setting | None = None
    lemma: str | None = None
    part_of_speech: PartOfSpeech | None = None
    number: Number | None = None

    def __post_init__(self) -> None:
        if not self.quote.span.covers(self.trigger.span):
            raise ValueError(f"trigger {self.trigger.span} lies outside its quote {self.quote.span}")


class Choice(StrEnum):
    """How the date of an event was chosen from those of its mentions, in this order."""

    JUDGEMENT = "judgement"
    """The analyst gave it."""
    ONLY = "only"
    """All mentions that have a date have this one."""
    SOURCES = "sources"
    """More independent sources have it, or one that it lies in, than any other; where as many do, more articles."""
    BASIS = "basis"
    """It is written out, the others are worked out or bounds; or it is firm, the others are about."""
    PRECISION = "precision"
    """It is the narrowest, and lies within the others."""
    EARLIEST = "earliest"
    """Nothing tells them apart: the article that was published first has it."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What order says of an event's time: not before ``period`` begins, or not after it ends.

    ``period`` is of the date of another event, ``anchor`` (its id); ``relation`` is the one that ties the event to
    that other, or to the first of those that lead there.
    """

    period: Period
    anchor: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its line for the reader, its date and basis, who took part, how sure, and all its evidence.

    ``independent_sources`` counts origins, not copies. ``not_before`` and ``not_after`` are what its place among other
    events adds to its own date. ``choice`` says how its date was chosen from those of its mentions, None where it has
    none. ``links`` say why its mentions are one event's, and which others came near and were kept apart.
    ``importance`` is from 0 to 1, for the actor in whose timeline it stands.

    Raises ValueError when there is no evidence, or more sources than evidence.
    """

    id: str
    type: str
    summary: str
    dating: Dating
    factuality: Factuality
    evidence: tuple[Evidence, ...]
    participants: tuple[RolePlayer, ...] = ()
    place: Setting | None = None
    attribution: Attribution | None = None
    independent_sources: int = 1
    not_before: Bound | None = None
    not_after: Bound | None = None
    choice: Choice | None = None
    links: tuple[Link, ...] = ()
    importance: float = 0.0

    def __post_init__(self) -> None:
        if not 1 <= self.independent_sources <= len(self.evidence):
            raise ValueError(
                f"{self.id}: {self.independent_sources} sources for {len(self.evidence)} pieces of evidence"
            )
