"""All that the templates of a briefing get, as plain data."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.render.chart_context import DrawnChart
from dossier.render.context import Briefing

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
    element, and what unfolds on a screen does not on paper. ``style`` is the name of the style, and ``sections`` are
    the names of the sections that are printed, in their order. ``briefing`` holds what is told; ``picture`` and
    ``density`` are charts of it, None where they would show nothing.
    """

    context_version: int
    medium: Medium
    style: str
    sections: tuple[str, ...]
    briefing: Briefing
    picture: DrawnChart | None
    density: DrawnChart | None
