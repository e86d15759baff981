"""Numbers in a row as one range, for a reader: "5, 15–17"."""

from collections.abc import Iterable, Iterator
from typing import Any

from dossier.render.page_values.row_context import NoteRange

_MOST_ALONE = 6
"""Numbers that are listed one by one, so that each leads to its own note. Set by hand."""


def number_runs(numbers: Iterable[int]) -> Iterator[tuple[int, str]]:
    """The first of numbers in a row, and all of them in words, each once and in their order.

    >>> list(number_runs((17, 5, 15, 16, 16)))
    [(5, '5'), (15, '15–17')]
    """
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    for run in runs:
        yield run[0], f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0])


def note_ranges(numbers: Iterable[int]) -> tuple[NoteRange, ...]:
    """The numbers of notes in their order, those in a row as one range."""
    return tuple(NoteRange(*run) for run in number_runs(numbers))


def note_refs(numbers: Iterable[int]) -> list[dict[str, Any]]:
    """The numbers of notes in the form of a ``NoteRange`` as plain data: one by one, or many as ranges."""
    ordered = sorted(set(numbers))
    runs = number_runs(ordered) if len(ordered) > _MOST_ALONE else ((number, str(number)) for number in ordered)
    return [{"first": first, "words": words} for first, words in runs]


def in_short(numbers: Iterable[int]) -> str:
    """Numbers in words, those in a row as a range.

    >>> in_short((1, 2, 3, 5))
    '1–3, 5'
    """
    return ", ".join(words for _, words in number_runs(numbers))
