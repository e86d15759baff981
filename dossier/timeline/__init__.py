"""For one actor: which events belong, when they took place as far as that follows, and in which order."""

from dossier.timeline.chronology import Chronology
from dossier.timeline.importance import most_important, shortened
from dossier.timeline.interest import of_little_interest
from dossier.timeline.listing import Listing, listing
from dossier.timeline.selection import by_actor, most_active

__all__ = [
    "Chronology",
    "Listing",
    "by_actor",
    "listing",
    "most_active",
    "most_important",
    "of_little_interest",
    "shortened",
]
