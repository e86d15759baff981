"""The form ``dossier/timeline/1``: the timeline of one actor, or of a whole case."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

import msgspec

from dossier.codec.entity_forms import (
    ActorCorrectionForm,
    AliasForm,
    DescriptionForm,
    DescriptionPlaceForm,
    EntityForm,
    IdentifierForm,
    MemberForm,
)
from dossier.codec.link_forms import LinkForm
from dossier.codec.note_forms import StandingNoteForm
from dossier.codec.relation_forms import RelationForm
from dossier.codec.shared_forms import PublishedForm, indented
from dossier.codec.timeline_events import entry_form, event_form, event_of, left_out_form, series_of
from dossier.codec.timeline_forms import (
    CitationForm,
    ConflictForm,
    EntryForm,
    Generator,
    LineForm,
    MainActorForm,
    OverviewForm,
    ReadingForm,
    TimelineForm,
)
from dossier.model import (
    Actor,
    Alias,
    Citation,
    Conflict,
    Description,
    LeftOut,
    MainActor,
    Overview,
    Reading,
    Stamp,
    Timeline,
    When,
)

_CITATION_FIELDS = tuple(one.name for one in fields(Citation) if one.name not in ("id", "published"))
_decoder = msgspec.json.Decoder(TimelineForm)


def encode_timeline(timeline: Timeline, generator: Generator) -> bytes:
    """The timeline as indented JSON in UTF-8; equal timelines and generators give equal bytes."""
    form = TimelineForm(
        generator=generator,
        as_of=timeline.as_of.edtf if timeline.as_of else None,
        entity=entity_form(timeline.actor) if timeline.actor else None,
        events=[entry_form(timeline, event, position) for position, event in timeline.events],
        undated=[entry_form(timeline, event) for event in timeline.undated],
        expected=[entry_form(timeline, event) for event in timeline.expected],
        possible=[event_form(event) for event in timeline.possible],
        left_out=[left_out_form(one) for one in timeline.left_out],
        conflicts=[_conflict_form(conflict) for conflict in timeline.conflicts],
        articles={key: citation_form(timeline.articles[key]) for key in sorted(timeline.articles)},
        overview=_overview_form(timeline.overview) if timeline.overview else None,
        marking=timeline.stamp.marking,
        status=timeline.stamp.status,
        selection=timeline.stamp.selection,
        notes=[StandingNoteForm.of(note) for note in timeline.notes],
    )
    return indented(form)


def decode_timeline(data: bytes) -> tuple[Timeline, Generator]:
    """The timeline and the generator that ``encode_timeline`` wrote.

    Raises ValueError for anything else, and for values that the model refuses (an event without evidence).
    """
    form = _decoder.decode(data)
    entries = (*form.events, *form.undated, *form.expected)
    timeline = Timeline(
        actor=actor_of(form.entity) if form.entity else None,
        as_of=None if form.as_of is None else When.parse(form.as_of),
        events=tuple((event.position or 0, event_of(event)) for event in form.events),
        undated=tuple(event_of(event) for event in form.undated),
        expected=tuple(event_of(event) for event in form.expected),
        series={entry.id: series_of(entry.series) for entry in entries if entry.series},
        parts={line.id: tuple(event_of(part) for part in line.parts) for line in _lines(entries) if line.parts},
        possible=tuple(event_of(event) for event in form.possible),
        left_out=tuple(LeftOut(event_of(event), event.reason) for event in form.left_out),
        conflicts=tuple(_conflict(conflict) for conflict in form.conflicts),
        articles={key: citation_of(key, article) for key, article in form.articles.items()},
        overview=_overview(form.overview) if form.overview else None,
        stamp=Stamp(form.marking, form.status, form.selection),
        notes=tuple(one.note() for one in form.notes),
    )
    return timeline, form.generator


def decode_timeline_form(data: bytes) -> TimelineForm:
    """The form that ``encode_timeline`` wrote, without a check of its values. Raises ValueError for anything else."""
    return _decoder.decode(data)


def _lines(entries: Iterable[EntryForm]) -> Iterator[LineForm]:
    """The entries, each followed by the lines that it stands for."""
    for entry in entries:
        yield entry
        yield from entry.series.others if entry.series else ()


def entity_form(actor: Actor) -> EntityForm:
    """The form of an actor."""
    return EntityForm(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        mentions=actor.mentions,
        members=[MemberForm(article=article, actor=chain) for article, chain in actor.members],
        aliases=[alias_form(alias) for alias in actor.aliases],
        descriptions=[_description_form(description) for description in actor.descriptions],
        identifiers=[IdentifierForm(scheme=scheme, value=value) for scheme, value in actor.identifiers],
        links=[LinkForm.of(link) for link in actor.links],
        corrections=[ActorCorrectionForm.of(one) for one in actor.corrections],
    )


def alias_form(alias: Alias) -> AliasForm:
    """The form of an alias."""
    return AliasForm(text=alias.text, mentions=alias.mentions, articles=list(alias.articles))


def _description_form(description: Description) -> DescriptionForm:
    span, words = description.quote.span, description.quote.exact
    place = DescriptionPlaceForm(article=description.article, start=span.start, end=span.end, text=words)
    return DescriptionForm(text=description.text, mention=place)


def _description(form: DescriptionForm) -> Description:
    return Description(form.text, form.mention.article, form.mention.as_quote())


def _overview_form(overview: Overview) -> OverviewForm:
    actors = [
        MainActorForm(
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            aliases=list(actor.aliases),
            descriptions=[_description_form(description) for description in actor.descriptions],
            mentions=actor.mentions,
            articles=actor.articles,
            sources=actor.sources,
        )
        for actor in overview.actors
    ]
    return OverviewForm(actors=actors, events=overview.events, articles=overview.articles)


def _overview(form: OverviewForm) -> Overview:
    actors = (
        MainActor(
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            aliases=tuple(actor.aliases),
            descriptions=tuple(_description(one) for one in actor.descriptions),
            mentions=actor.mentions,
            articles=actor.articles,
            sources=actor.sources,
        )
        for actor in form.actors
    )
    return Overview(tuple(actors), events=form.events, articles=form.articles)


def actor_of(form: EntityForm) -> Actor:
    """The actor of a form."""
    return Actor(
        id=form.id,
        name=form.name,
        kind=form.kind,
        members=tuple((member.article, member.actor) for member in form.members),
        mentions=form.mentions,
        aliases=tuple(Alias(alias.text, alias.mentions, tuple(alias.articles)) for alias in form.aliases),
        descriptions=tuple(_description(one) for one in form.descriptions),
        links=tuple(link.link() for link in form.links),
        identifiers=tuple((identifier.scheme, identifier.value) for identifier in form.identifiers),
        corrections=tuple(one.correction() for one in form.corrections),
    )


def _conflict_form(conflict: Conflict) -> ConflictForm:
    readings = [_reading_form(reading) for reading in conflict.readings]
    return ConflictForm(event=conflict.event, field=conflict.field, readings=readings)


def _reading_form(reading: Reading) -> ReadingForm:
    relation = RelationForm.of(reading.relation) if reading.relation else None
    return ReadingForm(value=reading.value, mentions=list(reading.mentions), relation=relation, event=reading.event)


def _conflict(form: ConflictForm) -> Conflict:
    return Conflict(form.event, form.field, tuple(_reading(reading) for reading in form.readings))


def _reading(form: ReadingForm) -> Reading:
    relation = form.relation.relation() if form.relation else None
    return Reading(form.value, tuple(form.mentions), relation, form.event)


def citation_form(article: Citation) -> CitationForm:
    """The form of a citation; the id is not in it."""
    fields = {name: getattr(article, name) for name in _CITATION_FIELDS}
    return CitationForm(published=PublishedForm.of(article.published), **fields)


def citation_of(key: str, form: CitationForm) -> Citation:
    """The citation of a form; ``key`` is its id."""
    fields = {name: getattr(form, name) for name in _CITATION_FIELDS}
    return Citation(key, published=form.published.published(), **fields)
