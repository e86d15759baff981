"""Where a place lies, by its name and what is said of it; a name that several places bear is not guessed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from dossier.render.places.outlines import middle_of
from dossier.render.places.town_gazetteer import KnownTown, regions, towns_named
from dossier.text.place_names import places

_COUNTRY_OF_REGIONS = "United States"


class NotLocated(StrEnum):
    """Why a place has no place on the map."""

    UNKNOWN = "unknown"
    """No list has it."""
    AMBIGUOUS = "ambiguous"
    """Several places bear the name, and nothing says which is meant."""


@dataclass(frozen=True, slots=True)
class Located:
    """A place on the globe in degrees. ``is_whole`` says that it is a whole country or state, and the point its middle.

    ``country`` is that in which a town lies, with the state in the United States; empty for a country.
    """

    longitude: float
    latitude: float
    country: str = ""
    is_whole: bool = False


def locate(name: str, quotes: Iterable[str], background: Iterable[str] = ()) -> Located | NotLocated:
    """Where the place of this name lies.

    ``quotes`` tell what happened there, ``background`` are other quotes of the same articles. Of several places that
    bear the name it is the one whose country or state stands behind it ("Tripoli, Lebanon"), else the only one whose
    country the quotes name, else the only one whose country the background names.

    >>> locate("Tripoli", ["Police in Tripoli said so."])
    <NotLocated.AMBIGUOUS: 'ambiguous'>
    >>> locate("Tripoli", ["Libyan police raided a depot in Tripoli."]).country
    'Libya'
    """
    usual = places().by_name.get(name, name)
    if usual not in regions() and (middle := middle_of(usual)):
        return Located(*middle, is_whole=True)
    towns = towns_named(name)
    if not towns and name in regions() and not middle_of(usual) and not towns_named(f"{name} City"):
        return Located(*regions()[name], country=_COUNTRY_OF_REGIONS, is_whole=True)
    if not towns:
        return NotLocated.AMBIGUOUS if name in regions() else NotLocated.UNKNOWN
    told = list(quotes)
    town = _stated(name, towns, told) if _states(name, told) else _only(name, towns, told, background)
    if town is None:
        return NotLocated.AMBIGUOUS
    return Located(town.longitude, town.latitude, ", ".join(filter(None, (town.region, town.country))))


def _states(name: str, quotes: Iterable[str]) -> frozenset[str]:
    """The countries and states that stand right behind the name: "Tripoli, Lebanon"."""
    behind = re.compile(rf"\b{re.escape(name)},? (?:the )?([^\W\d_][\w.]*(?: [A-Z][\w.]*){{0,2}})")
    words = (match[1].split() for quote in quotes for match in behind.finditer(" ".join(quote.split())))
    runs = (" ".join(found[:n]) for found in words for n in range(1, len(found) + 1))
    names = (name for run in runs for name in (run, run.rstrip(".")))
    usual = (places().by_name.get(one, one) for one in names)
    return frozenset(one for one in usual if one in places().known or one in regions())


def _stated(name: str, towns: Iterable[KnownTown], quotes: Iterable[str]) -> KnownTown | None:
    stated = _states(name, quotes)
    return _single(town for town in towns if {town.country, town.region} & stated)


def _only(
    name: str, towns: tuple[KnownTown, ...], quotes: Iterable[str], background: Iterable[str]
) -> KnownTown | None:
    if len(towns) == 1 and name not in regions():
        return towns[0]
    for told in (quotes, background):
        text = "\n".join(told)
        named = [town for town in towns if _is_named(town, text)]
        if named or name in regions():
            return _single(named) if name not in regions() else None
    return None


def _single(towns: Iterable[KnownTown]) -> KnownTown | None:
    found = list(towns)
    return found[0] if len(found) == 1 else None


def _is_named(town: KnownTown, text: str) -> bool:
    """Whether the text names the country of a town, or says that something is of that country."""
    adjectives = [word for word, country in places().by_adjective.items() if country == town.country]
    others = [word for word, country in places().by_name.items() if country == town.country]
    words = [town.country, *adjectives, *others, *([town.region] if town.region else [])]
    return re.search(rf"\b(?:{'|'.join(map(re.escape, words))})s?\b", text) is not None
