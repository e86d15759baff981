"""Why two mentions, or two names, are taken for one, or kept apart."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.model.pointer import ActorPointer, Pointer
from dossier.model.quote import Quote


class Signal(StrEnum):
    """What kind of evidence speaks for two being one, or against it."""

    SAME_NAME = "same name"
    SPELLING = "spelling"
    SHORT_FORM = "short form"
    ACRONYM = "acronym"
    STATEMENT = "statement"
    """A text says so: "also known as"."""
    WATCHLIST = "watchlist"
    JUDGEMENT = "judgement"
    KIND = "kind"
    TITLE = "title"
    ASSOCIATES = "associates"
    PLACE = "place"
    TIME = "time"
    LIFE = "life"
    """One is reported dead before the other acts."""
    WORDING = "wording"
    TRIGGER = "trigger"
    TYPE = "type"
    PARTICIPANTS = "participants"
    NUMBER = "number"
    HEADLINE = "headline"
    AFFAIR = "affair"
    """Both articles tell of one affair."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for two being one (``weight`` above 0) or against it (below), in words for the reader.

    ``weight`` is in bits of evidence, as in Fellegi and Sunter's record linkage (1969): one more doubles the odds.
    ``quote`` is the place in ``article`` (an id) that says so, where a text does.
    """

    signal: Signal
    weight: float
    text: str
    article: str | None = None
    quote: Quote | None = None

    def __post_init__(self) -> None:
        if (self.article is None) != (self.quote is None):
            raise ValueError(f"{self.text!r}: a quote stands in an article, and an article is cited by a quote")


@dataclass(frozen=True, slots=True)
class Link:
    """A pair of names or event mentions that were compared, the reasons for and against, and whether they were merged.

    ``value`` says how much hangs on it: the number of mentions on the smaller side.
    """

    left: Pointer
    right: Pointer
    reasons: tuple[Reason, ...]
    is_merged: bool
    value: int = 1

    @property
    def weight(self) -> float:
        """The sum of the reasons' weights."""
        return sum(reason.weight for reason in self.reasons)

    @property
    def is_about_actors(self) -> bool:
        """Whether the two are actors; else they are events."""
        return isinstance(self.left, ActorPointer)
