"""What the analyst decided about two mentions or entities."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Verdict(StrEnum):
    """Whether two things are one."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision about the pair ``left``, ``right`` (ids), by whom, on which day and why.

    The pair has no direction: it is kept in sorted order, so that equal decisions are equal values.

    >>> Judgement("b", "a", Verdict.SAME, by="desk") == Judgement("a", "b", Verdict.SAME, by="desk")
    True

    Raises ValueError when both sides are one id, or nobody signs.
    """

    left: str
    right: str
    verdict: Verdict
    by: str
    made: date | None = None
    why: str = ""

    def __post_init__(self) -> None:
        if self.left == self.right:
            raise ValueError(f"a judgement is about two things, both sides are {self.left!r}")
        if not self.by:
            raise ValueError("a judgement is signed: 'by' is empty")
        if self.left > self.right:
            left, right = self.right, self.left
            object.__setattr__(self, "left", left)
            object.__setattr__(self, "right", right)
