"""The words at the ticks of an axis: as many as stand side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.render.picture.axis import Axis
from dossier.render.picture.labels import DETAIL_SIZE
from dossier.render.picture.text_width import text_width
from dossier.render.picture.ticks import Tick, ticks

_SPACE = 3.0
"""Pixels between two words."""


@dataclass(frozen=True, slots=True)
class WrittenTick:
    """The words of a tick, from pixel ``left`` to pixel ``right``."""

    label: str
    left: float
    right: float

    @property
    def middle(self) -> float:
        """The pixel of their middle."""
        return (self.left + self.right) / 2


def written_ticks(drawn: Axis, width: float) -> Iterator[WrittenTick]:
    """The words of the ticks, whole on a picture of this width and none over another.

    The first tick of a stretch, which has the year, goes before all others.
    """
    by_stretch = [ticks(stretch) for stretch in drawn.stretches]
    written: list[WrittenTick] = []
    for tick in (*(one[0] for one in by_stretch), *(tick for one in by_stretch for tick in one[1:])):
        word = _word(tick, width)
        if all(word.right + _SPACE <= other.left or other.right + _SPACE <= word.left for other in written):
            written.append(word)
    yield from sorted(written, key=lambda word: word.left)


def _word(tick: Tick, width: float) -> WrittenTick:
    """The words in the middle of the tick, but whole at both edges of the picture."""
    wide = text_width(tick.label, DETAIL_SIZE)
    left = min(max(tick.x - wide / 2, 0.0), width - wide)
    return WrittenTick(tick.label, left, left + wide)
