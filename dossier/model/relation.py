"""Temporal relations between events: which comes before which, and the words that say so."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.model.quote import Quote


class RelationType(StrEnum):
    """How one event (the source) lies to another (the target): types of TimeML's TLINK (TimeML 1.2.1).

    Each says less than Allen's relation (1983) of that name, as English connectives do. TimeML's AFTER is written as
    BEFORE with source and target swapped.
    """

    BEFORE = "before"
    """The source is over when the target begins."""
    IS_INCLUDED = "is_included"
    """The source lies within the target."""
    BEGUN_BY = "begun_by"
    """The source began at or in the target."""
    ENDED_BY = "ended_by"
    """The source ended at or in the target."""
    SIMULTANEOUS = "simultaneous"
    """The two have some time in common."""

    @property
    def inverse(self) -> str:
        """TimeML's name for the same relation seen from the target.

        >>> RelationType.BEFORE.inverse
        'after'
        """
        return _INVERSES[self]


_INVERSES = {
    RelationType.BEFORE: "after",
    RelationType.IS_INCLUDED: "includes",
    RelationType.BEGUN_BY: "begins",
    RelationType.ENDED_BY: "ends",
    RelationType.SIMULTANEOUS: "simultaneous",
}


@dataclass(frozen=True, slots=True)
class RelationMention:
    """A relation as the text tells it, between two events (by id) of one sentence or of two that follow each other.

    ``cue`` is the connective that says so; None where only the tense of the verbs does. Raises ValueError when it
    relates an event to itself.
    """

    source: str
    target: str
    type: RelationType
    cue: Quote | None = None

    def __post_init__(self) -> None:
        _refuse_loop(self.source, self.target)


@dataclass(frozen=True, slots=True)
class Witness:
    """One place that tells of a relation: the article's id, the sentence of the source, both triggers, the connective.

    ``target_quote`` is the sentence of the target where that is another one, else None. Raises ValueError when a
    trigger or the connective lies outside these sentences.
    """

    article: str
    quote: Quote
    source: Quote
    target: Quote
    cue: Quote | None = None
    target_quote: Quote | None = None

    def __post_init__(self) -> None:
        sentences = [quote.span for quote in (self.quote, self.target_quote) if quote]
        for part in filter(None, (self.source, self.target, self.cue)):
            if not any(sentence.covers(part.span) for sentence in sentences):
                raise ValueError(f"{part.span} lies outside its quote {self.quote.span}")


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between two events across all articles (by id), with the sentences that tell it.

    Raises ValueError when it relates an event to itself, or nothing tells it.
    """

    source: str
    target: str
    type: RelationType
    evidence: tuple[Witness, ...]

    def __post_init__(self) -> None:
        _refuse_loop(self.source, self.target)
        if not self.evidence:
            raise ValueError(f"{self.source} and {self.target}: a relation is told at least once")

    @property
    def is_said(self) -> bool:
        """Whether a connective says so somewhere, not the tense of the verbs alone."""
        return any(witness.cue for witness in self.evidence)

    def seen_from(self, event: str) -> str:
        """How the event with that id, one of the two, lies to the other one, by TimeML's names."""
        return self.type.value if event == self.source else self.type.inverse


def _refuse_loop(source: str, target: str) -> None:
    if source == target:
        raise ValueError(f"{source} cannot stand in a relation to itself")
