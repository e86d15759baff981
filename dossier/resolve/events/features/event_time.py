"""When an event happened, in days, and how far off that may be."""

from dataclasses import dataclass

_MOST_DAYS_EARLY = 7.0
"""By how many days an approximate date at most begins too late. Set by hand: a week before an early October."""


@dataclass(frozen=True, slots=True)
class Time:
    """From ``start`` to ``end`` (half-open) in days since the year 1; each side may be off by ``slack`` days."""

    start: float
    end: float
    slack: float = 0.0

    @property
    def length(self) -> float:
        """The days from start to end."""
        return self.end - self.start

    @property
    def from_on(self) -> float:
        """The first day on which it may have begun: an approximate month ("early October") begins no month before."""
        return self.start - min(self.slack, _MOST_DAYS_EARLY)

    def gap(self, other: "Time") -> float:
        """The days between the two, less the larger slack: below 0 where they overlap, or lie apart by less."""
        return max(self.start - other.end, other.start - self.end) - max(self.slack, other.slack)
