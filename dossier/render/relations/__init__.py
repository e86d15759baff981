"""Relations: who is tied to the subject by what both did or underwent, how often, when and on how many sources."""

from dossier.render.relations.relation_context import ActorRelation, Relations, TieLine
from dossier.render.relations.strongest import relations

__all__ = ["ActorRelation", "Relations", "TieLine", "relations"]
