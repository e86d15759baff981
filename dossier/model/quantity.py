"""Numbers that an event has: how many killed, how much money."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.model.quote import Quote


class QuantityKind(StrEnum):
    """What is counted."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DETAINED = "detained"
    DISPLACED = "displaced"
    PEOPLE = "people"
    MONEY = "money"
    PERCENT = "percent"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of an event, as the article words it and as far as it is known.

    "ten": least and most are 10. "at least ten": no most. "dozens": neither. ``unit`` is what is counted, or the
    currency. Raises ValueError when least is greater than most.
    """

    quote: Quote
    kind: QuantityKind
    least: float | None = None
    most: float | None = None
    unit: str | None = None
    is_about: bool = False

    def __post_init__(self) -> None:
        if self.least is not None and self.most is not None and self.least > self.most:
            raise ValueError(f"at least {self.least} and at most {self.most}: {self.quote.exact!r}")
