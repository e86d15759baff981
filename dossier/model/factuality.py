"""How sure, and whether it happened at all: FactBank's two scales (Saurí and Pustejovsky 2009), and realis (ERE)."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.model.quote import Quote


class Certainty(StrEnum):
    """The commitment of the source to what is said."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNDERSPECIFIED = "underspecified"


class Polarity(StrEnum):
    """Whether the source says that it is so, or that it is not."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNDERSPECIFIED = "underspecified"


class Realis(StrEnum):
    """In what sense an event is told, after the realis attribute of Rich ERE; its "other" is divided further."""

    ACTUAL = "actual"
    """As something that took place, or did not."""
    GENERIC = "generic"
    """As what happens in general or again and again."""
    FORECAST = "forecast"
    """As something that will, or may, come."""
    PLAN = "plan"
    """As something that someone intends, orders or has agreed to."""
    HYPOTHETICAL = "hypothetical"
    """As a condition, a wish, a question, an attempt, a possibility."""


class CueKind(StrEnum):
    """What a word does to the event it reaches."""

    MODAL = "modal"
    HEDGE = "hedge"
    NEGATION = "negation"
    CONDITION = "condition"
    QUESTION = "question"
    PURPOSE = "purpose"
    PLAN = "plan"
    ATTEMPT = "attempt"
    BELIEF = "belief"
    EXPECTATION = "expectation"
    DENIAL = "denial"
    REPORT = "report"
    QUOTATION = "quotation"
    """Words in quotation marks of which the text does not say whose they are."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that make an event less than a plain fact, and what they do."""

    quote: Quote
    kind: CueKind


@dataclass(frozen=True, slots=True)
class Factuality:
    """Certainty, polarity and realis together.

    >>> Factuality(Certainty.CERTAIN, Polarity.POSITIVE).is_fact
    True
    """

    certainty: Certainty
    polarity: Polarity
    realis: Realis = Realis.ACTUAL

    @property
    def is_fact(self) -> bool:
        """Whether the source is sure that it happened; a sure forecast is no fact."""
        sure = self.certainty is Certainty.CERTAIN and self.polarity is Polarity.POSITIVE
        return sure and self.realis is Realis.ACTUAL

    @property
    def is_expected(self) -> bool:
        """Whether it is told as still to come: a forecast or a plan."""
        return self.realis in (Realis.FORECAST, Realis.PLAN)


CERTAIN = Factuality(Certainty.CERTAIN, Polarity.POSITIVE)
