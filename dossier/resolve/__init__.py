"""Across articles: which chains are one actor, which mentions are one event, whose words they are."""

from dossier.resolve.actors import Actors, resolve_actors
from dossier.resolve.events import Events, resolve_events
from dossier.resolve.judging import Ruled, rule, standing
from dossier.resolve.origins import Origins, find_origins
from dossier.resolve.relations import resolve_relations
from dossier.resolve.rulings import Rulings

__all__ = [
    "Actors",
    "Events",
    "Origins",
    "Ruled",
    "Rulings",
    "find_origins",
    "resolve_actors",
    "resolve_events",
    "resolve_relations",
    "rule",
    "standing",
]
