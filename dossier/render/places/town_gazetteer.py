"""Which towns bear a name, and where they lie."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from statistics import fmean

from dossier.render.places.folded_names import folded


@dataclass(frozen=True, slots=True)
class KnownTown:
    """A town with its place on the globe in degrees, its country, and in the United States its state."""

    name: str
    latitude: float
    longitude: float
    country: str
    region: str = ""


def towns_named(name: str) -> tuple[KnownTown, ...]:
    """All known towns of this name, however it is spelled in case and accents.

    >>> [town.country for town in towns_named("sao paulo")]
    ['Brazil']
    """
    return _towns().get(folded(name), ())


@cache
def regions() -> Mapping[str, tuple[float, float]]:
    """The states of the United States, each with the middle of its towns: longitude and latitude.

    >>> longitude, latitude = regions()["Texas"]
    >>> -104 < longitude < -94 and 27 < latitude < 35
    True
    """
    found: dict[str, list[KnownTown]] = defaultdict(list)
    for towns in _towns().values():
        for town in towns:
            if town.region:
                found[town.region].append(town)
    return {
        region: (fmean(town.longitude for town in towns), fmean(town.latitude for town in towns))
        for region, towns in found.items()
    }


@cache
def _towns() -> Mapping[str, tuple[KnownTown, ...]]:
    found: dict[str, list[KnownTown]] = defaultdict(list)
    country = region = ""
    for line in (resources.files("dossier.render.places") / "towns.txt").read_text("utf-8").splitlines():
        if line.startswith("= "):
            country, _, region = line.removeprefix("= ").partition(" / ")
        elif not line.startswith("#"):
            name, latitude, longitude = line.split("\t")
            found[folded(name)].append(KnownTown(name, float(latitude), float(longitude), country, region))
    return {name: tuple(towns) for name, towns in found.items()}
