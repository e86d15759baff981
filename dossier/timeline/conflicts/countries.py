"""Which places are countries: of two countries it is known that neither lies in the other."""

from functools import cache

from dossier.model import Setting
from dossier.text.place_names import places
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")
NOT_SURELY_COUNTRIES = _WORDS["disputed_countries"] | _WORDS["unions_of_countries"]
"""Names that need not exclude that of a country."""


def country_of(place: Setting | None) -> str:
    """The name of the country, where the place is a country; else empty.

    >>> country_of(Setting("Burma")), country_of(Setting("Naypyidaw"))
    ('Myanmar', '')
    """
    if place is None:
        return ""
    name = places().by_name.get(place.name, place.name)
    return name if name in _countries() else ""


@cache
def _countries() -> frozenset[str]:
    return frozenset(places().by_adjective.values()) - NOT_SURELY_COUNTRIES
