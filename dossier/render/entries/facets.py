"""By what a reader can filter and sort the entries of a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dossier.render.entries.entry_groups import EntryGroup, EntryGroups
from dossier.render.entries.row_status import status_words
from dossier.render.page_values.note_context import SourceEntry

_EXPECTED = "forecast or plan"


@dataclass(frozen=True, slots=True)
class Facet:
    """By what the entry with number ``row`` is found: no words of an article.

    ``first`` and ``last`` are the years of its time, 0 where that side is open or nothing is known. ``types`` are those
    of its events, ``status`` is in words, ``sources`` are numbers in the list of sources. ``rank`` is its place by
    importance, from 1. ``date`` is in words, with the year also where a heading of the chronology gives that.
    """

    row: int
    first: int
    last: int
    types: tuple[str, ...]
    status: str
    sources: tuple[int, ...]
    rank: int
    date: str


def facets(entries: EntryGroups, sources: Mapping[str, SourceEntry], dates: Mapping[int, str]) -> tuple[Facet, ...]:
    """The facets of all entries; ``dates`` are in words by number, ``sources`` the entries of the articles by id."""
    ranked = sorted(entries.all, key=lambda group: (-group.importance, group.number))
    ranks = {group.number: rank for rank, group in enumerate(ranked, 1)}
    expected = {group.number for group in entries.expected}
    return tuple(
        replace(_facet(group, sources, group.number in expected), rank=ranks[group.number], date=dates[group.number])
        for group in entries.all
    )


def _facet(group: EntryGroup, sources: Mapping[str, SourceEntry], is_expected: bool) -> Facet:
    first, last = _years(group)
    return Facet(
        row=group.number,
        first=first,
        last=last,
        types=_sorted(event.type.replace("_", " ") for event in group.all_events),
        status=_EXPECTED if is_expected else status_words(group),
        sources=tuple(sorted({sources[p.article].number for event in group.all_events for p in event.evidence})),
        rank=0,
        date="",
    )


def _years(group: EntryGroup) -> tuple[int, int]:
    if not group.when:
        return 0, 0
    earliest, latest = group.when.earliest, group.when.latest
    return earliest.year if earliest else 0, latest.year if latest else 0


def _sorted(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words)))
