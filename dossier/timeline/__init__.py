"""For one actor: which events belong, when they took place as far as that follows, and in which order."""

from dossier.timeline.importance import most_important
from dossier.timeline.select import by_actor, most_mentioned
from dossier.timeline.timelines import Chronology

__all__ = ["Chronology", "by_actor", "most_important", "most_mentioned"]
