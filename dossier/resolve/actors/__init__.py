"""Which chains of which articles are one actor."""

from dossier.resolve.actors.resolve_actors import Actors, resolve_actors

__all__ = ["Actors", "resolve_actors"]
