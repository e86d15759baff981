"""The export ``geojson``: the events whose places have coordinates, for maps (QGIS, Leaflet, Kepler)."""

from collections.abc import Iterable, Mapping

from geojson import Feature, FeatureCollection, Point, dumps

from dossier.export.event_words import when_words
from dossier.export.export_result import Export
from dossier.export.exported_event import ExportedEvent
from dossier.export.losses import losses
from dossier.export.published_build import PublishedBuild
from dossier.model import SURE_LINK
from dossier.render.places.locating import Located, locate
from dossier.text.plurals import plural
from dossier.text.printable import printable


def export(published: PublishedBuild) -> Export:
    """A feature (RFC 7946) for each event at a place with known coordinates: those of the place, not of the event."""
    placed: dict[str, list[ExportedEvent]] = {}
    for event in published.events:
        if event.form.place:
            placed.setdefault(event.form.place.entity or event.form.place.name, []).append(event)
    found = {key: _located(key, those, published) for key, those in placed.items()}
    features = [
        _feature(event, at, published)
        for event in published.events
        if event.form.place and isinstance(at := found[event.form.place.entity or event.form.place.name], Located)
    ]
    data = FeatureCollection(features, **_head(published))
    text = dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    lost = (*_left(published, placed, found), *losses("geojson"))
    return Export({"places.geojson": text.encode("utf-8", "replace")}, lost)


def _located(key: str, those: Iterable[ExportedEvent], published: PublishedBuild) -> object:
    """Where a place lies, as on the map of the page; what is no ``Located`` has no coordinates."""
    mentions = [told for event in those for told in event.form.mentions]
    articles = {told.article for told in mentions}
    elsewhere = (told for event in published.events for told in event.form.mentions)
    background = (told.quote.exact for told in elsewhere if told.article in articles)
    return locate(published.names.get(key, key), [told.quote.exact for told in mentions], background)


def _head(published: PublishedBuild) -> dict[str, str]:
    case = published.case
    marks = {"marking": case.marking, "status": case.status}
    return {name: one.value for name, one in marks.items() if one} | ({"as_of": case.as_of} if case.as_of else {})


def _feature(event: ExportedEvent, at: Located, published: PublishedBuild) -> Feature:
    form, place = event.form, event.form.place
    values = {
        "line": printable(form.summary),
        "place": printable(place.name) if place else None,
        "place_id": place.entity if place else None,
        "place_is_sure": place.confidence >= SURE_LINK if place else None,
        "coordinates_are_of": "the middle of a country or state" if at.is_whole else "a town",
        "country": at.country or None,
        "type": form.type,
        "listed": event.listed.value,
        "date": form.when.edtf,
        "date_in_words": when_words(event),
        "earliest": form.when.earliest,
        "latest": form.when.latest,
        "basis": form.when.basis.value,
        "certainty": form.certainty.value,
        "polarity": form.polarity.value,
        "realis": form.realis.value,
        "is_fact": event.is_fact,
        "disputed": [one.field for one in event.disputes],
        "source": printable(event.source) or None,
        "independent_sources": form.independent_sources,
        "participants": [
            {"id": one.entity, "name": printable(one.name), "role": one.role.value} for one in form.participants
        ],
        "evidence": [
            {"article": one.article, "ref": published.articles[one.article].ref, "quote": printable(one.quote.exact)}
            for one in form.mentions
        ],
    }
    return Feature(id=form.id, geometry=Point((at.longitude, at.latitude), precision=6), properties=values)


def _left(
    published: PublishedBuild, placed: Mapping[str, list[ExportedEvent]], found: Mapping[str, object]
) -> Iterable[str]:
    nowhere = len(published.events) - sum(map(len, placed.values()))
    yield f"{plural(nowhere, 'event')} for which no place is known."
    unlocated = {key: those for key, those in placed.items() if not isinstance(found[key], Located)}
    if unlocated:
        names = ", ".join(sorted(printable(published.names.get(key, key)) for key in unlocated))
        yield f"{plural(sum(map(len, unlocated.values())), 'event')} at places without known coordinates: {names}."
