"""The rows of a timeline: what the page shows of each group of events, and where its notes are."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from dossier.model import Basis, Citation, Event, Evidence
from dossier.render import date_words, labels, place_words, prose
from dossier.render.context import Backlink, Mark, Passage, Row
from dossier.render.entry_groups import Group
from dossier.render.notes import Ledger

Say = Callable[[Event], str]
"""What is to be said of an event."""


def rows(
    groups: Iterable[Group], articles: Mapping[str, Citation], ledger: Ledger, support: Say, disputed: Say
) -> tuple[Row, ...]:
    """The rows for the page; their evidence is cited in the ledger.

    ``support`` says how many sources an event rests on, ``disputed`` on what they disagree.
    """
    return tuple(_row(group, articles, ledger, support, disputed) for group in groups)


def marks(groups: Iterable[Group]) -> tuple[Mark, ...]:
    """What a chart can place: the groups whose time is known at both ends, as sure as what their date is of."""
    return tuple(
        Mark(group.number, group.when.start, group.when.end, labels.status(group.dated))
        for group in groups
        if group.when and group.when.start and group.when.end
    )


def backlink(group: Group) -> Backlink:
    """The row's anchor and its name."""
    return Backlink(f"r{group.number}", f"no.\N{NO-BREAK SPACE}{group.number}")


def _row(group: Group, articles: Mapping[str, Citation], ledger: Ledger, support: Say, disputed: Say) -> Row:
    events = group.events
    notes = _cite(group, ledger)
    passage = _passage(group, articles, ledger)
    times = (*labels.named(group.dated, labels.order), *labels.named(group.others, labels.bound))
    voices = (*times, *labels.remarks(events, partial(labels.voice, line=group.line)))
    said = (labels.named(events, labels.label), voices, labels.remarks(events, place_words.where))
    about = labels.triggers(group.dated)
    return Row(
        number=group.number,
        date=_date(group),
        about=about,
        basis=_basis(group),
        passage=passage,
        status=labels.status(events),
        labels=said[0],
        voices=said[1],
        places=said[2],
        support=labels.remarks(events, support),
        disputed=labels.named(events, disputed),
        notes=notes,
        is_long=prose.is_long([passage.text, about, *(it.about + it.text for part in said for it in part)]),
    )


def _date(group: Group) -> str:
    """Its date in words, with a capital to stand alone; empty where there is none."""
    first = group.dated[0]
    words = date_words.since(first.dating, first.evidence[0].quote.exact) or date_words.dated(first.dating)
    return words[:1].upper() + words[1:]


def _basis(group: Group) -> str:
    """How the date is known, with the words that it holds for where it does not for all; empty where it is written."""
    said = labels.remarks(group.dated, _known)
    return "; ".join(f"{remark.about}: {remark.text}" if remark.about else remark.text for remark in said)


def _known(event: Event) -> str:
    """How its date is known where no text gives it, and how it was chosen where its sources give several."""
    basis = "" if event.dating.basis is Basis.EXPLICIT else labels.basis(event)
    return "; ".join(filter(None, (basis, labels.choice(event))))


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
        told = ((event.evidence[0].trigger.exact, labels.told_apart(event.evidence[0])) for event in group.events)
        return prose.completed(prose.lined(group.line, told))
    ledger.shown(evidence.article, evidence.quote, backlink(group))
    language = articles[evidence.article].language
    return prose.completed(prose.marked(evidence.quote, (trigger.span for trigger in triggers), language))
