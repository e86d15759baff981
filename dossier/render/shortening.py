"""Shorten a briefing to its key events, and to what these cite. Numbers stay those of the whole."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from dossier.render.context import Briefing
from dossier.render.page_values.chronology_context import ChronologyPart
from dossier.render.page_values.note_context import Backlink, Note
from dossier.render.page_values.row_context import Row

_FIRST = 5
"""Rows of a short briefing in which none is a key event. Set by hand."""


def shortened(told: Briefing) -> Briefing:
    """The briefing with its key events, what its bottom line tells, and the notes and sources of these only."""
    kept = _kept(told)
    anchors = {f"r{number}" for number in kept} | {f"d{said.number}" for said in told.descriptions + told.leaders}
    anchors |= {f"denial{one.number}" for one in (told.bottom_line.own_denials if told.bottom_line else ())}
    cited = [note for note in told.notes if any(at.anchor in anchors for at in _places(note))]
    notes = tuple(_without(note, anchors, {one.number for one in cited}) for note in cited)
    sources = {note.source for note in notes}
    return replace(
        told,
        rows=_of(told.rows, kept),
        chronology=tuple(_parts(told.chronology, kept)),
        undated=_of(told.undated, kept),
        expected=_of(told.expected, kept),
        highlights=(),
        disagreements=tuple(one for one in told.disagreements if one.row in kept),
        facets=tuple(one for one in told.facets if one.row in kept),
        possible=(),
        remarks=tuple(one for one in told.remarks if one.row in kept or (not one.row and one.source in {0, *sources})),
        same=(),
        apart=(),
        notes=notes,
        sources=tuple(source for source in told.sources if source.number in sources),
    )


def _kept(told: Briefing) -> frozenset[int]:
    """The numbers of the rows: key events, and those of the bottom line; else the first."""
    bottom = told.bottom_line
    numbers = [one.row for one in told.highlights]
    if bottom:
        numbers += [one.row for one in bottom.findings] + [one.row for one in bottom.disputed]
    return frozenset(numbers or [row.number for row in (*told.rows, *told.undated)][:_FIRST])


def _of(rows: Iterable[Row], kept: Collection[int]) -> tuple[Row, ...]:
    return tuple(row for row in rows if row.number in kept)


def _parts(parts: Iterable[ChronologyPart], kept: Collection[int]) -> Iterator[ChronologyPart]:
    """The parts with the rows that are kept; the silences go, since the rows around them may."""
    for part in parts:
        entries = tuple(replace(entry, silence=None) for entry in part.entries if entry.row.number in kept)
        if entries:
            yield replace(part, entries=entries)


def _places(note: Note) -> tuple[Backlink, ...]:
    return (*((note.quoted_at,) if note.quoted_at else ()), *note.cited)


def _without(note: Note, anchors: Collection[str], notes: Collection[int]) -> Note:
    """The note without the rows and notes that are not there."""
    return replace(
        note,
        cited=tuple(at for at in note.cited if at.anchor in anchors),
        differs=tuple(one for one in note.differs if one.at.anchor in anchors),
        bases=tuple(one for one in note.bases if one.at.anchor in anchors),
        chances=tuple(one for one in note.chances if one.at.anchor in anchors),
        corrections=tuple(one for one in note.corrections if one.at.anchor in anchors),
        joined=tuple(one for one in note.joined if one.note in notes),
    )
