"""The events of the form ``dossier/case/1``: each once, whoever takes part in it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec import field, structs

from dossier.codec.attribution_forms import AttributionForm
from dossier.codec.correction_forms import CorrectionForm, has_given_source
from dossier.codec.shared_forms import JsonObject, LikelyForm, QuoteForm, TextForm, WhenForm
from dossier.codec.timeline_events import player_forms, setting_form
from dossier.codec.timeline_forms import PlayerForm, ReportedForm, SettingForm
from dossier.model import Certainty, Event, EventField, Evidence, Polarity, Quote, Realis


class CaseMentionForm(TextForm):
    """One mention of an event: ``start``, ``end`` and ``text`` are the trigger, ``quote`` is the sentence.

    ``attribution`` is its source, null for the article itself. ``corrections`` are the analyst's.
    """

    article: str
    quote: QuoteForm
    attribution: AttributionForm | None
    corrections: list[CorrectionForm] = field(default_factory=list)

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
            corrections=[CorrectionForm.of(one) for one in evidence.corrections],
        )

    def quotes(self) -> Iterator[Quote]:
        """The sentence and the trigger; for the source and each that reports it, its words and its cue."""
        yield from (self.quote.as_quote(), self.as_quote())
        source, is_given = self.attribution, has_given_source(self.corrections)
        while source:
            yield from (source.speaker(is_given), source.cue.as_quote())
            source = source.via


class CaseEventForm(JsonObject):
    """One event with all its mentions; the fields are those of an event in a timeline.

    ``summary`` and ``attribution`` are those of the mention that tells it best. ``importance`` (0 to 1) is for the
    case. ``affair`` is the id of the affair to which most articles that tell it belong.
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
    affair: str | None
    judged: list[EventField] = field(default_factory=list)
    summary_read: str | None = None

    @classmethod
    def of(cls, event: Event, affairs: Mapping[str, str] = MappingProxyType({})) -> "CaseEventForm":
        """The form of an event; ``affairs`` are their ids by article."""
        return cls(
            id=event.id,
            type=event.type,
            summary=event.line,
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
            affair=_affair(event, affairs),
            judged=list(event.judged),
            summary_read=event.summary if event.wording else None,
        )

    def is_told_by(self, event: Event) -> bool:
        """Whether the event of a timeline is this one, told alike.

        There another mention may be shown first, and only those that tell the statement of their entry; the date is
        theirs then.
        """
        told = CaseEventForm.of(event)
        shown = [one for one in self.mentions if one in told.mentions]
        if 0 < len(shown) < len(self.mentions):
            is_their_date = any(piece.dating == event.dating for piece in event.evidence)
            counted = structs.replace(
                self,
                mentions=shown,
                when=told.when if is_their_date else self.when,
                reported=told.reported,
                likely=self.likely if told.likely else None,
                independent_sources=told.independent_sources,
            )
            return told.independent_sources <= self.independent_sources and _told(counted) == _told(told)
        return _told(self) == _told(told)


def _affair(event: Event, affairs: Mapping[str, str]) -> str | None:
    """The affair of most of its articles; of several the one with the smallest id."""
    told = Counter(affairs[key] for key in {piece.article for piece in event.evidence} if key in affairs)
    return min(told, key=lambda affair: (-told[affair], affair), default=None)


def _told(event: CaseEventForm) -> CaseEventForm:
    """The event without what is the case's own, or a timeline's."""
    mentions = sorted(event.mentions, key=lambda mention: (mention.article, mention.start, mention.end))
    own = structs.replace(event, summary="", summary_read=None, attribution=None, importance=0.0, affair=None)
    return structs.replace(own, mentions=mentions)
