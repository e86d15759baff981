"""The export ``ftm``: FollowTheMoney entities and the statements that they consist of, each with its source."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

from followthemoney import Dataset, StatementEntity
from followthemoney.statement.serialize import JSON, write_statements
from orjson import OPT_APPEND_NEWLINE, OPT_SORT_KEYS, dumps

from dossier.codec import CaseActorForm, CitationForm
from dossier.export.event_words import marked_line, notes, when_words
from dossier.export.export_result import Export
from dossier.export.exported_event import ExportedEvent
from dossier.export.losses import losses
from dossier.export.published_build import PublishedBuild
from dossier.model import Kind, Precision, When
from dossier.text.plurals import plural
from dossier.text.printable import printable

_DATASET = Dataset.make({"name": "dossier", "title": "Dossier"})
_SCHEMATA = {
    Kind.PERSON: "Person",
    Kind.ORGANIZATION: "Organization",
    Kind.GROUP: "LegalEntity",
    Kind.PLACE: "Address",
}
"""Schemata of actors, by kind; FollowTheMoney has none for the others."""
_PARTIES = ("Person", "Organization", "LegalEntity")
_DATED = (Precision.YEAR, Precision.MONTH, Precision.DAY, Precision.MINUTE, Precision.SECOND)
_WATCHLIST = "watchlist"
"""The source of what no article says: the user's own list."""


def export(published: PublishedBuild) -> Export:
    """Entities (people, bodies, places, events, articles) and their statements; the origin of each is its article."""
    actors = {actor.id: made for actor in published.actors if (made := _actor(actor, published))}
    articles = [_article(key, article) for key, article in published.articles.items()]
    events = [_event(event, published, actors) for event in published.events]
    entities = [*actors.values(), *articles, *events]
    written = io.BytesIO()
    statements = sorted(
        (one for entity in entities for one in entity.statements), key=lambda one: (one.canonical_id, one.id or "")
    )
    write_statements(written, JSON, statements)
    lines = b"".join(dumps(_in_order(entity), option=OPT_APPEND_NEWLINE | OPT_SORT_KEYS) for entity in entities)
    files = {"entities.ftm.json": lines, "statements.ftm.json": written.getvalue()}
    return Export(files, (*_left(published, actors), *losses("ftm")))


def _entity(key: str, schema: str) -> StatementEntity:
    return StatementEntity(_DATASET, {"id": key, "schema": schema, "properties": {}})


def _in_order(entity: StatementEntity) -> dict[str, Any]:
    """The entity with its values in the order of the alphabet: the library keeps them in sets."""
    data: dict[str, Any] = entity.to_dict()
    lists = {name: sorted(value) for name, value in data.items() if isinstance(value, list)}
    return data | lists | {"properties": {name: sorted(values) for name, values in data["properties"].items()}}


def _add(entity: StatementEntity, prop: str, values: Iterable[str | None], origin: str | None) -> None:
    """Add values as statements of this origin (the id of an article)."""
    for value in values:
        if value and value.strip():
            entity.add(prop, printable(value), origin=origin)


def _actor(actor: CaseActorForm, published: PublishedBuild) -> StatementEntity | None:
    """The entity of an actor, its names each by the articles that use them; None for a kind that has no schema."""
    if actor.kind not in _SCHEMATA:
        return None
    entity = _entity(actor.id, _SCHEMATA[actor.kind])
    named = [mention.article for mention in actor.mentions if mention.text == actor.name]
    for article in sorted(set(named)) or [min(mention.article for mention in actor.mentions)]:
        _add(entity, "name", [actor.name], article)
    for alias in actor.aliases:
        for article in alias.articles:
            _add(entity, "alias", [alias.text], article)
    if told := published.entities.get(actor.id):
        for about in told.descriptions:
            _add(entity, "notes", [about.text], about.mention.article)
        _add(entity, "wikidataId", [one.value for one in told.identifiers if one.scheme == "wikidata"], _WATCHLIST)
    return entity


def _article(key: str, article: CitationForm) -> StatementEntity:
    entity = _entity(key, "Article")
    when = When.parse(article.published.edtf) if article.published.edtf else None
    for prop, value in (
        ("title", article.title),
        ("fileName", article.ref),
        ("publishedAt", _date(when)),
        ("publisher", article.publisher),
        ("author", article.author),
        ("sourceUrl", article.url),
    ):
        _add(entity, prop, [value], key)
    return entity


def _date(when: When | None) -> str | None:
    """A date of one period as FollowTheMoney has it, of the precision that is known; None for any other."""
    if when is None or when.precision not in _DATED or when.first is None:
        return None
    return when.first.edtf.rstrip("?~%")


def _event(event: ExportedEvent, published: PublishedBuild, actors: dict[str, StatementEntity]) -> StatementEntity:
    """The entity of an event: each article that tells it is the origin of what it says."""
    entity, form = _entity(event.form.id, "Event"), event.form
    when = When.parse(form.when.edtf) if form.when.edtf else None
    for told in form.mentions:
        _add(entity, "proof", [told.article], told.article)
        _add(entity, "description", [told.quote.exact], told.article)
        for player in told.participants:
            if player.entity in actors and actors[player.entity].schema.name in _PARTIES:
                _add(entity, "involved", [player.entity], told.article)
    first = form.mentions[0].article
    dated = next((told.article for told in form.mentions if told.when.edtf == form.when.edtf), first)
    _add(entity, "name", [marked_line(event)], first)
    _add(entity, "date", [_date(when)], dated)
    if when and when.is_interval and when.first and when.last:
        _add(entity, "startDate", [_date(When.of(when.first))], dated)
        _add(entity, "endDate", [_date(When.of(when.last))], dated)
    _add(entity, "notes", [f"{when_words(event)} (EDTF {form.when.edtf or 'none'}); {'; '.join(notes(event))}"], first)
    _add(entity, "notes", _readings(event), first)
    _add(entity, "keywords", [form.type, event.listed.value, *(["fact"] if event.is_fact else [])], first)
    _add(entity, "location", [form.place.name] if form.place else [], first)
    return entity


def _readings(event: ExportedEvent) -> Iterator[str]:
    """What is in dispute, with the articles of each reading."""
    for dispute in event.disputes:
        for value, articles in dispute.readings:
            yield f"in dispute, {dispute.field}: {value} ({', '.join(articles)})"


def _left(published: PublishedBuild, actors: dict[str, StatementEntity]) -> Iterator[str]:
    names = sorted(printable(actor.name) for actor in published.actors if actor.id not in actors)
    if names:
        yield f"{plural(len(names), 'actor')} of a kind without a schema: {', '.join(names)}."
