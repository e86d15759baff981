"""When an event without a day of its own was reported, and the day on which it most likely happened."""

from dataclasses import dataclass
from datetime import date

from dossier.model.when import When


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


@dataclass(frozen=True, slots=True)
class Reported:
    """The first and the last publication of the articles that tell of an event, among those that have a date."""

    first: When
    last: When
