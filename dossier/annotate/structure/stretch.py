"""A stretch of characters with its role on the page, and how stretches that overlap become a row."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dossier.model import PassageRole


@dataclass(frozen=True, slots=True)
class Stretch:
    """The characters ``start`` to ``end`` (half-open) of a text, and what they are on the page."""

    start: int
    end: int
    role: PassageRole


def in_a_row(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches in text order, none over another: of two that overlap, the later one loses what they share."""
    row: list[Stretch] = []
    for found in sorted(stretches, key=lambda stretch: (stretch.start, -stretch.end)):
        start = max(found.start, row[-1].end) if row else found.start
        if start < found.end:
            row.append(replace(found, start=start))
    return row


def in_the_gaps(row: list[Stretch], wide: Iterable[Stretch]) -> list[Stretch]:
    """The row with the ``wide`` stretches added where nothing stands; they do not overlap each other."""
    starts = [stretch.start for stretch in row]
    added: list[Stretch] = []
    for found in wide:
        start = found.start
        first = max(bisect_left(starts, found.start) - 1, 0)
        for taken in row[first:]:
            if taken.start >= found.end:
                break
            if start < taken.start:
                added.append(Stretch(start, taken.start, found.role))
            start = max(start, taken.end)
        if start < found.end:
            added.append(Stretch(start, found.end, found.role))
    return sorted([*row, *added], key=lambda stretch: stretch.start)


def line_end(text: str, start: int) -> int:
    """Where the line ends that has the character ``start``, its break not counted."""
    end = text.find("\n", start)
    return len(text) if end < 0 else end
