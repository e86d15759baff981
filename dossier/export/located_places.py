"""Where the places of events lie, for exports that have coordinates: as on the map of the page."""

from collections.abc import Mapping, Sequence

from dossier.export.exported_event import ExportedEvent
from dossier.export.published_build import PublishedBuild
from dossier.render.places.locating import Located, locate


def events_by_place(published: PublishedBuild) -> Mapping[str, Sequence[ExportedEvent]]:
    """The events at each place, by its id, or by its name where no actor is meant."""
    placed: dict[str, list[ExportedEvent]] = {}
    for event in published.events:
        if key := place_key(event):
            placed.setdefault(key, []).append(event)
    return placed


def place_key(event: ExportedEvent) -> str:
    """The id of its place, or the name; empty where it has no place."""
    place = event.form.place
    return (place.entity or place.name) if place else ""


def located_places(published: PublishedBuild) -> Mapping[str, Located]:
    """Where each place lies that has known coordinates, by the key of ``events_by_place``."""
    found = {key: _located(key, those, published) for key, those in events_by_place(published).items()}
    return {key: at for key, at in found.items() if at}


def _located(key: str, those: Sequence[ExportedEvent], published: PublishedBuild) -> Located | None:
    mentions = [told for event in those for told in event.form.mentions]
    articles = {told.article for told in mentions}
    elsewhere = (told for event in published.events for told in event.form.mentions)
    background = (told.quote.exact for told in elsewhere if told.article in articles)
    at = locate(published.names.get(key, key), [told.quote.exact for told in mentions], background)
    return at if isinstance(at, Located) else None
