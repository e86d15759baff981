"""The most important entries of a timeline."""

import math
from collections.abc import Iterable, Sequence

from dossier.render.entries.disagreements import is_contested
from dossier.render.entries.entry_groups import EntryGroup
from dossier.render.entries.likeness import have_to_do, is_one_happening
from dossier.render.page_one.several_days import names_several_days
from dossier.render.page_values.row_context import Highlight, Remark, Row
from dossier.render.wording.date_wording import beside_a_number
from dossier.text.word_lists import word_lists

_MAX_HIGHLIGHTS = 5
"""Set by hand; no measurement is recorded."""
_MIN_ROWS = 12
"""Rows of a briefing that has highlights: a shorter one is read as fast as its highlights. Set by hand."""
_CANDIDATES = 6
"""Entries looked at for each that is chosen. Set by hand."""
_TURN, _SAME_KIND = 3.0, 1.0
"""What an entry loses, in log odds, for each that is chosen and of its day, with an actor or a kind in common, and for
each of its kind. Set by hand."""
_ALIKE = 0.5
"""Log odds between two entries that matter alike. Set by hand: less than one source more makes of one of several."""
_GENERAL_TYPES = word_lists("dossier.render", "render_words.toml")["general_types"]
_LEAST = 1e-6
"""The last decimal of an importance."""


def highlights(groups: Sequence[EntryGroup], rows: Sequence[Row], has_chronology: bool = True) -> tuple[Highlight, ...]:
    """The most important rows in their order; none where no event has an importance above 0.

    There are none beside a short chronology either. What one tells already is not told by another; what may not have
    happened at all is none. ``rows`` has one row for each group, in the same order.
    """
    if has_chronology and len(rows) < _MIN_ROWS:
        return ()
    undisputed = [group for group, row in zip(groups, rows, strict=True) if not is_contested(row)]
    kept = {group.number for group in weightiest(undisputed, _MAX_HIGHLIGHTS)}
    return tuple(
        Highlight(
            row=row.number,
            date=beside_a_number(row.date),
            line=row.passage.text,
            labels=(*_of_what(row), *row.labels, *row.ended),
            disputed=row.disputed,
            analyst=row.analyst,
            notes=row.notes,
        )
        for row in rows
        if row.number in kept
    )


def _of_what(row: Row) -> tuple[Remark, ...]:
    """Of which word the date is, where the line names several days."""
    is_unclear = row.about and names_several_days(row.passage.text)
    return (Remark(f"the date is that of {row.about}"),) if is_unclear else ()


def weightiest(groups: Sequence[EntryGroup], most: int) -> list[EntryGroup]:
    """At most so many of the most important entries, the most important first; each tells another happening.

    An entry weighs as what its line states, not as what it mentions beside it. What is another turn of one before it,
    or of its kind, comes later than its importance says: five deaths tell less of an affair than one does.
    """
    importance = {group.number: group.events[0].importance for group in groups}
    ranked = sorted(groups, key=lambda group: (-importance[group.number], group.number))
    left = [group for group in ranked[: most * _CANDIDATES] if importance[group.number] > 0]
    chosen: list[EntryGroup] = []
    while left and len(chosen) < most:
        scores = {group.number: _log_odds(importance[group.number]) - _told_already(group, chosen) for group in left}
        best = max(left, key=lambda group: (scores[group.number], -group.number))
        chosen.append(best)
        left = [group for group in left if not (group is best or is_one_happening(group, best))]
    return chosen


def matter_alike(group: EntryGroup, other: EntryGroup) -> bool:
    """Whether two entries weigh so much alike that it does not say which of them matters more."""
    one, two = (_log_odds(entry.events[0].importance) for entry in (group, other))
    return abs(one - two) <= _ALIKE


def _told_already(group: EntryGroup, chosen: Iterable[EntryGroup]) -> float:
    """What the entry loses, in log odds, by its likeness to those that are chosen."""
    own = group.events[0]
    others = [one.events[0] for one in chosen]
    turns = sum(own.day is not None and own.day == other.day and have_to_do(own, other) for other in others)
    alike = 0 if own.type in _GENERAL_TYPES else sum(own.type == other.type for other in others)
    return _TURN * turns + _SAME_KIND * alike


def _log_odds(importance: float) -> float:
    bounded = min(max(importance, _LEAST), 1 - _LEAST)
    return math.log(bounded / (1 - bounded))
