"""The lines of a row with their triggers marked, and the notes that cite their evidence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from dossier.model import Citation, Event, Evidence, Span
from dossier.render.entries.date_signs import ALL_SIGNS
from dossier.render.entries.entry_groups import EntryGroup
from dossier.render.entries.notes import Ledger
from dossier.render.options.length import Length
from dossier.render.page_values.note_context import Backlink
from dossier.render.page_values.text_runs import Passage, TextRun
from dossier.render.wording import event_dates, label_wording, prose
from dossier.render.wording.analyst_wording import SIGN, evidence_corrections

_MOST_QUOTED = 12
"""Notes of an entry that paper has in full: a case of 96 articles told of one crisis in 160. Set by hand."""


def backlink(group: EntryGroup) -> Backlink:
    """The anchor of the row ("r3"), and its name for the reader ("no. 3")."""
    return Backlink(f"r{group.number}", f"no.\N{NO-BREAK SPACE}{group.number}")


def cite(group: EntryGroup, ledger: Ledger) -> tuple[int, ...]:
    """Cite the evidence of a line at its row: what only repeats other evidence of an article comes last.

    Gives the numbers of its notes, that of the line first.
    """
    first: list[tuple[Evidence, str]] = []
    repeats: list[tuple[Evidence, str]] = []
    for event in group.events:
        told: set[str] = set()
        for piece in event.evidence:
            differs = label_wording.departure_words(event, piece)
            adds_nothing = (piece.article in told and not differs) or len(first) >= _MOST_QUOTED
            (repeats if adds_nothing and not piece.corrections else first).append((piece, differs))
            told.add(piece.article)
    at = backlink(group)
    numbers = [ledger.cite(one.article, one.quote, at, one.trigger.span, differs) for one, differs in first]
    numbers += [ledger.cite(one.article, one.quote, at, one.trigger.span, differs, True) for one, differs in repeats]
    for piece, _ in first:
        if corrected := evidence_corrections(piece):
            ledger.note_correction(piece.article, piece.quote, at, corrected)
    return tuple(dict.fromkeys(numbers))


def note_date(group: EntryGroup, ledger: Ledger, basis: str) -> None:
    """Record what the sign at the date of the line does not say: how it is known, and how often such a day is right.

    ``basis`` says how the date is known. The line must have been cited.
    """
    first = group.events[0].evidence[0]
    if basis and basis not in [sign.words for sign in ALL_SIGNS]:
        ledger.note_basis(first.article, first.quote, backlink(group), basis)
    if chance := event_dates.chance_words(group.dated[0]):
        ledger.note_chance(first.article, first.quote, backlink(group), chance)


def passage_of(group: EntryGroup, articles: Mapping[str, Citation], ledger: Ledger, is_printed: bool = True) -> Passage:
    """The line with its triggers marked; behind one in the analyst's words stands the sign of that.

    Where it is a whole quote, the note need not show it again, if the line ``is_printed`` on paper too.
    """
    evidence = group.events[0].evidence[0]
    phrases = (
        (event.evidence[0].trigger.exact, label_wording.distinct_trigger(event.evidence[0])) for event in group.events
    )
    if group.events[0].wording:
        line = prose.line_with_triggers(group.line, phrases)
        return replace(line, segments=(*line.segments, TextRun(SIGN)))
    if not prose.same_words(group.line, evidence.quote.exact):
        return prose.with_cuts_of_quotations(prose.line_with_triggers(group.line, phrases))
    if is_printed and ledger.length is not Length.SHORT:  # a short page may lack the row that shows the quote
        ledger.quoted_on_page(evidence.article, evidence.quote, backlink(group))
    language = articles[evidence.article].language
    return prose.with_cuts_of_quotations(
        prose.quote_with_triggers(evidence.quote, _triggers_in(evidence, group.events), language)
    )


def _triggers_in(shown: Evidence, events: Sequence[Event]) -> Iterator[Span]:
    """The triggers of the events in the quote that is shown: the first of each event there.

    An event of the row may be shown from another article, whose offsets mean nothing in this one.
    """
    for event in events:
        pieces = (piece.trigger.span for piece in event.evidence if piece.article == shown.article)
        yield from islice(filter(shown.quote.span.covers, pieces), 1)
