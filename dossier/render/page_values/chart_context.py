"""What the chart needs of a row, and what a template gets of the drawn chart."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from dossier.render.page_values.row_context import Status


class Footing(StrEnum):
    """By what a row stands in time."""

    DATED = "dated"
    ABOUT = "about"
    """By a day on which it happened or near which."""
    REPORTED = "reported"
    """By its first report."""

    @property
    def words(self) -> str:
        """What its marks show, for the key."""
        return _FOOTINGS[self]


_FOOTINGS = {
    Footing.DATED: "on that date",
    Footing.ABOUT: "about that day",
    Footing.REPORTED: "reported then, happened by then",
}


@dataclass(frozen=True, slots=True)
class ChartMark:
    """A row: its number, its time (half-open), the status of the events with this time, and whose time it is.

    ``label`` has the words of its event for the picture, ``date`` its date in words; ``importance`` is that of its
    weightiest event.
    """

    number: int
    start: datetime
    end: datetime
    status: Status
    footing: Footing = Footing.DATED
    label: str = ""
    date: str = ""
    importance: float = 0.0

    @property
    def is_long(self) -> bool:
        """Whether its time is longer than a day and its neighbours: as long as "about" a day may be."""
        return self.end - self.start > timedelta(days=3)


@dataclass(frozen=True, slots=True)
class ChartSign:
    """A sign in the key of a chart: its ``name`` is a ``Status``, a ``Footing`` or "span".

    ``words`` are for the reader. ``svgs`` are ``svg`` elements of the ways in which it is drawn.
    """

    name: str
    words: str
    svgs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A drawn chart: an ``svg`` element, which holds no text from articles, and its caption.

    ``statuses`` and ``footings`` are those that occur in it, for the key. ``is_count`` tells that bars
    stand for numbers of rows.
    """

    svg: str
    caption: str
    statuses: tuple[ChartSign, ...]
    footings: tuple[ChartSign, ...]
    is_count: bool
