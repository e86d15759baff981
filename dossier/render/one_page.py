"""How many key events a page of the style "one-page" has room for, by an estimate of the lines on it."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from dossier.render.context import Briefing
from dossier.render.options.paper import Paper
from dossier.render.page_values.bottom_line_context import BottomLine
from dossier.render.page_values.row_context import Highlight
from dossier.render.templating.date_column import fits_date_column

_ROOM = {Paper.A4: 64.0, Paper.LETTER: 58.0}
"""Lines between title and foot, less a tenth. Found by printing the case of the sample with 6 to 24 key events: up to
72 by this estimate stood on one page of A4, up to 65 on one of Letter."""
_FULL, _COLUMN, _BOX = 92, 62, 36
"""Characters of a line over the page, beside the box of facts, and in the box."""
_NOTE = 4
"""Characters of a reference."""
_SOURCE = 0.9
"""Lines of a source in the list at the foot, which has two columns of small type."""


def on_one_page(told: Briefing, paper: Paper) -> Briefing:
    """The briefing with its key events but for the least important, where the page has no room for them.

    A bottom line that fills a page by itself stays whole, and takes two.
    """
    weights = {mark.number: mark.importance for mark in told.marks}
    kept = list(told.highlights)
    while kept and _lines(told, kept) > _ROOM[paper]:
        kept.remove(min(kept, key=lambda entry: (weights.get(entry.row, 0.0), -entry.row)))
    return replace(told, highlights=tuple(kept))


def _lines(told: Briefing, entries: list[Highlight]) -> float:
    names = _over(sum(len(alias.text) + 2 for alias in told.aliases), _FULL) + len(told.descriptions + told.leaders)
    box = sum(1.2 + _over(len(value), _BOX) for _, value in told.facts)
    bottom = max(box, _bottom_lines(told.bottom_line)) if told.bottom_line else box / 2
    events = sum(_event_lines(entry) for entry in entries)
    cited = {told.notes[number - 1].source for number in _cited(told, entries)}
    return names + bottom + events + _SOURCE * len(cited)


def _bottom_lines(bottom: BottomLine) -> float:
    findings = sum(
        0.3
        + _over(
            len(f"{one.heading}. {one.date}: {one.support}") + len(one.passage.text) + _NOTE * len(one.notes), _COLUMN
        )
        for one in bottom.findings
    )
    sides = [side for one in bottom.disputed for side in one.sides]
    disputed = _over(sum(len(side.value) + _NOTE * len(side.notes) + 12 for side in sides), _COLUMN)
    denied = bool(bottom.denied) + len(bottom.denials)
    own = sum(len(one.date + one.line + one.doubt) + _NOTE + 4 for one in bottom.own_denials)
    labels = (label.about + label.text for one in bottom.doubts for label in one.labels)
    unsure = bool(bottom.unsure) + _over(len(bottom.unsure) * 4 + sum(map(len, labels)), _COLUMN)
    return findings + disputed + unsure + denied + _over(own, _COLUMN)


def _event_lines(entry: Highlight) -> float:
    breaks = (not fits_date_column(entry.date)) + bool(entry.labels) + bool(entry.disputed) + bool(entry.analyst)
    return 0.2 + breaks + _over(len(entry.line) + _NOTE * len(entry.notes), _FULL)


def _cited(told: Briefing, entries: list[Highlight]) -> Iterator[int]:
    """The numbers of the notes that the page cites."""
    yield from (said.note for said in told.descriptions + told.leaders)
    for entry in entries:
        yield from entry.notes
    if told.bottom_line:
        for finding in told.bottom_line.findings:
            yield from finding.notes
        yield from (one.note for one in told.bottom_line.own_denials)
        for side in (side for one in told.bottom_line.disputed for side in one.sides):
            yield from side.notes


def _over(characters: int, width: int) -> int:
    return ceil(characters / width)
