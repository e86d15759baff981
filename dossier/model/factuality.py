"""How sure, and whether it happened at all: FactBank's two scales (Saurí and Pustejovsky 2009)."""

from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Factuality:
    """Certainty and polarity together.

    >>> Factuality(Certainty.CERTAIN, Polarity.POSITIVE).is_fact
    True
    """

    certainty: Certainty
    polarity: Polarity

    @property
    def is_fact(self) -> bool:
        """Whether the source commits itself to its having happened."""
        return self.certainty is Certainty.CERTAIN and self.polarity is Polarity.POSITIVE


CERTAIN = Factuality(Certainty.CERTAIN, Polarity.POSITIVE)
