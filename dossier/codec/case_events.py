"""The form ``dossier/case/1``: every event of a case, each once, whoever takes part in it."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec
from msgspec import structs

from dossier.codec.attribution_forms import AttributionForm
from dossier.codec.shared_forms import JsonObject, LikelyForm, QuoteForm, TextForm, WhenForm
from dossier.codec.timeline_events import player_forms, setting_form
from dossier.codec.timeline_forms import CitationForm, Generator, PlayerForm, ReportedForm, SettingForm
from dossier.codec.timelines import citation_form, citation_of
from dossier.model import Certainty, Citation, Event, Evidence, Polarity, Quote, Realis

CASE = "case.json"
"""The name of the file with the events of a case, in the folder of its build."""
_SCHEMA = "dossier/case/1"


class CaseMentionForm(TextForm):
    """One mention of an event: ``start``, ``end`` and ``text`` are the trigger, ``quote`` is the sentence.

    ``attribution`` is its source, null for the article itself.
    """

    article: str
    quote: QuoteForm
    attribution: AttributionForm | None

    @classmethod
    def of_evidence(cls, evidence: Evidence) -> "CaseMentionForm":
        """The form of a mention."""
        trigger, source = evidence.trigger, evidence.attribution
        return cls(
            start=trigger.span.start,
            end=trigger.span.end,
            text=trigger.exact,
            article=evidence.article,
            quote=QuoteForm.of(evidence.quote),
            attribution=AttributionForm.of_attribution(source) if source else None,
        )

    def quotes(self) -> Iterator[Quote]:
        """The sentence and the trigger; for the source and each that reports it, its words and its cue."""
        yield from (self.quote.as_quote(), self.as_quote())
        source = self.attribution
        while source:
            yield from (source.as_quote(), source.cue.as_quote())
            source = source.via


class CaseEventForm(JsonObject):
    """One event with all its mentions; the fields are those of an event in a timeline.

    ``summary`` and ``attribution`` are those of the mention that tells it best. ``importance`` (0 to 1) is for the
    case.
    """

    id: str
    type: str
    summary: str
    when: WhenForm
    reported: ReportedForm | None
    likely: LikelyForm | None
    importance: float
    certainty: Certainty
    polarity: Polarity
    realis: Realis
    attribution: AttributionForm | None
    participants: list[PlayerForm]
    place: SettingForm | None
    mentions: list[CaseMentionForm]
    independent_sources: int

    @classmethod
    def of(cls, event: Event) -> "CaseEventForm":
        """The form of an event."""
        return cls(
            id=event.id,
            type=event.type,
            summary=event.summary,
            when=WhenForm.of(event.dating),
            reported=ReportedForm.of(event.reported),
            likely=LikelyForm.of(event.likely),
            importance=event.importance,
            certainty=event.factuality.certainty,
            polarity=event.factuality.polarity,
            realis=event.factuality.realis,
            attribution=AttributionForm.of_attribution(event.attribution) if event.attribution else None,
            participants=player_forms(event.participants),
            place=setting_form(event.place),
            mentions=[CaseMentionForm.of_evidence(evidence) for evidence in event.evidence],
            independent_sources=event.independent_sources,
        )

    def is_told_by(self, event: Event) -> bool:
        """Whether the event of a timeline is this one, told alike: there another mention may be shown first."""
        return _told(self) == _told(CaseEventForm.of(event))


def _told(event: CaseEventForm) -> CaseEventForm:
    """The event without what is the case's own, or a timeline's."""
    mentions = sorted(event.mentions, key=lambda mention: (mention.article, mention.start, mention.end))
    return structs.replace(event, summary="", attribution=None, importance=0.0, mentions=mentions)


class CaseForm(JsonObject, tag_field="schema", tag=_SCHEMA):
    """All events of a case in the order of time; ``as_of`` is the date (EDTF) that it speaks for.

    Behind the events with a place in time stand those without one, then forecasts and plans. ``articles`` are all that
    were read, by id.
    """

    generator: Generator
    as_of: str | None
    events: list[CaseEventForm]
    articles: dict[str, CitationForm]

    def quotes(self) -> Iterator[tuple[str, Quote]]:
        """Every quote of the mentions, with the id of its article."""
        for event in self.events:
            for mention in event.mentions:
                yield from ((mention.article, quote) for quote in mention.quotes())

    def citations(self) -> dict[str, Citation]:
        """The articles by id."""
        return {key: citation_of(key, article) for key, article in self.articles.items()}


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(CaseForm)


def encode_case_events(events: Iterable[Event]) -> bytes:
    """The events of a case as JSON in UTF-8, as the store keeps them; equal events give equal bytes."""
    return _encoder.encode([CaseEventForm.of(event) for event in events])


def encode_case(events: bytes, articles: Mapping[str, Citation], generator: Generator, as_of: str | None) -> bytes:
    """The case as indented JSON in UTF-8: ``events`` are what ``encode_case_events`` gave, ``articles`` are by id."""
    forms = {key: citation_form(articles[key]) for key in sorted(articles)}
    form = CaseForm(generator=generator, as_of=as_of, events=[], articles=forms)
    # the events go in as they are: to decode them would take most of the time and memory of a night without news
    fields = structs.asdict(form) | {"events": msgspec.Raw(events)}
    return _formatted({"schema": _SCHEMA, **fields})


def encode_case_form(form: CaseForm) -> bytes:
    """The form as indented JSON in UTF-8: what ``encode_case`` gives for its values."""
    return _formatted(form)


def decode_case(data: bytes) -> CaseForm:
    """What ``encode_case`` wrote.

    Raises ValueError for anything else, and where an event has no mention, or one in an article that is not there.
    """
    form = _decoder.decode(data)
    for event in form.events:
        if not event.mentions:
            raise ValueError(f"event {event.id} has no mention")
        for mention in event.mentions:
            if mention.article not in form.articles:
                raise ValueError(f"event {event.id} cites article {mention.article}, which is not in the case")
    return form


def _formatted(form: object) -> bytes:
    return msgspec.json.format(_encoder.encode(form), indent=1) + b"\n"
