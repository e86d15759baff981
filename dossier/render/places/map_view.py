"""The part of the globe that a map shows, and what of an outline lies in it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians

from dossier.render.places.outlines import Degrees

WIDTH = 612.0
"""CSS pixels: the width of the text on paper."""
NARROW_WIDTH = 340.0
"""CSS pixels: the width of the text on a phone, where the wide map would have letters half as large."""
_LOWEST, _HIGHEST = 180.0, 270.0
"""Pixels of the height of a map. Set by hand."""
_LEAST_SPAN = 5.0
"""Degrees of latitude that a map shows at least, so that a reader sees where in the world it is. Set by hand."""
_MARGIN = 0.16
"""Of the span of the points, on each side of them. Set by hand."""
_SOUTH, _NORTH = -58.0, 80.0
"""Degrees of latitude beyond which no map goes. Set by hand: nobody reports from there."""
_LEAST_STEP = 1.6
"""Pixels from one point of an outline to the next, across and down together. Set by hand."""

Pixels = tuple[float, float]


@dataclass(frozen=True, slots=True)
class MapView:
    """A map in which a degree of latitude is ``scale`` pixels high, and one of longitude narrower as in its middle."""

    west: float
    north: float
    scale: float
    narrowing: float
    width: float
    height: float

    def pixel(self, at: Degrees) -> Pixels:
        """Where a point of the globe lies on the map."""
        return (at[0] - self.west) * self.scale * self.narrowing, (self.north - at[1]) * self.scale


def map_view(points: Sequence[Degrees], full_width: float = WIDTH) -> MapView:
    """A map at most ``full_width`` pixels wide that shows all of these points with a margin."""
    xs, ys = [x for x, _ in points], [min(max(y, _SOUTH), _NORTH) for _, y in points]
    middle_x, middle_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    narrowing = cos(radians(middle_y))
    wide = (max(xs) - min(xs)) * narrowing * (1 + 2 * _MARGIN)
    high = max((max(ys) - min(ys)) * (1 + 2 * _MARGIN), _LEAST_SPAN)
    scale = min(full_width / max(wide, _LEAST_SPAN), _HIGHEST / high)
    scale = max(scale, min(_HIGHEST / (_NORTH - _SOUTH), full_width / 360 / narrowing))
    width = min(full_width, 360 * scale * narrowing)
    height = min(max(high * scale, _LOWEST), _HIGHEST, (_NORTH - _SOUTH) * scale)
    west = max(min(middle_x - width / scale / narrowing / 2, 180 - width / scale / narrowing), -180.0)
    north = min(max(middle_y + height / scale / 2, _SOUTH + height / scale), _NORTH)
    return MapView(west, north, scale, narrowing, width, height)


def clipped(ring: Iterable[Degrees], view: MapView) -> list[Pixels]:
    """The part of a ring that lies on the map, as a ring of pixels; empty where none does."""
    points = list(_thinned(view.pixel(point) for point in ring))
    for inside, crossing in _edges(view):
        points = _cut(points, inside, crossing)
    return points if len(points) > 3 else []


def _thinned(points: Iterable[Pixels]) -> Iterator[Pixels]:
    last: Pixels | None = None
    for point in points:
        if last is None or abs(point[0] - last[0]) + abs(point[1] - last[1]) >= _LEAST_STEP:
            last = point
            yield point


_Edge = tuple[Callable[[Pixels], bool], Callable[[Pixels, Pixels], Pixels]]


def _edges(view: MapView) -> Iterator[_Edge]:
    """For each edge of the map: whether a point is on its inner side, and where a line crosses it."""
    for axis, limit, sign in ((0, 0.0, 1), (0, view.width, -1), (1, 0.0, 1), (1, view.height, -1)):
        yield _inside(axis, limit, sign), _crossing(axis, limit)


def _inside(axis: int, limit: float, sign: int) -> Callable[[Pixels], bool]:
    return lambda point: sign * (point[axis] - limit) >= 0


def _crossing(axis: int, limit: float) -> Callable[[Pixels, Pixels], Pixels]:
    def at(one: Pixels, other: Pixels) -> Pixels:
        share = (limit - one[axis]) / (other[axis] - one[axis])
        along = one[1 - axis] + share * (other[1 - axis] - one[1 - axis])
        return (limit, along) if axis == 0 else (along, limit)

    return at


def _cut(
    points: list[Pixels], inside: Callable[[Pixels], bool], crossing: Callable[[Pixels, Pixels], Pixels]
) -> list[Pixels]:
    """The ring without what lies beyond one edge (Sutherland and Hodgman)."""
    kept: list[Pixels] = []
    for one, other in zip([*points[-1:], *points[:-1]], points, strict=True):
        if inside(one) != inside(other):
            kept.append(crossing(one, other))
        if inside(other):
            kept.append(other)
    return kept
