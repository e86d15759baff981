"""Places of which it is known that none lies in another: countries."""

from functools import cache

from dossier.model import Setting
from dossier.text.place_names import places
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")

_NESTED = _WORDS["nested"]
"""Named as countries are, but parts or wholes of others, by some accounts at least, or a state of another too."""
_UNIONS = frozenset(("European Union",))


def country(place: Setting | None) -> str:
    """The name of the country, where the place is one; else empty.

    >>> country(Setting("Burma")), country(Setting("Naypyidaw"))
    ('Myanmar', '')
    """
    if place is None:
        return ""
    name = places().by_name.get(place.name, place.name)
    return name if name in _countries() else ""


@cache
def _countries() -> frozenset[str]:
    return frozenset(places().by_adjective.values()) - _NESTED - _UNIONS
