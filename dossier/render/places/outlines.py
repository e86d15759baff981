"""The outlines of countries, and where in a country a sign for the whole of it stands."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

_HALF_TURN = 180
"""Degrees of longitude from the middle of the map to the date line."""

Degrees = tuple[float, float]
"""Longitude and latitude."""


@cache
def outlines() -> Mapping[str, tuple[tuple[Degrees, ...], ...]]:
    """The rings around each country, the largest first, by its usual name."""
    document = json.loads((resources.files("dossier.render.places") / "borders.json").read_text("utf-8"))
    arcs = [tuple(_points(arc)) for arc in document["arcs"]]
    return {
        name: tuple(part for ring in rings for part in _parts([point for arc in ring for point in _arc(arcs, arc)]))
        for name, rings in document["countries"].items()
    }


def _points(arc: Sequence[int]) -> Iterator[Degrees]:
    x = y = 0
    for dx, dy in zip(arc[::2], arc[1::2], strict=True):
        x, y = x + dx, y + dy
        yield x / 100, y / 100


def _arc(arcs: Sequence[tuple[Degrees, ...]], index: int) -> tuple[Degrees, ...]:
    """The points of an arc but for the last, which the next begins with; ``~index``: backwards."""
    return arcs[index][:-1] if index >= 0 else arcs[~index][:0:-1]


def _parts(ring: Sequence[Degrees]) -> Iterator[tuple[Degrees, ...]]:
    """The ring without leaps over the date line; one that goes over it stands on both sides of the map."""
    whole, turns, last = [], 0, ring[0][0]
    for x, y in ring:
        turns += (last - x > _HALF_TURN) - (x - last > _HALF_TURN)
        last = x
        whole.append((x + 2 * _HALF_TURN * turns, y))
    yield tuple(whole)
    for shift, is_over in ((-1, max(x for x, _ in whole) > _HALF_TURN), (1, min(x for x, _ in whole) < -_HALF_TURN)):
        if is_over:
            yield tuple((x + 2 * _HALF_TURN * shift, y) for x, y in whole)


@cache
def middle_of(country: str) -> Degrees | None:
    """A point well inside the largest part of a country; None where it is not known.

    >>> longitude, latitude = middle_of("Libya")
    >>> 14 < longitude < 21 and 24 < latitude < 30
    True
    """
    rings = outlines().get(country)
    return middle_of_ring(rings[0]) if rings else None


def middle_of_ring(ring: Sequence[Degrees]) -> Degrees:
    """The middle of the widest stretch inside the ring, halfway up."""
    ups = [y for _, y in ring]
    y = (min(ups) + max(ups)) / 2 + 1e-7  # no point of the ring lies at just this height
    crossings = sorted(
        x1 + (y - y1) / (y2 - y1) * (x2 - x1)
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True)
        if (y1 < y) != (y2 < y)
    )
    left, right = max(zip(crossings[::2], crossings[1::2], strict=False), key=lambda pair: pair[1] - pair[0])
    return (left + right) / 2, y
