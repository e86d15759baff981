"""When an event without a day of its own was reported, and the day on which it most likely happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from dossier.model.when import When

ABOUT = 0.80
"""Least chance of being right within a day of a date that says "about". Set by hand: one in five may lie farther."""


@dataclass(frozen=True, slots=True)
class LikelyDay:
    """The best single day for an event; ``chance`` is the measured share of such days that are right.

    ``chance_within_a_day`` is the share that are right or next to the right day. Both are from 0 to 1.

    Raises ValueError when they are not, or the wider chance is the smaller.
    """

    day: date
    chance: float
    chance_within_a_day: float

    def __post_init__(self) -> None:
        if not 0 <= self.chance <= self.chance_within_a_day <= 1:
            raise ValueError(f"{self.day}: no chances: {self.chance}, {self.chance_within_a_day}")

    @property
    def is_about(self) -> bool:
        """Whether it is likely enough to say "about that day"."""
        return self.chance_within_a_day >= ABOUT

    def refines(self, when: When | None) -> bool:
        """Whether the day says more of an event than its date ``when`` does, and may be true beside it.

        >>> likely = LikelyDay(date(2019, 3, 14), 0.6, 0.9)
        >>> [likely.refines(When.parse(edtf)) for edtf in ("/2019-03-15", "/2019-03-13", "2019-03-14")]
        [True, False, False]
        """
        return when is None or (when.known_day is None and when.overlaps(When.day(self.day)))


@dataclass(frozen=True, slots=True)
class Reported:
    """The first and the last publication of the articles that tell of an event, among those that have a date."""

    first: When
    last: When

    @classmethod
    def of(cls, dates: Iterable[When | None]) -> "Reported | None":
        """The first and the last of the dates of publication; None where there is none."""
        known = sorted((when for when in dates if when), key=lambda when: (when.end or datetime.max, when.edtf))
        return cls(known[0], known[-1]) if known else None
