"""The form ``dossier/timeline/1``: the timeline of one actor."""

from collections.abc import Iterable

import msgspec

from dossier.codec.attribution_forms import AttributionForm, QuantityForm
from dossier.codec.link_forms import LinkForm
from dossier.codec.relation_forms import BoundForm, RelationForm
from dossier.codec.shared_forms import PublishedForm, QuoteForm, TextForm, WhenForm
from dossier.codec.timeline_forms import (
    AliasForm,
    CitationForm,
    ConflictForm,
    DescriptionForm,
    DescriptionPlaceForm,
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

_CITATION_FIELDS = ("ref", "title", "publisher", "author", "url", "language", "reliability", "sha256", "copy_of")
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(TimelineForm)


def encode_timeline(timeline: Timeline, generator: Generator) -> bytes:
    """The timeline as indented JSON in UTF-8; equal timelines and generators give equal bytes."""
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
    """The timeline and the generator that ``encode_timeline`` wrote.

    Raises ValueError for anything else, and for values that the model refuses (an event without evidence).
    """
    form = _decoder.decode(data)
    timeline = Timeline(
        actor=_actor(form.entity),
        as_of=None if form.as_of is None else When.parse(form.as_of),
        events=tuple((event.position or 0, _event(event)) for event in form.events),
        undated=tuple(_event(event) for event in form.undated),
        expected=tuple(_event(event) for event in form.expected),
        conflicts=tuple(_conflict(conflict) for conflict in form.conflicts),
        articles={key: _citation(key, article) for key, article in form.articles.items()},
    )
    return timeline, form.generator


def _entity_form(actor: Actor) -> EntityForm:
    return EntityForm(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        mentions=actor.mentions,
        members=[MemberForm(article=article, actor=chain) for article, chain in actor.members],
        aliases=[_alias_form(alias) for alias in actor.aliases],
        descriptions=[_description_form(description) for description in actor.descriptions],
        identifiers=[IdentifierForm(scheme=scheme, value=value) for scheme, value in actor.identifiers],
        links=[LinkForm.of(link) for link in actor.links],
    )


def _alias_form(alias: Alias) -> AliasForm:
    return AliasForm(text=alias.text, mentions=alias.mentions, articles=list(alias.articles))


def _description_form(description: Description) -> DescriptionForm:
    span, words = description.quote.span, description.quote.exact
    place = DescriptionPlaceForm(article=description.article, start=span.start, end=span.end, text=words)
    return DescriptionForm(text=description.text, mention=place)


def _actor(form: EntityForm) -> Actor:
    return Actor(
        id=form.id,
        name=form.name,
        kind=form.kind,
        members=tuple((member.article, member.actor) for member in form.members),
        mentions=form.mentions,
        aliases=tuple(Alias(alias.text, alias.mentions, tuple(alias.articles)) for alias in form.aliases),
        descriptions=tuple(
            Description(one.text, one.mention.article, one.mention.as_quote()) for one in form.descriptions
        ),
        links=tuple(link.link() for link in form.links),
        identifiers=tuple((identifier.scheme, identifier.value) for identifier in form.identifiers),
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
        id=form.id,
        type=form.type,
        summary=form.summary,
        dating=form.when.dating(),
        factuality=Factuality(form.certainty, form.polarity, form.realis),
        evidence=tuple(_evidence(mention) for mention in form.mentions),
        participants=_players(form.participants),
        place=_setting(form.place),
        attribution=form.attribution.attribution() if form.attribution else None,
        independent_sources=form.independent_sources,
        not_before=form.not_before.bound() if form.not_before else None,
        not_after=form.not_after.bound() if form.not_after else None,
        choice=form.choice,
        links=tuple(link.link() for link in form.links),
        importance=form.importance,
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
        lemma=evidence.lemma,
        part_of_speech=evidence.part_of_speech,
        number=evidence.number,
        tense=evidence.tense,
        hangs_on=_text_form(evidence.hangs_on),
        stands_alone=evidence.stands_alone,
    )


def _evidence(form: EvidenceForm) -> Evidence:
    return Evidence(
        article=form.article,
        trigger=Quote(form.span(), form.text),  # not form.as_quote(): here ``quote`` is the sentence
        quote=form.quote.as_quote(),
        dating=form.when.dating(),
        factuality=Factuality(form.certainty, form.polarity, form.realis),
        attribution=form.attribution.attribution() if form.attribution else None,
        dated_by=form.dated_by,
        quantities=tuple(quantity.quantity() for quantity in form.quantities),
        origin=form.origin,
        participants=_players(form.participants),
        place=_setting(form.place),
        lemma=form.lemma,
        part_of_speech=form.part_of_speech,
        number=form.number,
        tense=form.tense,
        hangs_on=_quote(form.hangs_on),
        stands_alone=form.stands_alone,
    )


def _player_forms(players: Iterable[RolePlayer]) -> list[PlayerForm]:
    return [
        PlayerForm(
            entity=player.entity,
            name=player.name,
            role=player.role,
            confidence=player.confidence,
            words=_text_form(player.words),
        )
        for player in players
    ]


def _players(forms: Iterable[PlayerForm]) -> tuple[RolePlayer, ...]:
    return tuple(RolePlayer(form.name, form.role, form.entity, form.confidence, _quote(form.words)) for form in forms)


def _setting_form(place: Setting | None) -> SettingForm | None:
    if place is None:
        return None
    words = _text_form(place.words)
    return SettingForm(entity=place.entity, name=place.name, confidence=place.confidence, words=words)


def _setting(form: SettingForm | None) -> Setting | None:
    return Setting(form.name, form.entity, form.confidence, _quote(form.words)) if form else None


def _text_form(quote: Quote | None) -> TextForm | None:
    return TextForm.of_quote(quote) if quote else None


def _quote(form: TextForm | None) -> Quote | None:
    return form.as_quote() if form else None


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
    fields = {name: getattr(article, name) for name in _CITATION_FIELDS}
    return CitationForm(published=PublishedForm.of(article.published), **fields)


def _citation(key: str, form: CitationForm) -> Citation:
    fields = {name: getattr(form, name) for name in _CITATION_FIELDS}
    return Citation(key, published=form.published.published(), **fields)
