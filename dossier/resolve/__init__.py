"""Across articles: which chains are one actor, which mentions are one event, whose words they are."""

from dossier.resolve.actors import Actors, resolve_actors
from dossier.resolve.claims import Claims
from dossier.resolve.doubts import most_valuable_first, needed
from dossier.resolve.events import Events, resolve_events
from dossier.resolve.judging import Ruled, rule
from dossier.resolve.origins import Origins, find_origins
from dossier.resolve.relations import resolve_relations
from dossier.resolve.rulings import Rulings
from dossier.resolve.standing import news, overridden, standing, subject_of
from dossier.resolve.watching import Watching
from dossier.resolve.wording import decided, pointed

__all__ = [
    "Actors",
    "Claims",
    "Events",
    "Origins",
    "Ruled",
    "Rulings",
    "Watching",
    "decided",
    "find_origins",
    "most_valuable_first",
    "needed",
    "news",
    "overridden",
    "pointed",
    "resolve_actors",
    "resolve_events",
    "resolve_relations",
    "rule",
    "standing",
    "subject_of",
]
