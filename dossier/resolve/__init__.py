"""Across articles: which chains are one actor, which mentions are one event."""

from dossier.resolve.actors import Actors, resolve_actors
from dossier.resolve.events import resolve_events
from dossier.resolve.relations import resolve_relations

__all__ = ["Actors", "resolve_actors", "resolve_events", "resolve_relations"]
