"""The form ``dossier/annotations/1``: everything read out of one article, one JSON object a line."""

from sys import intern

import msgspec

from dossier.codec.annotation_forms import (
    ActorForm,
    AnnotationsForm,
    ArticleHeader,
    CueForm,
    EventForm,
    HeaderForm,
    MentionForm,
    ParticipantForm,
    PassageForm,
    PlaceForm,
    QuotationForm,
    RefusedLinkForm,
    RelationMentionForm,
    TimeForm,
    TriggerForm,
    UnnamedForm,
)
from dossier.codec.attribution_forms import AttributionForm, QuantityForm
from dossier.codec.shared_forms import (
    LikelyForm,
    PublishedForm,
    SpanForm,
    TextForm,
    WhenForm,
    factuality_of,
    when_fields,
)
from dossier.model import (
    ActorChain,
    ActorMention,
    Annotations,
    Article,
    Cue,
    Dating,
    EventMention,
    Place,
    RefusedLink,
    RelationMention,
    TimeMention,
    When,
)

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(AnnotationsForm)
_header_decoder = msgspec.json.Decoder(HeaderForm)


def encode_annotations(article: Article, found: Annotations) -> bytes:
    """The annotations of ``article`` as one JSON object in UTF-8, without a line break.

    Raises ValueError when ``found`` belongs to another article.
    """
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
            quotations=[QuotationForm.of_quotation(quotation) for quotation in found.quotations],
            refused=[_refused_form(refused) for refused in found.refused],
            passages=[PassageForm.of_passage(passage) for passage in found.passages],
            unnamed=[UnnamedForm.of_chain(chain) for chain in found.unnamed],
            runs_on=found.runs_on,
            gathers_days=found.gathers_days,
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
        quotations=tuple(quotation.quotation() for quotation in form.quotations),
        refused=tuple(_refused(refused) for refused in form.refused),
        passages=tuple(passage.passage() for passage in form.passages),
        unnamed=tuple(chain.chain() for chain in form.unnamed),
        runs_on=form.runs_on,
        gathers_days=form.gathers_days,
    )


def decode_language(data: bytes) -> str | None:
    """Only the language of the article, from what ``encode_annotations`` wrote. Raises ValueError for anything else."""
    return _header_decoder.decode(data).article.language


def decode_ref(data: bytes) -> str:
    """Only the ref of the article, from what ``encode_annotations`` wrote; empty for anything else."""
    try:
        return _header_decoder.decode(data).article.ref
    except ValueError:
        return ""


def _time_form(time: TimeMention) -> TimeForm:
    dating = time.dating
    return TimeForm(
        id=time.id,
        start=time.quote.span.start,
        end=time.quote.span.end,
        text=time.quote.exact,
        type=time.type,
        value=time.value,
        **when_fields(dating.when),
        basis=dating.basis,
        anchor=dating.anchor,
        rule=time.rule,
    )


def _time(form: TimeForm) -> TimeMention:
    when = None if form.edtf is None else When.parse(form.edtf)
    return TimeMention(
        id=intern(form.id),
        quote=form.as_quote(),
        type=form.type,
        value=intern(form.value),
        dating=Dating(when, form.basis, form.anchor),
        rule=intern(form.rule),
    )


def _actor_form(actor: ActorChain) -> ActorForm:
    return ActorForm(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        mentions=[_mention_form(mention) for mention in actor.mentions],
        related=list(actor.related),
    )


def _mention_form(mention: ActorMention) -> MentionForm:
    return MentionForm(
        start=mention.quote.span.start,
        end=mention.quote.span.end,
        text=mention.quote.exact,
        form=mention.form,
        sieve=mention.sieve,
        confidence=mention.confidence,
        head_lemma=mention.head_lemma,
        number=mention.number,
        definiteness=mention.definiteness,
        doubt=mention.doubt,
        is_neutral=mention.is_neutral,
    )


def _refused_form(refused: RefusedLink) -> RefusedLinkForm:
    return RefusedLinkForm(
        start=refused.quote.span.start,
        end=refused.quote.span.end,
        text=refused.quote.exact,
        doubt=refused.doubt,
        candidates=list(refused.candidates),
    )


def _actor(form: ActorForm) -> ActorChain:
    return ActorChain(
        id=intern(form.id),
        name=form.name,
        kind=form.kind,
        mentions=tuple(_mention(mention) for mention in form.mentions),
        related=tuple(form.related),
    )


def _mention(form: MentionForm) -> ActorMention:
    return ActorMention(
        quote=form.as_quote(),
        form=form.form,
        sieve=form.sieve,
        confidence=form.confidence,
        head_lemma=form.head_lemma,
        number=form.number,
        definiteness=form.definiteness,
        doubt=form.doubt,
        is_neutral=form.is_neutral,
    )


def _refused(form: RefusedLinkForm) -> RefusedLink:
    return RefusedLink(form.as_quote(), form.doubt, tuple(form.candidates))


def _event_form(event: EventMention) -> EventForm:
    return EventForm(
        id=event.id,
        type=event.type,
        trigger=_trigger_form(event),
        sentence=SpanForm.of(event.sentence),
        time=event.time,
        when=WhenForm.of(event.dating),
        dated_by=event.dated_by,
        participants=[ParticipantForm.of_participant(one) for one in event.participants],
        place=_place_form(event.place) if event.place else None,
        certainty=event.factuality.certainty,
        polarity=event.factuality.polarity,
        realis=event.factuality.realis,
        cues=[_cue_form(cue) for cue in event.cues],
        attribution=AttributionForm.of_attribution(event.attribution) if event.attribution else None,
        quantities=[QuantityForm.of_quantity(quantity) for quantity in event.quantities],
        summary=event.summary,
        hangs_on=event.hangs_on,
        stands_alone=event.stands_alone,
        points_back=event.points_back,
        likely=LikelyForm.of(event.likely),
        occurrence=event.occurrence,
        is_bare=event.is_bare,
    )


def _trigger_form(event: EventMention) -> TriggerForm:
    return TriggerForm(
        start=event.trigger.span.start,
        end=event.trigger.span.end,
        text=event.trigger.exact,
        lemma=event.lemma,
        part_of_speech=event.part_of_speech,
        number=event.number,
        definiteness=event.definiteness,
        tense=event.tense,
    )


def _cue_form(cue: Cue) -> CueForm:
    span = cue.quote.span
    return CueForm(start=span.start, end=span.end, text=cue.quote.exact, kind=cue.kind)


def _event(form: EventForm) -> EventMention:
    return EventMention(
        id=intern(form.id),
        type=intern(form.type),
        trigger=form.trigger.as_quote(),
        lemma=intern(form.trigger.lemma),
        sentence=form.sentence.span(),
        dating=form.when.dating(),
        time=form.time,
        participants=tuple(one.participant() for one in form.participants),
        place=Place(form.place.as_quote(), form.place.actor) if form.place else None,
        factuality=factuality_of(form.certainty, form.polarity, form.realis),
        attribution=form.attribution.attribution() if form.attribution else None,
        dated_by=form.dated_by and intern(form.dated_by),
        cues=tuple(Cue(cue.as_quote(), cue.kind) for cue in form.cues),
        quantities=tuple(quantity.quantity() for quantity in form.quantities),
        summary=form.summary,
        part_of_speech=form.trigger.part_of_speech,
        number=form.trigger.number,
        definiteness=form.trigger.definiteness,
        hangs_on=form.hangs_on,
        tense=form.trigger.tense,
        stands_alone=form.stands_alone,
        points_back=form.points_back,
        likely=form.likely.likely() if form.likely else None,
        occurrence=form.occurrence,
        is_bare=form.is_bare,
    )


def _place_form(place: Place) -> PlaceForm:
    return PlaceForm(place.quote.span.start, place.quote.span.end, place.quote.exact, place.actor)


def _relation_form(relation: RelationMention) -> RelationMentionForm:
    cue = TextForm.of_quote(relation.cue) if relation.cue else None
    return RelationMentionForm(relation.source, relation.target, relation.type, cue)


def _relation(form: RelationMentionForm) -> RelationMention:
    return RelationMention(form.source, form.target, form.type, form.cue.as_quote() if form.cue else None)
