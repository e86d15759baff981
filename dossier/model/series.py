"""Entries that one entry stands for: a toll that grows, a thing said again and again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dossier.model.event import Event
from dossier.model.quantity import Quantity
from dossier.model.when import When


class SeriesKind(StrEnum):
    """What makes the entries one. The values are written to files."""

    COUNT = "count"
    """Each gives the number of one count that goes on: "has killed 40 people", and later "has killed 60"."""
    REPEATED = "repeated"
    """Each tells the same: "Ada Brandt denied having sold the boat", and weeks later "Brandt denies the sale"."""
    RETOLD = "retold"
    """Later reports tell the act again: "raised the alert to five", and days later "pushed it to level five"."""
    OCCASION = "occasion"
    """One speaker says each on one occasion, by one report: "Ada Brandt said that …", and "she warned of …"."""
    RECURRING = "recurring"
    """One line tells of several times: "She wrote to the bank on 10 January, and again on 14 January"."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The number of a count in an article (by id) whose line tells an event (by id), and the time that it is of."""

    event: str
    article: str
    number: Quantity
    when: When


@dataclass(frozen=True, slots=True)
class Series:
    """The ``others`` that an entry stands for, the newest first.

    ``first`` and ``last`` are the times of the first and of the last of all, None where no time is known. ``figures``
    are those of a count, the newest first, with that of the entry itself.

    Raises ValueError when there are no others, or ``figures`` of what is no count.
    """

    kind: SeriesKind
    first: When | None
    last: When | None
    others: tuple[Event, ...]
    figures: tuple[Figure, ...] = ()

    @property
    def goes_on(self) -> bool:
        """Whether its lines are of times of their own: not those of one act that is told again, or of one occasion."""
        return self.kind not in (SeriesKind.RETOLD, SeriesKind.OCCASION)

    @property
    def n_figures(self) -> int:
        """How many different figures a count has; 0 for any other series."""
        return len({(figure.number.least, figure.number.most) for figure in self.figures})

    def sources(self, entry: Event) -> int | None:
        """How many independent sources, at least, tell what the ``entry`` and the others tell: those of the best line.

        The sources of two lines may be one and the same, so they are not added up. What only foretold it is no source
        of it. None where figures differ: who gives an older figure does not give the newest.
        """
        if self.n_figures > 1:
            return None
        is_ahead = entry.factuality.is_expected
        lines = [entry, *(one for one in self.others if is_ahead or not one.factuality.is_expected)]
        return max(event.independent_sources for event in lines)

    def __post_init__(self) -> None:
        if not self.others:
            raise ValueError("a series needs more than the entry that stands for it")
        if bool(self.figures) != (self.kind is SeriesKind.COUNT):
            raise ValueError(f"figures of a series of kind {self.kind}")


def in_time(times: Iterable[When]) -> list[When]:
    """Times by their beginning, or by their end where they have none.

    >>> [when.edtf for when in in_time(map(When.parse, ("2019-05", "/2019-04-02", "2019-04-01")))]
    ['2019-04-01', '/2019-04-02', '2019-05']
    """
    return sorted(times, key=lambda when: (when.start or when.end or datetime.max, when.edtf))
