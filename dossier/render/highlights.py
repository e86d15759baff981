"""The most important entries of a timeline."""

from collections.abc import Sequence

from dossier.render.entry_groups import EntryGroup
from dossier.render.row_context import Highlight, Row

_MAX_HIGHLIGHTS = 5
"""Set by hand; no measurement is recorded."""
_MIN_ROWS = 12
"""Rows of a briefing that has highlights: a shorter one is read as fast as its highlights. Set by hand."""


def highlights(groups: Sequence[EntryGroup], rows: Sequence[Row]) -> tuple[Highlight, ...]:
    """The most important rows in their order; none in a short briefing, or where no event has an importance above 0.

    ``rows`` has one row for each group, in the same order.
    """
    if len(rows) < _MIN_ROWS:
        return ()
    importance = {group.number: max(event.importance for event in group.all_events) for group in groups}
    chosen = sorted(importance, key=lambda number: (-importance[number], number))[:_MAX_HIGHLIGHTS]
    kept = {number for number in chosen if importance[number] > 0}
    return tuple(
        Highlight(row=row.number, date=row.date, line=row.passage.text, labels=row.labels, disputed=row.disputed)
        for row in rows
        if row.number in kept
    )
