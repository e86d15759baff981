"""Which chains of which articles are one actor."""

from dossier.resolve.actors.actor_merging import possible_ids
from dossier.resolve.actors.resolve_actors import Actors, resolve_actors
from dossier.resolve.actors.unnamed_actors import resolve_unnamed

__all__ = ["Actors", "possible_ids", "resolve_actors", "resolve_unnamed"]
