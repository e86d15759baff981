"""The form ``dossier/timeline/1``: one actor's dossier."""

from collections.abc import Iterable

import msgspec

from dossier.codec.attribution_forms import AttributionForm, QuantityForm
from dossier.codec.link_forms import LinkForm
from dossier.codec.relation_forms import BoundForm, RelationForm
from dossier.codec.shared_forms import PublishedForm, QuoteForm, WhenForm
from dossier.codec.timeline_forms import (
    AliasForm,
    CitationForm,
    ConflictForm,
    DescribedForm,
    DescriptionForm,
    EntityForm,
    EvidenceForm,
    Generator,
    IdentifierForm,
    MemberForm,
    PlayerForm,
    ReadingForm,
    SettingForm,
    TimelineEventForm,
    TimelineForm,
)
from dossier.model import (
    Actor,
    Alias,
    Citation,
    Conflict,
    Description,
    Event,
    Evidence,
    Factuality,
    Quote,
    Reading,
    RolePlayer,
    Setting,
    Timeline,
    When,
)

_CITED = ("ref", "title", "publisher", "author", "url", "language", "reliability", "sha256", "copy_of")
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(TimelineForm)


def encode_timeline(timeline: Timeline, generator: Generator) -> bytes:
    """The dossier as indented JSON in UTF-8; equal timelines give equal bytes."""
    form = TimelineForm(
        generator=generator,
        as_of=timeline.as_of.edtf if timeline.as_of else None,
        entity=_entity_form(timeline.actor),
        events=[_event_form(event, position) for position, event in timeline.events],
        undated=[_event_form(event, None) for event in timeline.undated],
        expected=[_event_form(event, None) for event in timeline.expected],
        conflicts=[_conflict_form(conflict) for conflict in timeline.conflicts],
        articles={key: _citation_form(timeline.articles[key]) for key in sorted(timeline.articles)},
    )
    return msgspec.json.format(_encoder.encode(form), indent=1) + b"\n"


def decode_timeline(data: bytes) -> tuple[Timeline, Generator]:
    """What ``encode_timeline`` wrote. Raises ValueError for anything else, or for what breaks a timeline's rules."""
    form = _decoder.decode(data)
    timeline = Timeline(
        _actor(form.entity),
        None if form.as_of is None else When.parse(form.as_of),
        tuple((event.position or 0, _event(event)) for event in form.events),
        tuple(_event(event) for event in form.undated),
        tuple(_event(event) for event in form.expected),
        tuple(_conflict(conflict) for conflict in form.conflicts),
        {key: _citation(key, article) for key, article in form.articles.items()},
    )
    return timeline, form.generator


def _entity_form(actor: Actor) -> EntityForm:
    return EntityForm(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        mentions=actor.mentions,
        members=[MemberForm(article=article, actor=chain) for article, chain in actor.members],
        aliases=[AliasForm(text=a.text, mentions=a.mentions, articles=list(a.articles)) for a in actor.aliases],
        descriptions=[_description_form(description) for description in actor.descriptions],
        identifiers=[IdentifierForm(scheme=scheme, value=value) for scheme, value in actor.identifiers],
        links=[LinkForm.of(link) for link in actor.links],
    )


def _description_form(description: Description) -> DescriptionForm:
    span, words = description.quote.span, description.quote.exact
    place = DescribedForm(article=description.article, start=span.start, end=span.end, text=words)
    return DescriptionForm(text=description.text, mention=place)


def _actor(form: EntityForm) -> Actor:
    return Actor(
        form.id,
        form.name,
        form.kind,
        tuple((member.article, member.actor) for member in form.members),
        form.mentions,
        tuple(Alias(a.text, a.mentions, tuple(a.articles)) for a in form.aliases),
        tuple(Description(d.text, d.mention.article, d.mention.words()) for d in form.descriptions),
        tuple(link.link() for link in form.links),
        tuple((identifier.scheme, identifier.value) for identifier in form.identifiers),
    )


def _event_form(event: Event, position: int | None) -> TimelineEventForm:
    return TimelineEventForm(
        id=event.id,
        position=position,
        type=event.type,
        summary=event.summary,
        when=WhenForm.of(event.dating),
        not_before=BoundForm.of(event.not_before) if event.not_before else None,
        not_after=BoundForm.of(event.not_after) if event.not_after else None,
        certainty=event.factuality.certainty,
        polarity=event.factuality.polarity,
        realis=event.factuality.realis,
        attribution=AttributionForm.of_attribution(event.attribution) if event.attribution else None,
        participants=_player_forms(event.participants),
        place=_setting_form(event.place),
        mentions=[_evidence_form(evidence) for evidence in event.evidence],
        independent_sources=event.independent_sources,
        choice=event.choice,
        importance=event.importance,
        links=[LinkForm.of(link) for link in event.links],
    )


def _event(form: TimelineEventForm) -> Event:
    return Event(
        form.id,
        form.type,
        form.summary,
        form.when.dating(),
        Factuality(form.certainty, form.polarity, form.realis),
        tuple(_evidence(mention) for mention in form.mentions),
        _players(form.participants),
        _setting(form.place),
        form.attribution.attribution() if form.attribution else None,
        form.independent_sources,
        form.not_before.bound() if form.not_before else None,
        form.not_after.bound() if form.not_after else None,
        form.choice,
        tuple(link.link() for link in form.links),
        form.importance,
    )


def _evidence_form(evidence: Evidence) -> EvidenceForm:
    trigger = evidence.trigger
    return EvidenceForm(
        article=evidence.article,
        start=trigger.span.start,
        end=trigger.span.end,
        text=trigger.exact,
        quote=QuoteForm.of(evidence.quote),
        when=WhenForm.of(evidence.dating),
        certainty=evidence.factuality.certainty,
        polarity=evidence.factuality.polarity,
        realis=evidence.factuality.realis,
        attribution=AttributionForm.of_attribution(evidence.attribution) if evidence.attribution else None,
        quantities=[QuantityForm.of_quantity(quantity) for quantity in evidence.quantities],
        dated_by=evidence.dated_by,
        origin=evidence.origin,
        participants=_player_forms(evidence.participants),
        place=_setting_form(evidence.place),
    )


def _evidence(form: EvidenceForm) -> Evidence:
    return Evidence(
        form.article,
        Quote(form.span(), form.text),
        form.quote.words(),
        form.when.dating(),
        Factuality(form.certainty, form.polarity, form.realis),
        form.attribution.attribution() if form.attribution else None,
        form.dated_by,
        tuple(quantity.quantity() for quantity in form.quantities),
        form.origin,
        _players(form.participants),
        _setting(form.place),
    )


def _player_forms(players: Iterable[RolePlayer]) -> list[PlayerForm]:
    return [PlayerForm(entity=player.entity, name=player.name, role=player.role) for player in players]


def _players(forms: Iterable[PlayerForm]) -> tuple[RolePlayer, ...]:
    return tuple(RolePlayer(form.name, form.role, form.entity) for form in forms)


def _setting_form(place: Setting | None) -> SettingForm | None:
    return SettingForm(entity=place.entity, name=place.name) if place else None


def _setting(form: SettingForm | None) -> Setting | None:
    return Setting(form.name, form.entity) if form else None


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


def _citation_form(article: Citation) -> CitationForm:
    fields = {name: getattr(article, name) for name in _CITED}
    return CitationForm(published=PublishedForm.of(article.published), **fields)


def _citation(key: str, form: CitationForm) -> Citation:
    fields = {name: getattr(form, name) for name in _CITED}
    return Citation(key, published=form.published.published(), **fields)
