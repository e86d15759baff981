"""Who is who in a case: its main actors, and how much is told of each."""

from collections.abc import Iterable, Mapping

from dossier.model import Actor, Citation, MainActor, Overview

MOST_ACTORS = 20
"""Main actors of a case: as many as have a dossier when no name is given. Set by hand."""
_MOST_DESCRIPTIONS = 1
"""Descriptions of each: one says who it is, the others stand in its dossier. Set by hand."""


def overview(active: Iterable[Actor], articles: Mapping[str, Citation], events: int) -> Overview:
    """The overview of a case with so many ``events``: its ``MOST_ACTORS`` first actors, who come most active first.

    ``articles`` are all of the case, by id.
    """
    main = tuple(_main_actor(actor, articles) for _, actor in zip(range(MOST_ACTORS), active, strict=False))
    return Overview(main, events=events, articles=len(articles))


def _main_actor(actor: Actor, articles: Mapping[str, Citation]) -> MainActor:
    return MainActor(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        aliases=tuple(alias.text for alias in actor.aliases),
        descriptions=actor.descriptions[:_MOST_DESCRIPTIONS],
        mentions=actor.mentions,
        articles=len(actor.articles),
        sources=len({articles[key].copy_of or key for key in actor.articles}),
    )
