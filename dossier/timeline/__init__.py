"""For one actor: which events belong, and in which order a reader sees them."""

from dossier.timeline.select import by_actor, most_mentioned
from dossier.timeline.timelines import timeline

__all__ = ["by_actor", "most_mentioned", "timeline"]
