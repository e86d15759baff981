"""The rows of a timeline: events that one sentence tells under one date stand in one row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.model import Basis, Citation, Event, Evidence, Span, Timeline, When
from dossier.render import dates, labels, prose
from dossier.render.context import Backlink, Mark, Passage, Row
from dossier.render.notes import Ledger


@dataclass(frozen=True, slots=True)
class Group:
    """The events of one row, and its number."""

    number: int
    events: tuple[Event, ...]

    @property
    def when(self) -> When | None:
        """The date they share."""
        return self.events[0].dating.when

    @property
    def date(self) -> str:
        """That date in words, with a capital to stand alone; empty where there is none."""
        words = dates.words(self.when) if self.when else ""
        return words[:1].upper() + words[1:]


def groups(timeline: Timeline) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Dated and undated groups in the timeline's order, numbered through."""
    dated = _grouped((event for _, event in timeline.events), first=1)
    return dated, _grouped(timeline.undated, first=len(dated) + 1)


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


def _grouped(events: Iterable[Event], first: int) -> tuple[Group, ...]:
    runs = (tuple(run) for _, run in groupby(events, key=_sameness))
    return tuple(Group(number, run) for number, run in enumerate(runs, first))


def _sameness(event: Event) -> tuple[str, Span, When | None, str, str]:
    evidence = event.evidence[0]
    return (
        evidence.article,
        evidence.quote.span,
        event.dating.when,
        dates.basis(event.dating),
        prose.tidy(event.summary),
    )


def _row(group: Group, articles: Mapping[str, Citation], ledger: Ledger) -> Row:
    events, dating = group.events, group.events[0].dating
    notes = _cite(group, ledger)
    passage = _passage(group, articles, ledger)
    said = [labels.remarks(events, say) for say in (labels.label, labels.voice, labels.place, labels.support)]
    return Row(
        number=group.number,
        date=group.date,
        basis="" if dating.basis is Basis.EXPLICIT else dates.basis(dating),
        passage=passage,
        status=labels.status(events),
        labels=said[0],
        voices=said[1],
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
    """The row's line; where it is the evidence itself, with its triggers marked."""
    first, evidence = group.events[0], group.events[0].evidence[0]
    if not prose.same_words(first.summary, evidence.quote.exact):
        return prose.plain(first.summary)
    ledger.shown(evidence.article, evidence.quote, backlink(group))
    triggers = (event.evidence[0].trigger.span for event in group.events)
    return prose.marked(evidence.quote, triggers, articles[evidence.article].language)
