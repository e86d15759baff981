"""What a template gets of the places where it happened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place with the numbers of the rows of what happened there.

    ``number`` counts through the table and stands on the map. ``country`` is that in which a town on the map lies.
    ``since`` and ``until`` are the dates of the first and the last row in words, equal where there is one, empty where
    none has a date. ``is_certain`` says whether any of it is told as a fact. ``missing`` says why the place is not on
    the map, empty where it is or where there is no map.
    """

    number: int
    name: str
    country: str
    rows: tuple[int, ...]
    since: str
    until: str
    is_certain: bool
    missing: str


@dataclass(frozen=True, slots=True)
class EventPlaces:
    """The places where it happened, those of most entries first, and a map (an ``svg`` element) with its caption.

    ``more`` counts the places that are not shown. ``narrow_svg`` is that of a
    phone. Without a map all three are empty.
    """

    shown: tuple[PlaceEntry, ...]
    more: int = 0
    svg: str = ""
    caption: str = ""
    narrow_svg: str = ""
