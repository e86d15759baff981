"""Where the labels of the picture stand: in lanes above and below the axis, none over another."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, product

from dossier.render.picture.text_width import text_width

TITLE_SIZE, DETAIL_SIZE = 9.5, 8.5
"""Pixels of the letters in the first and in the second line of a label."""
_LANES = 3
"""On each side of the axis. Set by hand."""
_SPACE = 8.0
"""Pixels between two labels of a lane."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label that is wanted at pixel ``x`` of the axis: two lines of text."""

    x: float
    title: str
    detail: str

    @property
    def width(self) -> float:
        """The pixels of the longer line."""
        return max(text_width(self.title, TITLE_SIZE, is_bold=True), text_width(self.detail, DETAIL_SIZE))


@dataclass(frozen=True, slots=True)
class Placed:
    """A label with its place: its ``lane``, 1 and more above the axis, -1 and less below, and its first pixel."""

    label: Wanted
    lane: int
    left: float

    @property
    def right(self) -> float:
        """The pixel behind its last."""
        return self.left + self.label.width


def place(wanted: Iterable[Wanted], width: float) -> tuple[Placed, ...]:
    """The labels that find a place on a picture of this width, the first in first; the others are left out.

    No label covers another, nor the line that leads from another to the axis.
    """
    placed: list[Placed] = []
    for label in wanted:
        left = min(max(label.x - label.width / 2, 0.0), max(width - label.width, 0.0))
        places = (Placed(label, distance * side, left) for distance, side in product(range(1, _LANES + 1), (1, -1)))
        placed += islice((one for one in places if all(_are_clear(one, other) for other in placed)), 1)
    return tuple(placed)


def _are_clear(one: Placed, other: Placed) -> bool:
    if one.lane * other.lane < 0:
        return True
    if one.lane == other.lane:
        return one.right + _SPACE <= other.left or other.right + _SPACE <= one.left
    inner, outer = sorted((one, other), key=lambda placed: abs(placed.lane))
    return not inner.left - _SPACE / 2 <= outer.label.x <= inner.right + _SPACE / 2
