"""The export ``geojson``: the events whose places have coordinates, for maps (QGIS, Leaflet, Kepler)."""

from collections.abc import Iterator, Mapping

from geojson import Feature, FeatureCollection, Point, dumps

from dossier.export.event_words import when_words
from dossier.export.export_result import Export
from dossier.export.exported_event import ExportedEvent
from dossier.export.located_places import events_by_place, located_places, place_key
from dossier.export.losses import losses
from dossier.export.published_build import PublishedBuild
from dossier.model import SURE_LINK
from dossier.render.places.locating import Located
from dossier.text.plurals import plural
from dossier.text.printable import printable


def export(published: PublishedBuild) -> Export:
    """A feature (RFC 7946) for each event at a place with known coordinates: those of the place, not of the event."""
    found = located_places(published)
    features = [
        _feature(event, found[key], published) for event in published.events if (key := place_key(event)) in found
    ]
    data = FeatureCollection(features, **_head(published))
    text = dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    lost = (*_left(published, found), *losses("geojson"))
    return Export({"places.geojson": text.encode("utf-8", "replace")}, lost)


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
        "judged": list(form.judged),
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


def _left(published: PublishedBuild, found: Mapping[str, Located]) -> Iterator[str]:
    """What has no place on the map: events without a place, and places without coordinates."""
    placed = events_by_place(published)
    yield f"{plural(len(published.events) - sum(map(len, placed.values())), 'event')} for which no place is known."
    if unlocated := {key: those for key, those in placed.items() if key not in found}:
        names = ", ".join(sorted(printable(published.names.get(key, key)) for key in unlocated))
        events = plural(sum(map(len, unlocated.values())), "event")
        yield f"{events} at places without known coordinates: {names}."
