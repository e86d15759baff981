"""Draw a map of numbered points. Equal points give equal bytes; every word is escaped, and nothing is fetched."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from dossier.render.picture.text_width import text_width
from dossier.render.places.locating import Located
from dossier.render.places.map_labels import LABEL_SIZE, Box, LabelledPoint, MapLabel, label_width, place_labels
from dossier.render.places.map_view import WIDTH, MapView, Pixels, clipped, map_view
from dossier.render.places.outlines import middle_of_ring, outlines

_MIN_POINTS = 2
"""Points of a map: one alone says less than its name."""
_NEAR = 6.0
"""Pixels between two points that have one sign."""
_COUNTRY_SIZE, _MAX_NAME = 8.5, 30
"""Pixels of the letters of a country's name; characters of a place's name. Set by hand."""
_LEAST_OF_MAP = 0.012
"""Share of the map that a country takes to be named. Set by hand."""
_BAR = 110.0
"""Pixels that the bar of the scale is long at most."""
_LEAST_SCALE = 6.0
"""Pixels of a degree from which one scale is right for the whole map. Set by hand."""
_KILOMETRES = 111.2
"""Of a degree of latitude."""
_LAND, _SEA, _BORDER, _INK, _QUIET = "#f1efe9", "#ffffff", "#9a9a9a", "#1f3a5f", "#5c5c5c"
_FONT = "Source Sans Pro, Segoe UI, Helvetica Neue, Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A place of the table: its number and name, where it lies, and whether anything there is told as a fact."""

    number: int
    name: str
    at: Located
    is_certain: bool


def draw_map(points: Sequence[MapPoint], width: float = WIDTH) -> tuple[str, str]:
    """The map as an ``svg`` element of this width (CSS pixels), and its caption.

    Both are empty where the points are few or lie all in one.
    """
    if len({point.at for point in points}) < _MIN_POINTS:
        return "", ""
    view = map_view([(point.at.longitude, point.at.latitude) for point in points], width)
    labelled = list(_labelled(points, view))
    labels = place_labels(labelled, view.width, view.height)
    land = [(name, ring) for name, rings in outlines().items() for one in rings if (ring := clipped(one, view))]
    bar = _scale_bar(view)
    taken = [*(point.box for point in labelled), *(label.box for label in labels), *([bar[0]] if bar else [])]
    pieces = [
        _land(ring for _, ring in land),
        *_country_names(land, view, taken, {label.name for label in labels}),
        *(_sign(point, view) for point in points),
        *(piece for label in labels for piece in _label(label)),
        *(bar[1:] if bar else ()),
    ]
    title = "Map with " + ", ".join(f"{point.number} {point.name}" for point in points)
    frame = f'x=".5" y=".5" width="{view.width - 1:.1f}" height="{view.height - 1:.1f}"'
    return (
        f'<svg role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {view.width:.0f} {view.height:.0f}" '
        f'font-family="{_FONT}"><title>{escape(title)}</title><rect {frame} fill="{_SEA}"/>{"".join(pieces)}'
        f'<rect {frame} fill="none" stroke="{_BORDER}"/></svg>'
    ), _caption(points)


def _caption(points: Sequence[MapPoint]) -> str:
    said = ["The numbers are those of the table."]
    if any(point.at.is_whole for point in points):
        said.append("A square stands for a whole country or state, and lies in its middle.")
    if not all(point.is_certain for point in points):
        said.append("A hollow sign: nothing there is told as a fact.")
    said.append("Borders by Natural Earth, places by GeoNames.")
    return " ".join(said)


def _labelled(points: Sequence[MapPoint], view: MapView) -> Iterator[LabelledPoint]:
    """The points that want a label; those that lie as good as in one have one together."""
    joined: list[tuple[Pixels, list[MapPoint]]] = []
    for point in points:
        x, y = _pixel(point, view)
        near = next((those for at, those in joined if max(abs(at[0] - x), abs(at[1] - y)) < _NEAR), None)
        if near is None:
            joined.append(((x, y), [point]))
        else:
            near.append(point)
    for (x, y), those in joined:
        names = ", ".join(point.name for point in those)
        name = names if len(names) <= _MAX_NAME else names[: _MAX_NAME - 1].rstrip() + "…"
        yield LabelledPoint(x, y, ", ".join(str(point.number) for point in those), name)


def _pixel(point: MapPoint, view: MapView) -> Pixels:
    return view.pixel((point.at.longitude, point.at.latitude))


def _land(rings: Iterable[Sequence[Pixels]]) -> str:
    path = "".join(f"M{'L'.join(f'{x:.1f},{y:.1f}' for x, y in ring)}Z" for ring in rings)
    return f'<path d="{path}" fill="{_LAND}" stroke="{_BORDER}" stroke-width=".6"/>'


def _country_names(
    land: Sequence[tuple[str, list[Pixels]]], view: MapView, taken: list[Box], named: set[str]
) -> Iterator[str]:
    """The names of the countries that take a good part of the map and are not ``named`` yet, where there is room."""
    for name, ring in sorted(land, key=lambda one: -_area(one[1])):
        if name in named or _area(ring) < _LEAST_OF_MAP * view.width * view.height:
            continue
        x, y = middle_of_ring(ring)
        half = text_width(name, _COUNTRY_SIZE) / 2 + 2
        box = Box(x - half, y - 7, x + half, y + 4)
        if box.lies_in(view.width, view.height) and not any(box.overlaps(other) for other in taken):
            named.add(name)
            taken.append(box)
            yield _text(x, y, name, _COUNTRY_SIZE, f'fill="{_QUIET}" text-anchor="middle" font-style="italic"')


def _area(ring: Sequence[Pixels]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def _sign(point: MapPoint, view: MapView) -> str:
    x, y = _pixel(point, view)
    style = f'fill="{_INK if point.is_certain else _SEA}" stroke="{_INK}" stroke-width="1"'
    if point.at.is_whole:
        return f'<rect x="{x - 3:.1f}" y="{y - 3:.1f}" width="6" height="6" {style}/>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" {style}/>'


def _label(label: MapLabel) -> Iterator[str]:
    box = label.box
    yield (
        f'<rect x="{box.left:.1f}" y="{box.top:.1f}" width="{box.right - box.left:.1f}" '
        f'height="{box.bottom - box.top:.1f}" fill="{_SEA}" fill-opacity=".75"/>'
    )
    x, y = box.left + 1, box.bottom - 2.5
    yield _text(x, y, label.number, LABEL_SIZE, f'fill="{_INK}" font-weight="600"')
    if label.name:
        after = x + label_width(label.number, "") - 2 + text_width(" ", LABEL_SIZE)
        yield _text(after, y, label.name, LABEL_SIZE, f'fill="{_INK}"')


def _scale_bar(view: MapView) -> tuple[Box, str, str] | None:
    """The room of the bar, its line and its words; None where the map shows so much that no one scale is right."""
    if view.scale < _LEAST_SCALE:
        return None
    longest = _BAR / view.scale * _KILOMETRES
    power = 10 ** (len(str(int(longest))) - 1)
    kilometres = max(step * power for step in (1, 2, 5) if step * power <= longest)
    wide = kilometres / _KILOMETRES * view.scale
    left, y = 8.0, view.height - 8
    line = (
        f'<path d="M{left},{y - 4:.1f}V{y:.1f}H{left + wide:.1f}V{y - 4:.1f}" fill="none" stroke="{_QUIET}" '
        f'stroke-width="1"/>'
    )
    words = _text(left + 4, y - 4, f"{kilometres} km", _COUNTRY_SIZE, f'fill="{_QUIET}"')
    return Box(left - 2, y - 14, left + max(wide, 40) + 2, y + 2), line, words


def _text(x: float, y: float, words: str, size: float, style: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" {style}>{escape(words)}</text>'
