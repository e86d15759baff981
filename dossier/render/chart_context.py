"""What the chart needs of a row, and what a template gets of the drawn chart."""

from dataclasses import dataclass
from datetime import datetime

from dossier.render.row_context import Status


@dataclass(frozen=True, slots=True)
class ChartMark:
    """A dated row: its number, its date (half-open), and the status of the events with this date."""

    number: int
    start: datetime
    end: datetime
    status: Status


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A drawn chart: an ``svg`` element, which holds no text from articles, and its caption.

    ``statuses`` are those that occur in it, for the key. ``is_count`` tells that bars stand for numbers of rows.
    """

    svg: str
    caption: str
    statuses: tuple[Status, ...]
    is_count: bool
