"""Countries and other places that news names by adjectives and short forms."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Places:
    """Places by their adjectives ("Iraqi" → "Iraq") and by their other names; ``known`` holds all names."""

    by_adjective: dict[str, str]
    by_name: dict[str, str]
    known: frozenset[str]


@cache
def places() -> Places:
    """The places of ``places.toml``.

    >>> places().by_adjective["Iraqi"], places().by_name["UK"]
    ('Iraq', 'United Kingdom')
    """
    table = tomllib.loads(resources.files(__package__).joinpath("places.toml").read_text("utf-8"))
    by_adjective = {
        adjective.replace("_", " "): place
        for place, adjectives in table["adjectives"].items()
        for adjective in adjectives.split()
    }
    by_name = {other: place for place, others in table["names"].items() for other in others.split(", ")}
    return Places(by_adjective, by_name, frozenset(by_name) | frozenset(table["adjectives"]))
