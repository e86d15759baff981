"""The form ``dossier/annotations/1``: what one article says, one JSON object a line."""

import msgspec

from dossier.codec.shared import (
    Form,
    PublishedForm,
    SpanForm,
    TextForm,
    WhenForm,
    bounds,
)
from dossier.model import (
    ActorChain,
    ActorMention,
    Annotations,
    Article,
    Attribution,
    Basis,
    Certainty,
    Dating,
    EventMention,
    Factuality,
    Kind,
    Participant,
    Place,
    Polarity,
    RelationMention,
    RelationType,
    Role,
    TimeMention,
    TimexType,
    When,
)
from dossier.model import Form as MentionKind


class ArticleHeader(Form):
    """Which article it is."""

    id: str
    ref: str
    title: str | None
    published: PublishedForm
    sha256: str
    language: str | None


class TimeForm(TextForm):
    """A temporal expression: TIMEX3, EDTF, bounds, basis, and the rule that read it."""

    id: str
    type: TimexType
    value: str
    edtf: str | None
    earliest: str | None
    latest: str | None
    basis: Basis
    anchor: str | None
    rule: str


class MentionForm(TextForm):
    """One place where an actor is referred to."""

    form: MentionKind


class ActorForm(Form):
    """One actor of the article."""

    id: str
    name: str
    kind: Kind
    mentions: list[MentionForm]


class TriggerForm(TextForm):
    """The word that tells of the event."""

    lemma: str


class ParticipantForm(TextForm):
    """Who or what takes part."""

    actor: str | None
    role: Role


class PlaceForm(TextForm):
    """Where it happened."""

    actor: str | None


class AttributionForm(Form):
    """Who says so."""

    actor: str | None
    text: str
    cue: TextForm


class EventForm(Form):
    """One event as one sentence tells it."""

    id: str
    type: str
    trigger: TriggerForm
    sentence: SpanForm
    time: str | None
    when: WhenForm
    dated_by: str | None
    participants: list[ParticipantForm]
    place: PlaceForm | None
    certainty: Certainty
    polarity: Polarity
    attribution: AttributionForm | None


class HeaderForm(Form, tag_field="schema", tag="dossier/annotations/1"):
    """Which article it is, and nothing that was read out of it."""

    article: ArticleHeader


class RelationMentionForm(Form):
    """How one event lies in time to another, and the connective that says so."""

    source: str
    target: str
    type: RelationType
    cue: TextForm | None


class AnnotationsForm(Form, tag_field="schema", tag="dossier/annotations/1"):
    """Everything read out of one article."""

    article: ArticleHeader
    times: list[TimeForm]
    actors: list[ActorForm]
    events: list[EventForm]
    relations: list[RelationMentionForm]


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(AnnotationsForm)
_header_decoder = msgspec.json.Decoder(HeaderForm)


def encode_annotations(article: Article, found: Annotations) -> bytes:
    """One JSON object in UTF-8, without a line break. Raises ValueError when they are of another article."""
    if found.article != article.id:
        raise ValueError(f"annotations of {found.article} do not belong to article {article.id}")
    header = ArticleHeader(
        id=article.id,
        ref=article.ref,
        title=article.title,
        published=PublishedForm.of(article.published),
        sha256=article.sha256,
        language=found.language or article.language,
    )
    return _encoder.encode(
        AnnotationsForm(
            article=header,
            times=[_time_form(time) for time in found.times],
            actors=[_actor_form(actor) for actor in found.actors],
            events=[_event_form(event) for event in found.events],
            relations=[_relation_form(relation) for relation in found.relations],
        )
    )


def decode_annotations(data: bytes) -> Annotations:
    """The annotations that ``encode_annotations`` wrote. Raises ValueError for anything else."""
    form = _decoder.decode(data)
    return Annotations(
        form.article.id,
        times=tuple(_time(time) for time in form.times),
        actors=tuple(_actor(actor) for actor in form.actors),
        events=tuple(_event(event) for event in form.events),
        language=form.article.language,
        relations=tuple(_relation(relation) for relation in form.relations),
    )


def decode_language(data: bytes) -> str | None:
    """The language alone of what ``encode_annotations`` wrote. Raises ValueError for anything else."""
    return _header_decoder.decode(data).article.language


def _time_form(time: TimeMention) -> TimeForm:
    dating = time.dating
    return TimeForm(
        id=time.id,
        start=time.quote.span.start,
        end=time.quote.span.end,
        text=time.quote.exact,
        type=time.type,
        value=time.value,
        **bounds(dating.when),
        basis=dating.basis,
        anchor=dating.anchor,
        rule=time.rule,
    )


def _time(form: TimeForm) -> TimeMention:
    when = None if form.edtf is None else When.parse(form.edtf)
    return TimeMention(form.id, form.words(), form.type, form.value, Dating(when, form.basis, form.anchor), form.rule)


def _actor_form(actor: ActorChain) -> ActorForm:
    mentions = [
        MentionForm(start=m.quote.span.start, end=m.quote.span.end, text=m.quote.exact, form=m.form)
        for m in actor.mentions
    ]
    return ActorForm(id=actor.id, name=actor.name, kind=actor.kind, mentions=mentions)


def _actor(form: ActorForm) -> ActorChain:
    mentions = tuple(ActorMention(mention.words(), mention.form) for mention in form.mentions)
    return ActorChain(form.id, form.name, form.kind, mentions)


def _event_form(event: EventMention) -> EventForm:
    trigger = event.trigger
    return EventForm(
        id=event.id,
        type=event.type,
        trigger=TriggerForm(start=trigger.span.start, end=trigger.span.end, text=trigger.exact, lemma=event.lemma),
        sentence=SpanForm.of(event.sentence),
        time=event.time,
        when=WhenForm.of(event.dating),
        dated_by=event.dated_by,
        participants=[_participant_form(participant) for participant in event.participants],
        place=_place_form(event.place) if event.place else None,
        certainty=event.factuality.certainty,
        polarity=event.factuality.polarity,
        attribution=_attribution_form(event.attribution) if event.attribution else None,
    )


def _event(form: EventForm) -> EventMention:
    return EventMention(
        form.id,
        form.type,
        form.trigger.words(),
        form.trigger.lemma,
        form.sentence.span(),
        form.when.dating(),
        form.time,
        tuple(Participant(p.words(), p.role, p.actor) for p in form.participants),
        Place(form.place.words(), form.place.actor) if form.place else None,
        Factuality(form.certainty, form.polarity),
        _attribution(form.attribution) if form.attribution else None,
        form.dated_by,
    )


def _participant_form(participant: Participant) -> ParticipantForm:
    span = participant.quote.span
    return ParticipantForm(
        actor=participant.actor,
        role=participant.role,
        start=span.start,
        end=span.end,
        text=participant.quote.exact,
    )


def _place_form(place: Place) -> PlaceForm:
    span = place.quote.span
    return PlaceForm(text=place.quote.exact, start=span.start, end=span.end, actor=place.actor)


def _attribution_form(said: Attribution) -> AttributionForm:
    return AttributionForm(actor=said.actor, text=said.text, cue=TextForm.of_quote(said.cue))


def _attribution(form: AttributionForm) -> Attribution:
    return Attribution(form.text, form.cue.words(), form.actor)


def _relation_form(relation: RelationMention) -> RelationMentionForm:
    cue = TextForm.of_quote(relation.cue) if relation.cue else None
    return RelationMentionForm(source=relation.source, target=relation.target, type=relation.type, cue=cue)


def _relation(form: RelationMentionForm) -> RelationMention:
    return RelationMention(form.source, form.target, form.type, form.cue.words() if form.cue else None)
