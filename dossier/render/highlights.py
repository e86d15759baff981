"""The entries that matter most, to be read first."""

from collections.abc import Sequence

from dossier.render.context import Highlight, Row
from dossier.render.entry_groups import Group

_MOST = 5
_ENOUGH = 12  # rows: a shorter briefing is read as fast as its highlights


def highlights(groups: Sequence[Group], rows: Sequence[Row]) -> tuple[Highlight, ...]:
    """The most important rows in their order; none of a short briefing, or where nothing is known of importance.

    ``rows`` are those of the groups, one for each.
    """
    if len(rows) < _ENOUGH:
        return ()
    weights = {group.number: max(event.importance for event in group.events) for group in groups}
    chosen = sorted(weights, key=lambda number: (-weights[number], number))[:_MOST]
    kept = {number for number in chosen if weights[number] > 0}
    return tuple(
        Highlight(row.number, row.date, row.passage.text, row.labels, row.disputed)
        for row in rows
        if row.number in kept
    )
