"""Which places lie too far apart for one person to act in both on one day."""

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dossier.model import Setting
from dossier.text.place_names import places

FAR = 8000
"""Kilometres between two places from which hardly anybody acts in both on one day: London and Washington (5,900) are
one flight apart, and politicians take it. Set by hand; in 690 news articles nobody was in two places on one day."""
_EARTH_RADIUS = 6371
"""In kilometres."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the globe in degrees, and its ``reach``: nothing in it lies more kilometres away from there."""

    latitude: float
    longitude: float
    reach: float = 0.0


def are_far_apart(one: Setting | None, other: Setting | None) -> bool:
    """Whether all of one place is far from all of the other; false where it is not known where one of them lies.

    >>> are_far_apart(Setting("Brazil"), Setting("Japan")), are_far_apart(Setting("London"), Setting("France"))
    (True, False)
    """
    left, right = _point(one), _point(other)
    return left is not None and right is not None and distance(left, right) - left.reach - right.reach >= FAR


def distance(one: Point, other: Point) -> float:
    """The kilometres between two points on a globe."""
    first, second = math.radians(one.latitude), math.radians(other.latitude)
    width = math.radians(other.longitude - one.longitude)
    half_chord = math.sin((second - first) / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(width / 2) ** 2
    return 2 * _EARTH_RADIUS * math.asin(min(1.0, math.sqrt(half_chord)))


def _point(place: Setting | None) -> Point | None:
    return _points().get(places().by_name.get(place.name, place.name)) if place else None


@cache
def _points() -> dict[str, Point]:
    table = tomllib.loads((files("dossier.timeline.conflicts") / "place_points.toml").read_text("utf-8"))
    return {name: Point(*values) for name, values in (table["cities"] | table["countries"]).items()}
