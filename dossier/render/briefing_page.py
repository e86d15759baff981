"""All that the templates of a briefing and of the start page get, as plain data."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.render.context import Briefing
from dossier.render.index_context import Index
from dossier.render.options.length import Length
from dossier.render.page_values.chart_context import DrawnChart

CONTEXT_VERSION = 1
"""Rises when a field goes or changes its meaning; a new field does not raise it."""


class Medium(StrEnum):
    """What a page is for."""

    SCREEN = "screen"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class BriefingPage:
    """What stands on a page. Templates get each field under its name.

    ``context_version`` is the number of this contract. ``medium`` is "screen" or "paper": printing costs by the
    element, and what unfolds on a screen does not on paper. ``style`` is the name of the style, ``length`` says how
    much is told, and ``sections`` are the names of the sections that are printed, in their order. ``logo`` is an image
    as a data URI, empty where there is none. ``briefing`` holds what is told; ``picture`` and ``density`` are charts of
    it, None where they show nothing; ``narrow_picture`` and ``narrow_density`` are those for a phone, None on paper.
    """

    context_version: int
    medium: Medium
    style: str
    length: Length
    sections: tuple[str, ...]
    logo: str
    briefing: Briefing
    picture: DrawnChart | None
    narrow_picture: DrawnChart | None
    density: DrawnChart | None
    narrow_density: DrawnChart | None


@dataclass(frozen=True, slots=True)
class IndexPage:
    """What stands on the start page: ``index``; the other fields are as in ``BriefingPage``."""

    context_version: int
    style: str
    logo: str
    index: Index
