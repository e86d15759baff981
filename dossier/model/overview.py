"""What the timeline of a whole case has in place of an actor."""

from dataclasses import dataclass

from dossier.model.actor import Description
from dossier.model.mentions import Kind

WHOLE_CASE = "case"
"""Stands for the id of an actor where something is of the whole case; ids of actors are longer."""


@dataclass(frozen=True, slots=True)
class MainActor:
    """One of the main actors of a case, and how much is told of it.

    ``aliases`` are its other names, the most used first. ``mentions`` counts all of them by any form, ``articles``
    those that mention it, ``sources`` the independent ones among these: copies do not count.
    """

    id: str
    name: str
    kind: Kind
    aliases: tuple[str, ...]
    descriptions: tuple[Description, ...]
    mentions: int
    articles: int
    sources: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The main actors of a case, the most active first, and the numbers of all its events and articles."""

    actors: tuple[MainActor, ...]
    events: int
    articles: int
