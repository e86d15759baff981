"""Put the names that the analyst gave to actors in place of those under which the articles know them.

Events are told apart under the names of the articles; what a reader sees has the new ones.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dossier.model.attribution import Attribution
from dossier.model.event import Event, Evidence, RolePlayer, Setting

Names = Mapping[str, str]
"""The new names, by the ids of the actors."""


def event_under(names: Names, event: Event) -> Event:
    """The event with the new names, in each of its mentions too; the same object where it names nobody of these."""
    if names.keys().isdisjoint(actors_named_in(event)):
        return event
    return replace(
        event,
        participants=players_under(names, event.participants),
        place=place_under(names, event.place),
        attribution=source_under(names, event.attribution),
        evidence=tuple(evidence_under(names, piece) for piece in event.evidence),
    )


def actors_named_in(event: Event) -> set[str]:
    """The ids of all actors whom the event or one of its mentions names."""
    found: set[str | None] = set()
    parts: tuple[Event | Evidence, ...] = (event, *event.evidence)
    for part in parts:
        found.update(player.entity for player in part.participants)
        found.add(part.place.entity if part.place else None)
        source = part.attribution
        while source:
            found.add(source.actor)
            source = source.via
    return {actor for actor in found if actor is not None}


def evidence_under(names: Names, piece: Evidence) -> Evidence:
    """The mention with the new names."""
    return replace(
        piece,
        participants=players_under(names, piece.participants),
        place=place_under(names, piece.place),
        attribution=source_under(names, piece.attribution),
    )


def players_under(names: Names, players: Iterable[RolePlayer]) -> tuple[RolePlayer, ...]:
    """The participants with the new names, each once."""
    named = (replace(player, name=_name(names, player.entity, player.name)) for player in players)
    return tuple(dict.fromkeys(named))


def place_under(names: Names, place: Setting | None) -> Setting | None:
    """The place with the new name."""
    return place and replace(place, name=_name(names, place.entity, place.name))


def source_under(names: Names, source: Attribution | None) -> Attribution | None:
    """The source, and who passes it on, with the new names."""
    if source is None:
        return None
    via = source_under(names, source.via)
    name = names.get(source.actor, source.name) if source.actor else source.name
    return source if (name, via) == (source.name, source.via) else replace(source, name=name, via=via)


def _name(names: Names, actor: str | None, read: str) -> str:
    return names.get(actor, read) if actor else read
