"""The rows of a timeline: events that one line of one sentence tells under one date stand in one row."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from dossier.model import Basis, Citation, Event, Evidence, Span, Timeline, When
from dossier.render import dates, labels, lines, prose
from dossier.render.context import Backlink, Mark, Passage, Row
from dossier.render.notes import Ledger


@dataclass(frozen=True, slots=True)
class Group:
    """The events of one row, its number, and the line that says what all of their lines say."""

    number: int
    events: tuple[Event, ...]
    line: str

    @property
    def when(self) -> When | None:
        """The date they share; None where they have none, or have not all the same."""
        shared = {event.dating.when for event in self.events}
        return shared.pop() if len(shared) == 1 else None

    @property
    def date(self) -> str:
        """That date in words, with a capital to stand alone; empty where there is none."""
        first = self.events[0]
        words = dates.since(first.dating, first.evidence[0].quote.exact) or dates.dated(first.dating)
        words = words if self.when else ""
        return words[:1].upper() + words[1:]


def groups(timeline: Timeline) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Dated and undated groups in the timeline's order, numbered through."""
    dated = _grouped((event for _, event in timeline.events), 1, _sentence_and_date)
    return dated, _grouped(timeline.undated, len(dated) + 1, _sentence)


def rows(groups: Iterable[Group], articles: Mapping[str, Citation], ledger: Ledger) -> tuple[Row, ...]:
    """The rows for the page; their evidence is cited in the ledger."""
    return tuple(_row(group, articles, ledger) for group in groups)


def marks(groups: Iterable[Group]) -> tuple[Mark, ...]:
    """What a chart can place: the groups whose time is known at both ends."""
    return tuple(
        Mark(group.number, group.when.start, group.when.end, labels.status(group.events))
        for group in groups
        if group.when and group.when.start and group.when.end
    )


def backlink(group: Group) -> Backlink:
    """The row's anchor and its name."""
    return Backlink(f"r{group.number}", f"no.\N{NO-BREAK SPACE}{group.number}")


def _grouped(events: Iterable[Event], first: int, same: Callable[[Event], object]) -> tuple[Group, ...]:
    told = (row for _, run in groupby(events, key=same) for row in _by_line(list(run)))
    return tuple(Group(number, tuple(row), line) for number, (line, row) in enumerate(told, first))


def _by_line(run: Sequence[Event]) -> Iterable[tuple[str, list[Event]]]:
    """Events of one sentence by the line that says what theirs says: nobody is told the same thing twice."""
    fullest = lines.fullest(prose.tidy(event.summary) for event in run)
    told: dict[str, list[Event]] = {}
    for event in run:
        told.setdefault(fullest[prose.tidy(event.summary)], []).append(event)
    return told.items()


def _sentence(event: Event) -> tuple[str, Span]:
    evidence = event.evidence[0]
    return evidence.article, evidence.quote.span


def _sentence_and_date(event: Event) -> tuple[tuple[str, Span], When | None, str]:
    return _sentence(event), event.dating.when, labels.basis(event)


def _row(group: Group, articles: Mapping[str, Citation], ledger: Ledger) -> Row:
    events, first = group.events, group.events[0]
    said_of_each = labels.remarks(events, labels.bound if group.when is None else labels.order)
    notes = _cite(group, ledger)
    passage = _passage(group, articles, ledger)
    voice = partial(labels.voice, line=group.line)
    said = [labels.remarks(events, say) for say in (labels.label, voice, labels.place, labels.support)]
    return Row(
        number=group.number,
        date=group.date,
        basis="" if group.when is None or first.dating.basis is Basis.EXPLICIT else labels.basis(first),
        passage=passage,
        status=labels.status(events),
        labels=said[0],
        voices=(*said_of_each, *said[1]),
        places=said[2],
        support=said[3],
        notes=notes,
        is_long=prose.is_long([passage.text, *(remark.text for remarks in said for remark in remarks)]),
    )


def _cite(group: Group, ledger: Ledger) -> tuple[int, ...]:
    """The numbers of the row's notes, its line's first."""
    numbers = (
        ledger.cite(piece.article, piece.quote, backlink(group), piece.trigger.span, labels.departure(event, piece))
        for event, piece in _evidence(group.events)
    )
    return tuple(dict.fromkeys(numbers))


def _evidence(events: Sequence[Event]) -> Iterator[tuple[Event, Evidence]]:
    return ((event, piece) for event in events for piece in event.evidence)


def _passage(group: Group, articles: Mapping[str, Citation], ledger: Ledger) -> Passage:
    """The row's line with its triggers marked; where it is the evidence itself, the note need not quote it."""
    evidence = group.events[0].evidence[0]
    triggers = [event.evidence[0].trigger for event in group.events]
    if not prose.same_words(group.line, evidence.quote.exact):
        return prose.completed(prose.lined(group.line, (trigger.exact for trigger in triggers)))
    ledger.shown(evidence.article, evidence.quote, backlink(group))
    language = articles[evidence.article].language
    return prose.completed(prose.marked(evidence.quote, (trigger.span for trigger in triggers), language))
