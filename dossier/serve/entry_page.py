"""An entry of a dossier with its evidence beside it, and the forms to correct it."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, abort, redirect
from werkzeug.wrappers import Response

from dossier.model import (
    WHOLE_CASE,
    Choice,
    DecisionKind,
    Event,
    EventPointer,
    Evidence,
    Link,
    Span,
    Timeline,
    TriggerKey,
)
from dossier.pipeline.references.named_entry import told_with
from dossier.render.article_page.page_context import Block
from dossier.render.decisions.decision_terms import choice_words
from dossier.render.entries.entry_groups import EntryGroup, entry_groups
from dossier.render.entries.possible_entries import is_printed
from dossier.render.wording import analyst_wording, event_dates, label_wording, prose
from dossier.render.wording.grounds import ground_words, telling
from dossier.serve.deciding.decision_forms import DecisionForm, decision_form, event_reference
from dossier.serve.deciding.reference_lines import ReferenceLines, event_reference_lines
from dossier.serve.deciding.split_forms import SplitForm, event_tellings
from dossier.serve.dossier_page import timeline_key
from dossier.serve.frame import framed
from dossier.serve.readings import MentionLine, around, mention_lines, notes_in_words, origin_words, title_words
from dossier.serve.served_case import CaseSnapshot
from dossier.serve.serving import snapshot

pages = Blueprint("entry", __name__)
_MAX_GROUNDS = 4
"""Grounds on which a piece was taken for an event. Set by hand."""
_MAX_PIECES = 12
"""Pieces of evidence of an event that are shown with their text; the others stand in the notes. Set by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePiece:
    """A place that tells an event: the article, the text around it, and whom its words mean.

    ``joined`` says why it was taken for the same event as another piece, ``differs`` how it departs from what the entry
    says; both may be empty.
    """

    article: str
    title: str
    origin: str
    blocks: list[Block]
    mentions: tuple[MentionLine, ...]
    joined: str
    differs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReading:
    """An event of the entry: what was read (``fields``), what the analyst corrected, the forms, and its evidence.

    ``split`` takes it apart, and ``references`` say how it is called elsewhere.
    """

    trigger: str
    type: str
    line: str
    fields: tuple[tuple[str, str], ...]
    corrections: tuple[str, ...]
    forms: tuple[DecisionForm, ...]
    rare_forms: tuple[DecisionForm, ...]
    pieces: tuple[EvidencePiece, ...]
    more: int
    split: SplitForm
    references: ReferenceLines


@pages.get("/dossier/<key>/entry/<int:number>")
def entry(key: str, number: int) -> Response:
    """The entry of this number, at an address that it keeps when numbers change."""
    entries = snapshot().timeline(timeline_key(snapshot(), key)).entries
    return _at(key, entries[number - 1]) if 1 <= number <= len(entries) else abort(404)


@pages.get("/dossier/<key>/possible/<int:number>")
def possible(key: str, number: int) -> Response:
    """The event of this number among those that are only possibly about the actor, likewise."""
    timeline = snapshot().timeline(timeline_key(snapshot(), key))
    printed = [event for event in timeline.possible if timeline.actor and is_printed(event, timeline.actor)]
    return _at(key, printed[number - 1]) if 1 <= number <= len(printed) else abort(404)


@pages.get("/dossier/<key>/at/<article>/<int:start>-<int:end>-<int:occurrence>")
def told(key: str, article: str, start: int, end: int, occurrence: int) -> str:
    """The entry that tells the event of this trigger, with its evidence."""
    held = snapshot()
    timeline = held.timeline(timeline_key(held, key))
    sought = (article, start, end, occurrence)
    group = next((one for one in entry_groups(timeline).all if any(_tells(e, sought) for e in one.all_events)), None)
    aside = () if group else tuple(event for event in timeline.all_events if _tells(event, sought))
    events = group.all_events if group else aside
    return framed(
        "serve/entry.html.j2",
        key=key,
        subject=prose.tidy(timeline.actor.name) if timeline.actor else "the whole case",
        number=group.number if group else 0,
        count=len(timeline.entries),
        is_possible=bool(aside) and aside[0] in timeline.possible,
        date=_date(group, events),
        events=tuple(_event(held, event, timeline, key) for event in events),
        notes=notes_in_words(one for one in timeline.notes if one.event in {event.id for event in events}),
        names=held.suggested_names,
        types=tuple(sorted(held.types.listed)),
    )


def address(key: str, piece: Evidence) -> str:
    """The address of the entry that a piece of evidence belongs to, in the dossier of this key."""
    span = piece.trigger.span
    return f"/dossier/{key}/at/{piece.article}/{span.start}-{span.end}-{piece.occurrence}"


def _joined(event: Event, piece: Evidence) -> str:
    """Why a piece was taken for the event: the grounds of the pairs that it belongs to."""
    own = [link for link in event.links if piece.trigger_key in _keys(link)]
    return ground_words([reason for link in own for reason in telling(link)], _MAX_GROUNDS)


def _keys(link: Link) -> list[TriggerKey]:
    return [side.trigger_key for side in (link.left, link.right) if isinstance(side, EventPointer)]


def _reference(piece: Evidence) -> str:
    return event_reference(piece.article, piece.trigger, piece.occurrence)


def _at(key: str, event: Event) -> Response:
    return redirect(address(key, event.evidence[0]))


def _tells(event: Event, sought: tuple[str, int, int, int]) -> bool:
    return any(
        (one.article, one.trigger.span.start, one.trigger.span.end, one.occurrence) == sought for one in event.evidence
    )


def _date(group: EntryGroup | None, events: tuple[Event, ...]) -> str:
    shown = group.dated[0] if group else events[0] if events else None
    return event_dates.short_date(shown) if shown else ""


def _event(held: CaseSnapshot, event: Event, timeline: Timeline, key: str) -> EventReading:
    first = event.evidence[0]
    return EventReading(
        trigger=prose.tidy(event.evidence[0].trigger.exact),
        type=event.type,
        line=prose.tidy(event.line),
        fields=tuple((name, words) for name, words in _fields(event) if words),
        corrections=analyst_wording.corrections_in_words([event]),
        forms=tuple(_forms(held, event, timeline)),
        rare_forms=tuple(_rare_forms(event)),
        pieces=tuple(_pieces(held, event)),
        more=max(0, len(event.evidence) - _MAX_PIECES),
        split=event_tellings(held, event),
        references=event_reference_lines(event.id, first, address(key, first)),
    )


def _fields(event: Event) -> Iterator[tuple[str, str]]:
    """What was read of an event, in words."""
    yield "When", event_dates.short_date(event)
    if event.choice is Choice.JUDGEMENT:
        yield "How that is known", "the analyst says so"
    else:
        known = event_dates.basis_in_full(event) or event_dates.date_basis(event)
        yield "How that is known", "; ".join(filter(None, (known, event_dates.date_choice(event))))
    yield "How sure", label_wording.factuality_words(event.factuality) or "stated as fact"
    yield "Who says so", label_wording.source_words(event) or "the article itself"
    yield (
        "Who takes part",
        "; ".join(f"{prose.tidy(one.name)} ({choice_words(one.role)})" for one in event.participants),
    )
    yield "Where", prose.tidy(event.place.name) if event.place else ""
    yield "Sources", label_wording.support_words(event)


def _forms(held: CaseSnapshot, event: Event, timeline: Timeline) -> Iterator[DecisionForm]:
    """The forms to correct an event; its first piece of evidence stands for it."""
    about, name = _reference(event.evidence[0]), timeline.actor.name if timeline.actor else ""
    if name and event in timeline.possible:
        yield decision_form(DecisionKind.CONCERNS, about, name, heading=f"It is about {prose.tidy(name)}")
    if name:
        also = [(_reference(piece), name) for piece in event.evidence[1:]]
        heading = f"It is not about {prose.tidy(name)}"
        yield decision_form(DecisionKind.UNRELATED, about, name, heading=heading, also=also)
    yield decision_form(DecisionKind.DATE, about, given={"when": event.dating.when.edtf if event.dating.when else ""})
    yield decision_form(DecisionKind.LINE, about, given={"line": event.line})
    yield decision_form(DecisionKind.ROLE, about)
    others = _mentioned(event, held) if event in timeline.lines else ()
    parts = [(_reference(part.evidence[0]),) for part in told_with(event, timeline, *others)]
    yield decision_form(DecisionKind.HIDE, about, also=parts)
    yield decision_form(DecisionKind.NOTE, about)


def _mentioned(event: Event, held: CaseSnapshot) -> list[Timeline]:
    """The dossiers of whom the sentence of the event mentions, and that of the case."""
    shown = event.evidence[0]
    _, read = held.article(shown.article)
    chains = [one for one in read.actors if any(shown.quote.span.covers(said.quote.span) for said in one.mentions)]
    actors = (held.of_chain.get((shown.article, chain.id)) for chain in chains)
    return [held.timeline(key) for key in dict.fromkeys((*(one.id for one in actors if one), WHOLE_CASE))]


def _rare_forms(event: Event) -> Iterator[DecisionForm]:
    """The forms that are needed less often."""
    about, fact = _reference(event.evidence[0]), event.factuality
    names = [one.name for one in event.participants if one.entity]
    if len(names) > 1:
        also = [(_reference(piece),) for piece in event.evidence[1:]]
        yield decision_form(DecisionKind.UNRELATED, about, choices={"other": names}, also=also)
    given = {
        DecisionKind.TYPE: {"type": event.type},
        DecisionKind.CERTAINTY: {"certainty": fact.certainty.value},
        DecisionKind.POLARITY: {"polarity": fact.polarity.value},
        DecisionKind.REALIS: {"realis": fact.realis.value},
        DecisionKind.PLACE: {"place": event.place.name if event.place else ""},
    }
    for kind in _RARE_KINDS:
        yield decision_form(kind, about, given=given.get(kind, {}))


_RARE_KINDS = (
    DecisionKind.CERTAINTY,
    DecisionKind.POLARITY,
    DecisionKind.REALIS,
    DecisionKind.TYPE,
    DecisionKind.PLACE,
    DecisionKind.SPEAKER,
    DecisionKind.SAME,
    DecisionKind.DIFFERENT,
    DecisionKind.CONCERNS,
    DecisionKind.MARK,
)


def _pieces(held: CaseSnapshot, event: Event) -> Iterator[EvidencePiece]:
    for number, piece in enumerate(event.evidence[:_MAX_PIECES]):
        article, found = held.article(piece.article)
        cited = held.case.contents.citations[piece.article]
        yield EvidencePiece(
            article=piece.article,
            title=title_words(cited),
            origin=origin_words(cited),
            blocks=around(article, found, piece.quote.span),
            mentions=mention_lines(held, found, Span(piece.quote.span.start, piece.quote.span.end)),
            joined=_joined(event, piece) if number else "",
            differs=label_wording.departure_words(event, piece),
        )
