"""The events that are only possibly about the subject, with the words that make the link doubtful."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.model import SURE_LINK, Actor, Event, Evidence, PartOfSpeech, Quote, RolePlayer, Setting, Span
from dossier.render.page_values.note_context import SourceEntry
from dossier.render.page_values.row_context import Remark
from dossier.render.wording import event_dates, label_wording, prose
from dossier.render.wording.analyst_wording import SIGN

_MODAL = re.compile(r"\b(?:could|may|might|would)\s+(?:not\s+)?(?:\w+ly\s+)?$")
_NOT_STATED = "not stated to have happened"
_MOST_WEIGHTY = 3
"""Entries that paper has at the standard length. Set by hand."""
_MOST_OF_A_LINE = 0.8
"""Of the words of a line: one that says so much of it says the same, whatever day it is given. Set by hand."""
_LEAST_PRINTED = 0.65
"""The confidence from which a link is printed. Of 205 such links of 40 actors in news of politics and finance all from
0.65 to 0.77 were read: 20 of 22 were right; all of 0.61: 8 of 13; and 28 drawn from those above 0.77: 25."""


@dataclass(frozen=True, slots=True)
class PossibleEntry:
    """An event that is possibly about the subject: its date and line, and what makes it doubtful.

    ``doubts`` are the words that may mean the subject, and likely do. ``source`` is the number of the
    article in the list of sources, ``start`` and ``end`` are characters of the article, half-open: the place of the
    sentence. ``labels`` are remarks on an event not stated as fact. ``is_weighty`` marks the most important, which
    paper has too. ``number`` is that of its event among all that are possibly about the subject and printed: those that
    a line of the same sentence tells, too, have none of their own.
    """

    number: int
    date: str
    line: str
    labels: tuple[Remark, ...]
    doubts: tuple[str, ...]
    source: int
    start: int
    end: int
    is_weighty: bool = False


@dataclass(frozen=True, slots=True)
class PossibleRow:
    """Events that make one entry: those of one sentence of which one line says all that the others say.

    ``date`` and ``line`` are those of the event with the longest line, and ``number`` is that of this event, as in a
    ``PossibleEntry``.
    """

    number: int
    date: str
    line: str
    events: tuple[Event, ...]

    @property
    def importance(self) -> float:
        """How important the most important of the events is."""
        return max(event.importance for event in self.events)

    def doubtful_words(self, actor: str) -> tuple[Quote, ...]:
        """The words that may mean the actor with this id, and likely do."""
        words = (one for event in self.events for one in _doubtful_words(event.evidence[0], actor))
        return tuple(dict.fromkeys(words))


def possible_entries(
    events: Sequence[Event],
    actor: Actor,
    sources: Mapping[str, SourceEntry],
    told: Sequence[Event],
    sure: Iterable[Event],
) -> tuple[PossibleEntry, ...]:
    """The entries of these events, in their order; ``sources`` are those of the articles by id.

    Weighty are the most important that say what is doubtful. Those come last whose sentence surely tells of the actor
    by another event, be it ``told`` or only ``sure``: more than a pronoun ties it to the actor.
    """
    rows = possible_rows(events, actor, told)
    known = {(piece.article, piece.quote.span) for event in (*told, *sure) for piece in event.evidence}
    ranked = sorted(rows, key=lambda row: (_place(row) in known, not row.doubtful_words(actor.id), -row.importance))
    weighty = {row.number for row in ranked[:_MOST_WEIGHTY]}
    return tuple(_entry(row, actor, sources, row.number in weighty) for row in rows)


def possible_rows(events: Iterable[Event], actor: Actor, told: Iterable[Event]) -> list[PossibleRow]:
    """The rows of those events that ``is_printed``, in their order.

    None has the words of an event that is ``told``, or names the actor beside the doubtful words: what "it" means in
    "The trust declared it a loss" is mostly another thing, and what the line tells of the actor is no doubt.
    """
    lines = {prose.tidy(event.line) for event in told if not event.wording}
    names = [re.escape(prose.tidy(name)) for name in (actor.name, *(alias.text for alias in actor.aliases))]
    named = re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)")
    rows: list[PossibleRow] = []
    for number, event in enumerate((event for event in events if is_printed(event, actor)), 1):
        one = _row(number, event)
        n = next((n for n, other in enumerate(rows) if _is_one_line(one, other)), None)
        if n is None:
            rows.append(one)
        else:
            rows[n] = _joined(rows[n], one)
    return [row for row in rows if row.line not in lines and not _names(row, actor, named)]


def _names(row: PossibleRow, actor: Actor, named: re.Pattern[str]) -> bool:
    """Whether the line names the actor, and no such name is what is doubtful: a surname may be another's."""
    is_doubted = any(named.search(words.exact) for words in row.doubtful_words(actor.id))
    return bool(named.search(row.line)) and not is_doubted


def _row(number: int, event: Event) -> PossibleRow:
    date = event_dates.short_date(event)
    line = prose.tidy(event.line) + (SIGN if event.wording else "")
    return PossibleRow(number, date[:1].upper() + date[1:], line, (event,))


def _is_one_line(one: PossibleRow, other: PossibleRow) -> bool:
    few, many = sorted((set(one.line.split()), set(other.line.split())), key=len)
    is_alike = one.date == other.date or len(few) >= _MOST_OF_A_LINE * len(many)
    return is_alike and few <= many and _place(one) == _place(other)


def _place(row: PossibleRow) -> tuple[str, Span]:
    piece = row.events[0].evidence[0]
    return piece.article, piece.quote.span


def _joined(one: PossibleRow, other: PossibleRow) -> PossibleRow:
    """The row of the longer line."""
    told = max((one, other), key=lambda row: len(row.line))
    return replace(told, events=one.events + other.events)


def is_printed(event: Event, actor: Actor) -> bool:
    """Whether the likeliest of its links to the actor is likely enough for a page; the JSON file has all."""
    links: list[RolePlayer | Setting] = [*event.participants, *([event.place] if event.place else [])]
    return max((link.confidence for link in links if link.entity == actor.id), default=1.0) >= _LEAST_PRINTED


def _entry(row: PossibleRow, actor: Actor, sources: Mapping[str, SourceEntry], is_weighty: bool) -> PossibleEntry:
    piece = row.events[0].evidence[0]
    labels = (
        label
        for event in row.events
        for label in label_wording.remarks_with_triggers([event], label_wording.event_factuality_words)
    )
    doubts = (
        f"“{prose.tidy(words.exact)}”: probably {prose.tidy(actor.name)}" for words in row.doubtful_words(actor.id)
    )
    return PossibleEntry(
        number=row.number,
        date=row.date,
        line=row.line,
        labels=tuple(dict.fromkeys((*labels, *_open_clause(row.events)))),
        doubts=tuple(dict.fromkeys(doubts)),
        source=sources[piece.article].number,
        start=piece.quote.span.start,
        end=piece.quote.span.end,
        is_weighty=is_weighty,
    )


def _open_clause(events: Iterable[Event]) -> Iterator[Remark]:
    """That the clause of a noun is not stated to have happened: "the loss could disrupt the group"."""
    for event in events:
        piece = event.evidence[0]
        if event.factuality.is_fact and piece.part_of_speech is PartOfSpeech.NOUN and (verb := piece.hangs_on):
            before = piece.quote.exact[: max(verb.span.start - piece.quote.span.start, 0)]
            if found := _MODAL.search(before):
                yield Remark(_NOT_STATED, f"“{prose.tidy(found[0] + verb.exact)}”")


def _doubtful_words(piece: Evidence, actor: str) -> Iterator[Quote]:
    """The words of a mention of the event that may mean the actor, and likely do."""
    links: list[RolePlayer | Setting] = [*piece.participants]
    links += [piece.place] if piece.place else []
    for link in links:
        if link.entity == actor and link.words and _LEAST_PRINTED <= link.confidence < SURE_LINK:
            yield link.words
