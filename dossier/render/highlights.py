"""The most important entries of a timeline."""

import re
from collections.abc import Sequence

from dossier.render.entry_groups import EntryGroup
from dossier.render.row_context import Highlight, Row
from dossier.text.line_words import line_words

_MAX_HIGHLIGHTS = 5
"""Set by hand; no measurement is recorded."""
_MIN_ROWS = 12
"""Rows of a briefing that has highlights: a shorter one is read as fast as its highlights. Set by hand."""
_CANDIDATES = 6
"""Entries looked at for each that is chosen. Set by hand."""
_LONG_WORD = 5
"""Letters of a word that tells what a line is about. Set by hand."""
_LEAST_WORDS = 4
"""Long words of the shortest line that can be compared. Set by hand."""
_LEAST_SHARE = 0.6
"""Share of the long words of a line that another has, from which both tell the same. Set by hand."""

_SHARED_WORDS = 2
"""Long words that the lines of one day share where they tell of one happening. Set by hand."""
_WORD = re.compile(r"\w+")


def highlights(groups: Sequence[EntryGroup], rows: Sequence[Row], has_chronology: bool = True) -> tuple[Highlight, ...]:
    """The most important rows in their order; none where no event has an importance above 0.

    There are none beside a short chronology either. What one tells already is not told by another. ``rows`` has one row
    for each group, in the same order.
    """
    if has_chronology and len(rows) < _MIN_ROWS:
        return ()
    kept = {group.number for group in weightiest(groups, _MAX_HIGHLIGHTS)}
    return tuple(
        Highlight(
            row=row.number,
            date=row.date,
            line=row.passage.text,
            labels=row.labels,
            disputed=row.disputed,
            analyst=row.analyst,
            notes=row.notes,
        )
        for row in rows
        if row.number in kept
    )


def weightiest(groups: Sequence[EntryGroup], most: int) -> list[EntryGroup]:
    """At most so many of the most important entries, the most important first; none tells what one before it tells.

    Days that have one already come last: what happened on one day is mostly one turn of things.
    """
    importance = {group.number: max(event.importance for event in group.all_events) for group in groups}
    ranked = sorted(groups, key=lambda group: (-importance[group.number], group.number))
    told: list[EntryGroup] = []
    for group in ranked[: most * _CANDIDATES]:
        if importance[group.number] > 0 and not any(_tell_the_same(group.line, other.line) for other in told):
            told.append(group)
    main = {group.all_events[0].day or group.number: group.number for group in reversed(told)}
    return sorted(told, key=lambda group: group.number not in main.values())[:most]


def is_one_happening(group: EntryGroup, other: EntryGroup) -> bool:
    """Whether both are of one day and their lines share words that are no names: two turns of one thing."""
    one, two = (entry.dated[0].day or entry.when for entry in (group, other))
    return (
        one is not None and one == two and len(_uncapitalised(group.line) & _uncapitalised(other.line)) >= _SHARED_WORDS
    )


def _tell_the_same(line: str, other: str) -> bool:
    """Whether the line with fewer long words has most of them in common with the other.

    >>> _tell_the_same("The captain was arrested in Orlov.", "Police in Orlov arrested Captain Brandt, who was asleep.")
    False
    >>> _tell_the_same("Captain Brandt was arrested in Orlov.", "Police in Orlov arrested Captain Brandt on Monday.")
    True
    """
    one, two = _long_words(line), _long_words(other)
    fewer = min(len(one), len(two))
    return fewer >= _LEAST_WORDS and len(one & two) >= _LEAST_SHARE * fewer


def _uncapitalised(line: str) -> set[str]:
    return {word for word in _WORD.findall(line) if len(word) >= _LONG_WORD and word.islower()}


def _long_words(line: str) -> set[str]:
    return {word for word in line_words(line) if len(word) >= _LONG_WORD}
