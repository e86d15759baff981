"""Where the labels of a map stand: beside their points, none over another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.render.picture.text_width import text_width

LABEL_SIZE = 9.0
"""Pixels of the letters."""
_HEIGHT, _GAP = 10.5, 5.5
"""Pixels: of a line of text, and from a point to its label."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the map, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two have more than an edge in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def lies_in(self, width: float, height: float) -> bool:
        """Whether it lies on a map of this size."""
        return self.left >= 1 and self.top >= 1 and self.right <= width - 1 and self.bottom <= height - 1


@dataclass(frozen=True, slots=True)
class MapLabel:
    """A label with its place: the number of its point, its name (empty where there is no room), and its box."""

    number: str
    name: str
    box: Box


@dataclass(frozen=True, slots=True)
class LabelledPoint:
    """A point of the map that wants a label."""

    x: float
    y: float
    number: str
    name: str

    @property
    def box(self) -> Box:
        """The room that its sign takes."""
        return Box(self.x - 4, self.y - 4, self.x + 4, self.y + 4)


def place_labels(points: Sequence[LabelledPoint], width: float, height: float) -> list[MapLabel]:
    """A label for each point: with its name if there is room, else with its number alone, else none."""
    taken = [point.box for point in points]
    found: dict[int, MapLabel] = {}
    for names in (True, False):
        for index, point in enumerate(points):
            label = None if index in found else _first_free(_choices(point, names), taken, width, height)
            if label:
                found[index] = label
                taken.append(label.box)
    return [found[index] for index in sorted(found)]


def _first_free(choices: Iterable[MapLabel], taken: Sequence[Box], width: float, height: float) -> MapLabel | None:
    return next(
        (
            label
            for label in choices
            if label.box.lies_in(width, height) and not any(label.box.overlaps(box) for box in taken)
        ),
        None,
    )


def _choices(point: LabelledPoint, has_name: bool) -> Iterator[MapLabel]:
    """The label to the right, to the left, above, below, and at the corners of its point."""
    name = point.name if has_name else ""
    wide = label_width(point.number, name)
    right, left, middle = point.x + _GAP, point.x - _GAP - wide, point.x - wide / 2
    level, above, below = point.y - _HEIGHT / 2, point.y - _GAP - _HEIGHT, point.y + _GAP
    places = (
        *((right, level), (left, level), (middle, above), (middle, below)),
        *((right, above), (right, below), (left, above), (left, below)),
    )
    for x, y in places:
        yield MapLabel(point.number, name, Box(x, y, x + wide, y + _HEIGHT))


def label_width(number: str, name: str) -> float:
    """The pixels of a label: its number in bold, then the name."""
    return text_width(number, LABEL_SIZE, is_bold=True) + (text_width(f" {name}", LABEL_SIZE) if name else 0) + 2
