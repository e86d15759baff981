"""The events of the form ``dossier/timeline/1`` with their evidence, from the model and back."""

from collections.abc import Iterable

from msgspec import structs

from dossier.codec.attribution_forms import AttributionForm, QuantityForm
from dossier.codec.correction_forms import CorrectionForm, has_given_source
from dossier.codec.link_forms import LinkForm
from dossier.codec.relation_forms import BoundForm
from dossier.codec.shared_forms import LikelyForm, QuoteForm, TextForm, WhenForm, factuality_of
from dossier.codec.timeline_forms import (
    EntryForm,
    EvidenceForm,
    FigureForm,
    LeftOutForm,
    LineForm,
    PlayerForm,
    ReportedForm,
    SeriesForm,
    SettingForm,
    TimelineEventForm,
)
from dossier.model import (
    Attribution,
    Event,
    EventField,
    Evidence,
    Figure,
    LeftOut,
    Quote,
    RolePlayer,
    Series,
    Setting,
    Timeline,
    When,
)


def entry_form(timeline: Timeline, event: Event, position: int | None = None) -> EntryForm:
    """The form of an entry of the timeline with its position, None where it has none."""
    fields = structs.asdict(event_form(event, position))
    series = timeline.series.get(event.id)
    return EntryForm(
        **fields, parts=_part_forms(timeline, event), series=_series_form(timeline, event, series) if series else None
    )


def _series_form(timeline: Timeline, entry: Event, series: Series) -> SeriesForm:
    return SeriesForm(
        kind=series.kind,
        first=series.first.edtf if series.first else None,
        last=series.last.edtf if series.last else None,
        others=[
            LineForm(**structs.asdict(event_form(event)), parts=_part_forms(timeline, event)) for event in series.others
        ],
        figures=[_figure_form(figure) for figure in series.figures],
        independent_sources=series.sources(entry),
    )


def _part_forms(timeline: Timeline, line: Event) -> list[TimelineEventForm]:
    return [event_form(part) for part in timeline.parts.get(line.id, ())]


def _figure_form(figure: Figure) -> FigureForm:
    number = structs.asdict(QuantityForm.of_quantity(figure.number))
    return FigureForm(**number, event=figure.event, article=figure.article, when=figure.when.edtf)


def series_of(form: SeriesForm) -> Series:
    """The series of the form."""
    return Series(
        kind=form.kind,
        first=When.parse(form.first) if form.first else None,
        last=When.parse(form.last) if form.last else None,
        others=tuple(event_of(other) for other in form.others),
        figures=tuple(
            Figure(figure.event, figure.article, figure.quantity(), When.parse(figure.when)) for figure in form.figures
        ),
    )


def left_out_form(left_out: LeftOut) -> LeftOutForm:
    """The form of an event without a line."""
    return LeftOutForm(**structs.asdict(event_form(left_out.event)), reason=left_out.reason)


def event_form(event: Event, position: int | None = None) -> TimelineEventForm:
    """The form of an event with its position, None where it has none."""
    return TimelineEventForm(
        id=event.id,
        position=position,
        type=event.type,
        summary=event.line,
        when=WhenForm.of(event.dating),
        not_before=BoundForm.of(event.not_before) if event.not_before else None,
        not_after=BoundForm.of(event.not_after) if event.not_after else None,
        certainty=event.factuality.certainty,
        polarity=event.factuality.polarity,
        realis=event.factuality.realis,
        attribution=AttributionForm.of_attribution(event.attribution) if event.attribution else None,
        participants=player_forms(event.participants),
        place=setting_form(event.place),
        mentions=[_evidence_form(evidence) for evidence in event.evidence],
        independent_sources=event.independent_sources,
        choice=event.choice,
        importance=event.importance,
        links=[LinkForm.of(link) for link in event.links],
        reported=ReportedForm.of(event.reported),
        likely=LikelyForm.of(event.likely),
        judged=list(event.judged),
        summary_read=event.summary if event.wording else None,
    )


def event_of(form: TimelineEventForm) -> Event:
    """The event of the form."""
    return Event(
        id=form.id,
        type=form.type,
        summary=form.summary if form.summary_read is None else form.summary_read,
        dating=form.when.dating(),
        factuality=factuality_of(form.certainty, form.polarity, form.realis),
        evidence=tuple(_evidence(mention) for mention in form.mentions),
        participants=_players(form.participants),
        place=_setting(form.place),
        attribution=_attribution(form.attribution, EventField.ATTRIBUTION in form.judged),
        independent_sources=form.independent_sources,
        not_before=form.not_before.bound() if form.not_before else None,
        not_after=form.not_after.bound() if form.not_after else None,
        choice=form.choice,
        links=tuple(link.link() for link in form.links),
        importance=form.importance,
        reported=form.reported.reported() if form.reported else None,
        likely=form.likely.likely() if form.likely else None,
        wording="" if form.summary_read is None else form.summary,
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
        participants=player_forms(evidence.participants),
        place=setting_form(evidence.place),
        lemma=evidence.lemma,
        part_of_speech=evidence.part_of_speech,
        number=evidence.number,
        tense=evidence.tense,
        hangs_on=_text_form(evidence.hangs_on),
        stands_alone=evidence.stands_alone,
        points_back=evidence.points_back,
        summary=evidence.summary,
        occurrence=evidence.occurrence,
        corrections=[CorrectionForm.of(one) for one in evidence.corrections],
    )


def _evidence(form: EvidenceForm) -> Evidence:
    return Evidence(
        article=form.article,
        trigger=Quote(form.span(), form.text),  # not form.as_quote(): here ``quote`` is the sentence
        quote=form.quote.as_quote(),
        dating=form.when.dating(),
        factuality=factuality_of(form.certainty, form.polarity, form.realis),
        attribution=_attribution(form.attribution, has_given_source(form.corrections)),
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
        points_back=form.points_back,
        summary=form.summary,
        occurrence=form.occurrence,
        corrections=tuple(one.correction() for one in form.corrections),
    )


def _attribution(form: AttributionForm | None, is_given: bool) -> Attribution | None:
    return form.attribution(is_given) if form else None


def player_forms(players: Iterable[RolePlayer]) -> list[PlayerForm]:
    """The forms of the participants, in their order."""
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


def setting_form(place: Setting | None) -> SettingForm | None:
    """The form of a place, if there is one."""
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
