"""For one actor, or a whole case: which events belong, when they took place, and in which order."""

from dossier.timeline.case_listing import MOST_ENTRIES, NOBODY, case_listing
from dossier.timeline.chronology import Chronology
from dossier.timeline.conflicts.impossible import IMPOSSIBLE, recounted
from dossier.timeline.importance.importance import most_important, shortened
from dossier.timeline.importance.interest import interests, of_little_interest
from dossier.timeline.importance.retold import Retold
from dossier.timeline.listing import Listing, listing
from dossier.timeline.main_actors import overview
from dossier.timeline.main_statements import MainStatements, with_statements
from dossier.timeline.selection import acting, by_actor, most_active, of_nobody
from dossier.timeline.series.series_finder import SeriesFinder
from dossier.timeline.tied_events import TiedEvents

__all__ = [
    "IMPOSSIBLE",
    "MOST_ENTRIES",
    "NOBODY",
    "Chronology",
    "Listing",
    "MainStatements",
    "Retold",
    "SeriesFinder",
    "TiedEvents",
    "acting",
    "by_actor",
    "case_listing",
    "interests",
    "listing",
    "most_active",
    "most_important",
    "of_little_interest",
    "of_nobody",
    "overview",
    "recounted",
    "shortened",
    "with_statements",
]
