"""The bottom line of a briefing: what its entries come to, by fixed patterns; nothing in it is written freely."""

from collections.abc import Iterator, Mapping, Sequence

from dossier.render import label_wording, summary
from dossier.render.bottom_line_context import BottomLine, Finding
from dossier.render.disagreement_context import Disagreement
from dossier.render.entry_groups import EntryGroup, EntryGroups
from dossier.render.highlights import weightiest
from dossier.render.row_context import Row, Status

_MIN_ROWS = 3
"""Rows of a briefing that has a bottom line: fewer are read as fast. Set by hand."""
_MAX_DISPUTED = 2
"""Matters on which sources disagree, that stand in the bottom line. Set by hand."""
_MAX_MAIN = 2
"""The most important entries that stand in the bottom line. Set by hand."""


def bottom_line(
    groups: EntryGroups, rows: Mapping[int, Row], disagreements: Sequence[Disagreement]
) -> BottomLine | None:
    """The bottom line of the entries; ``rows`` are by number. None where there are few."""
    told = groups.placed + groups.undated
    if len(told) < _MIN_ROWS:
        return None
    importance = {group.number: _importance(group) for group in groups.all}
    weighty = sorted(disagreements, key=lambda one: (-importance[one.row], one.row))
    return BottomLine(
        findings=(*_told(groups.placed, told, rows), *_expected(groups.expected, rows)),
        disputed=tuple(weighty[:_MAX_DISPUTED]),
        more_disputed=max(len(weighty) - _MAX_DISPUTED, 0),
        unsure=tuple(group.number for group in told if rows[group.number].status is Status.UNSURE),
        denied=tuple(group.number for group in told if rows[group.number].status is Status.NEGATED),
        entries=len(told),
        support=summary.source_counts(told),
    )


def _told(placed: Sequence[EntryGroup], told: Sequence[EntryGroup], rows: Mapping[int, Row]) -> Iterator[Finding]:
    """The two most important entries, and the latest in line that is stated as fact, each once."""
    main = weightiest(told, _MAX_MAIN)
    latest = next((group for group in reversed(placed) if _is_fact(rows[group.number])), None)
    for heading, group in zip(("What matters most", "Also"), main, strict=False):
        yield _finding(f"{heading}, and the latest" if group is latest else heading, group, rows)
    if latest and latest not in main:
        yield _finding("Latest", latest, rows)


def _expected(expected: Sequence[EntryGroup], rows: Mapping[int, Row]) -> tuple[Finding, ...]:
    return tuple(_finding("Expected", group, rows) for group in expected[:1])


def _is_fact(row: Row) -> bool:
    return row.status is Status.FACT


def _importance(group: EntryGroup) -> float:
    return max(event.importance for event in group.all_events)


def _finding(heading: str, group: EntryGroup, rows: Mapping[int, Row]) -> Finding:
    row = rows[group.number]
    best = max(group.events, key=lambda event: event.independent_sources)
    support = row.support[0].text if group.series else label_wording.support_words(best)
    return Finding(heading, row.number, row.date, row.passage, row.notes, row.labels, support)
