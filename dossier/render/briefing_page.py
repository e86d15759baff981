"""All that the templates of a briefing get, as plain data."""

from dataclasses import dataclass

from dossier.render.chart_context import DrawnChart
from dossier.render.context import Briefing

CONTEXT_VERSION = 1
"""Rises when a field goes or changes its meaning; a new field does not raise it."""


@dataclass(frozen=True, slots=True)
class BriefingPage:
    """What stands on a page. Templates get each field under its name.

    ``context_version`` is the number of this contract. ``style`` is the name of the style, and ``sections`` are the
    names of the sections that are printed, in their order. ``briefing`` holds what is told; ``picture`` and ``density``
    are charts of it, None where they would show nothing.
    """

    context_version: int
    style: str
    sections: tuple[str, ...]
    briefing: Briefing
    picture: DrawnChart | None
    density: DrawnChart | None
