"""What resolving a case found, as the store keeps it."""

from collections.abc import Iterable

import msgspec

from dossier.codec.entity_forms import EntityForm
from dossier.codec.link_forms import DoubtForm
from dossier.codec.shared_forms import IssueForm, JsonObject, SpanForm
from dossier.codec.timeline_forms import CitationForm
from dossier.codec.timelines import actor_of, citation_form, citation_of, entity_form
from dossier.model import CaseContents, EntryCounts, Issue, WithheldEvents


class EntryCountsForm(JsonObject):
    """The numbers of entries of one timeline."""

    placed: int
    dated: int
    undated: int
    expected: int


class WithheldEventsForm(JsonObject):
    """The fields of ``model.WithheldEvents``."""

    count: int
    passages: dict[str, list[SpanForm]]
    unfit: int

    @classmethod
    def of(cls, withheld: WithheldEvents) -> "WithheldEventsForm":
        """The form of what is withheld."""
        passages = {article: [SpanForm.of(span) for span in spans] for article, spans in withheld.passages.items()}
        return cls(count=withheld.count, passages=passages, unfit=withheld.unfit)

    def withheld(self) -> WithheldEvents:
        """What is withheld, of its form."""
        passages = {article: tuple(span.span() for span in spans) for article, spans in self.passages.items()}
        return WithheldEvents(self.count, passages, self.unfit)


class CaseContentsForm(JsonObject):
    """The fields of ``model.CaseContents``."""

    actors: list[EntityForm]
    active: list[str]
    entry_counts: dict[str, EntryCountsForm]
    event_count: int
    citations: dict[str, CitationForm]
    unread_languages: list[IssueForm]
    doubts: list[DoubtForm]
    judgements: dict[str, str]
    judgement_issues: list[IssueForm]
    judgement_notes: list[IssueForm]
    outlet_notes: list[IssueForm]
    withheld: WithheldEventsForm


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(CaseContentsForm)


def encode_case_contents(contents: CaseContents) -> bytes:
    """The contents as JSON in UTF-8; equal contents give equal bytes."""
    form = CaseContentsForm(
        actors=[entity_form(actor) for actor in contents.actors],
        active=list(contents.active),
        entry_counts={
            key: EntryCountsForm(placed=count.placed, dated=count.dated, undated=count.undated, expected=count.expected)
            for key, count in contents.entry_counts.items()
        },
        event_count=contents.event_count,
        citations={key: citation_form(citation) for key, citation in contents.citations.items()},
        unread_languages=_issue_forms(contents.unread_languages),
        doubts=[DoubtForm.of(link) for link in contents.doubts],
        judgements=dict(contents.judgements),
        judgement_issues=_issue_forms(contents.judgement_issues),
        judgement_notes=_issue_forms(contents.judgement_notes),
        outlet_notes=_issue_forms(contents.outlet_notes),
        withheld=WithheldEventsForm.of(contents.withheld),
    )
    return _encoder.encode(form)


def decode_case_contents(data: bytes) -> CaseContents:
    """What ``encode_case_contents`` wrote. Raises ValueError for anything else."""
    form = _decoder.decode(data)
    return CaseContents(
        actors=tuple(actor_of(actor) for actor in form.actors),
        active=tuple(form.active),
        entry_counts={
            key: EntryCounts(count.placed, count.dated, count.undated, count.expected)
            for key, count in form.entry_counts.items()
        },
        event_count=form.event_count,
        citations={key: citation_of(key, citation) for key, citation in form.citations.items()},
        unread_languages=_issues(form.unread_languages),
        doubts=tuple(doubt.doubt() for doubt in form.doubts),
        judgements=form.judgements,
        judgement_issues=_issues(form.judgement_issues),
        judgement_notes=_issues(form.judgement_notes),
        outlet_notes=_issues(form.outlet_notes),
        withheld=form.withheld.withheld(),
    )


def _issue_forms(issues: Iterable[Issue]) -> list[IssueForm]:
    return [IssueForm.of(issue) for issue in issues]


def _issues(forms: Iterable[IssueForm]) -> tuple[Issue, ...]:
    return tuple(form.issue() for form in forms)
