"""The export ``stix``: identities, places and notes on events as STIX 2.1, for threat intelligence platforms."""

import json
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID, uuid5

import stix2

from dossier.codec import CaseActorForm
from dossier.codec.timeline_forms import EvidenceForm
from dossier.export.event_words import article_words, entity_words, marked_line, notes, when_words
from dossier.export.export_result import Export
from dossier.export.exported_event import ExportedEvent
from dossier.export.located_places import located_places, place_key
from dossier.export.losses import losses
from dossier.export.published_build import PublishedBuild
from dossier.export.stix_marking import tlp_marking
from dossier.model import Kind, When
from dossier.render.places.locating import Located
from dossier.text.plurals import plural
from dossier.text.printable import printable

_NAMESPACE = UUID("5f3f5e4e-8a5c-5b43-9a55-0f6c5c2a7d11")
"""The namespace of the ids: those of the JSON files become UUIDs of version 5. Chosen once; never change it."""
_CLASSES = {Kind.PERSON: "individual", Kind.ORGANIZATION: "organization", Kind.GROUP: "group", Kind.OTHER: "unknown"}
"""Classes of identities, by kind; works, products and places are none."""
_CREATED = "1970-01-01T00:00:00.000Z"
"""When all objects were created: an object keeps that through all editions, and only what is modified has a day."""
_SCHEMES = ("http://", "https://")


def export(published: PublishedBuild) -> Export:
    """A STIX 2.1 bundle: identities, locations, a note for each event with its evidence, a report for each timeline."""
    maker = _BundleMaker(published)
    objects = list(maker.objects())
    bundle = stix2.Bundle(
        id=_id("bundle", f"{published.title} {published.case.as_of}"), objects=objects, allow_custom=True
    )
    text = json.dumps(json.loads(bundle.serialize()), ensure_ascii=False, indent=1) + "\n"  # its own is slow
    return Export({"dossier.stix.json": text.encode("utf-8", "replace")}, (*maker.lost(), *losses("stix")))


def _id(kind: str, key: str) -> str:
    return f"{kind}--{uuid5(_NAMESPACE, f'{kind}:{key}')}"


class _BundleMaker:
    """Makes the objects of a bundle. What they have in common is the day of the build and its marking."""

    def __init__(self, published: PublishedBuild) -> None:
        self._published = published
        self._places = located_places(published)
        day = When.parse(published.case.as_of).latest if published.case.as_of else None
        self._day = f"{day}T00:00:00.000Z" if day else _CREATED
        self._marking = tlp_marking(published.case.marking)
        self._program = _id("identity", "dossier")
        self._extension = _id("extension-definition", "event")
        marks = {"object_marking_refs": [self._marking["id"]]} if self._marking else {}
        self._common: dict[str, Any] = {"created": _CREATED, "modified": self._day, **marks}
        self._refs: dict[str, str] = {}

    def objects(self) -> Iterator[Any]:
        """The objects, those first that others refer to."""
        if self._marking:
            yield self._marking
        yield stix2.v21.Identity(id=self._program, name="Dossier", identity_class="system", **self._common)
        yield self._definition()
        for actor in self._published.actors:
            if made := self._actor(actor):
                self._refs[actor.id] = made.id
                yield made
        for event in self._published.events:
            yield self._note(event)
        for key in self._published.timelines:
            yield self._report(key)

    def lost(self) -> Iterator[str]:
        """What the bundle has no object for."""
        names = sorted(actor.name for actor in self._published.actors if actor.id not in self._refs)
        if names:
            yield f"{plural(len(names), 'actor')} for which STIX has no object, named in the notes alone: " + printable(
                f"{', '.join(names)}."
            )

    def _definition(self) -> Any:
        """The definition of the properties that notes have beside those of STIX."""
        return stix2.v21.ExtensionDefinition(
            id=self._extension,
            created_by_ref=self._program,
            name="Event of a dossier",
            description="What is known of an event, in the fields of timeline.json.",
            schema="docs/exports.md of Dossier",
            version="1.0.0",
            extension_types=["property-extension"],
            **self._common,
        )

    def _actor(self, actor: CaseActorForm) -> Any:
        """The identity or the location of an actor; None where it is neither."""
        if actor.kind is Kind.PLACE:
            at = self._places.get(actor.id)
            return self._location(actor, at) if at else None
        if actor.kind not in _CLASSES:
            return None
        entity = self._published.entities.get(actor.id)
        about = entity_words(entity) if entity else "; ".join(alias.text for alias in actor.aliases)
        described = {"description": printable(about)} if about else {}
        return stix2.v21.Identity(
            id=_id("identity", actor.id),
            name=printable(actor.name),
            identity_class=_CLASSES[actor.kind],
            external_references=[{"source_name": "dossier", "external_id": actor.id}],
            **described,
            **self._common,
        )

    def _location(self, actor: CaseActorForm, at: Located) -> Any:
        return stix2.v21.Location(
            id=_id("location", actor.id),
            name=printable(actor.name),
            latitude=at.latitude,
            longitude=at.longitude,
            external_references=[{"source_name": "dossier", "external_id": actor.id}],
            **self._common,
        )

    def _note(self, event: ExportedEvent) -> Any:
        refs = [self._refs[key] for key in _parties(event) if key in self._refs]
        return stix2.v21.Note(
            id=_id("note", event.form.id),
            abstract=printable(marked_line(event)),
            content=printable("\n".join(self._content(event))),
            object_refs=list(dict.fromkeys(refs)) or [self._report_id(event.timelines[0])],
            labels=[printable(event.form.type), event.listed.value, *(["fact"] if event.is_fact else [])],
            external_references=[self._reference(told) for told in event.form.mentions],
            extensions={self._extension: {"extension_type": "property-extension", **_properties(event)}},
            allow_custom=True,
            **self._common,
        )

    def _content(self, event: ExportedEvent) -> Iterator[str]:
        yield f"{when_words(event)} (EDTF {event.form.when.edtf or 'none'}); {'; '.join(notes(event))}"
        for told in event.form.mentions:
            yield f"“{told.quote.exact}” ({article_words(self._published.articles[told.article])})"

    def _reference(self, told: EvidenceForm) -> dict[str, str]:
        """The article of a mention, with its sentence; no address that is not of the web."""
        article = self._published.articles[told.article]
        link = {"url": article.url} if article.url and article.url.startswith(_SCHEMES) else {}
        named = printable(article.publisher or article.ref)
        return {"source_name": named, "external_id": told.article, "description": printable(told.quote.exact), **link}

    def _report_id(self, key: str) -> str:
        return _id("report", f"{key} {self._published.title}")

    def _report(self, key: str) -> Any:
        """The report of a timeline: its subject and the notes on its events."""
        entity = self._published.entities.get(key)
        events = [_id("note", event.form.id) for event in self._published.events if key in event.timelines]
        subject = [self._refs[key]] if key in self._refs else []
        return stix2.v21.Report(
            id=self._report_id(key),
            name=printable(entity.name) if entity else "The whole case",
            published=self._day,
            object_refs=[*subject, *events] or [self._program],
            **self._common,
        )


def _parties(event: ExportedEvent) -> Iterator[str]:
    """The ids of those who take part, and of the place."""
    yield from (player.entity for player in event.form.participants if player.entity)
    yield place_key(event)


def _properties(event: ExportedEvent) -> dict[str, Any]:
    """What STIX has no place for: dates, doubts, parts, disputes and the places of the evidence."""
    form = event.form
    values: dict[str, Any] = {
        "event_id": form.id,
        "edtf": form.when.edtf,
        "earliest": form.when.earliest,
        "latest": form.when.latest,
        "basis": form.when.basis.value,
        "not_before": form.not_before.edtf if form.not_before else None,
        "not_after": form.not_after.edtf if form.not_after else None,
        "likely_day": form.likely.edtf if form.likely else None,
        "likely_p": form.likely.p if form.likely else None,
        "certainty": form.certainty.value,
        "polarity": form.polarity.value,
        "realis": form.realis.value,
        "attributed_to": printable(event.source),
        "independent_sources": form.independent_sources,
        "participants": [
            {"id": one.entity or "", "name": printable(one.name), "role": one.role.value, "confidence": one.confidence}
            for one in form.participants
        ],
        "place": printable(form.place.name) if form.place else None,
        "disputes": _disputes(event),
        "evidence": [{"article": one.article, "start": one.quote.start, "end": one.quote.end} for one in form.mentions],
    }
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def _disputes(event: ExportedEvent) -> Sequence[dict[str, Any]]:
    return [
        {"field": one.field, "value": printable(value), "articles": list(articles)}
        for one in event.disputes
        for value, articles in one.readings
    ]
