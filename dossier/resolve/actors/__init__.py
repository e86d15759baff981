"""Which chains of which articles are one actor."""

from dossier.resolve.actors.actor_merging import possible_ids
from dossier.resolve.actors.resolve_actors import Actors, resolve_actors
from dossier.resolve.actors.shelves.joined_actors import JoinedActors, join_actors
from dossier.resolve.actors.shelves.shelf_actors import (
    NO_TRAITS,
    ShelfActor,
    ShelfTraits,
    Traits,
    canonical_names,
    traits_on_shelf,
)
from dossier.resolve.actors.unnamed_actors import resolve_unnamed

__all__ = [
    "NO_TRAITS",
    "Actors",
    "JoinedActors",
    "ShelfActor",
    "ShelfTraits",
    "Traits",
    "canonical_names",
    "join_actors",
    "possible_ids",
    "resolve_actors",
    "resolve_unnamed",
    "traits_on_shelf",
]
