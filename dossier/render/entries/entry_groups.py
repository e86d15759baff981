"""The entries of a timeline, each with one line and one date."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import count

from dossier.model import Event, Series, Timeline, When
from dossier.render.wording import prose


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """An entry of a timeline: its number, its own event, whose line it has, and after that its parts.

    ``dated`` are the events with the date of the entry, or those without a date where the entry has none. An event that
    has the same date only by tense or order is not among them, if the text dates another. Of events that are only
    reported, those with one first report count as of one date. ``others`` are the further lines of a ``series``, the
    newest first. An entry ``is_contradicted`` where sources disagree on whether what heads its line happened.
    """

    number: int
    events: tuple[Event, ...]
    dated: tuple[Event, ...]
    line: str
    series: Series | None = None
    others: tuple["EntryGroup", ...] = ()
    is_contradicted: bool = False

    @property
    def all_events(self) -> tuple[Event, ...]:
        """The events of its line, and of those that it stands for."""
        return (*self.events, *(event for other in self.others for event in other.events))

    @property
    def heads(self) -> tuple[Event, ...]:
        """The events whose lines are shown: that of each of its lines."""
        return tuple(line.events[0] for line in (self, *self.others))

    @property
    def parts(self) -> tuple[Event, ...]:
        """The other events of its lines."""
        return tuple(event for line in (self, *self.others) for event in line.events[1:])

    @property
    def tellings(self) -> tuple["EntryGroup", ...]:
        """It, and the others that tell it, too: not those that foretold it."""
        return (self, *(line for line in self.others if not self.foretells(line)))

    def foretells(self, line: "EntryGroup") -> bool:
        """Whether one of the others only foretold what the entry tells."""
        return line.events[0].factuality.is_expected and not self.events[0].factuality.is_expected

    @property
    def importance(self) -> float:
        """That of its most important event."""
        return max(event.importance for event in self.all_events)

    @property
    def sources(self) -> int:
        """The number of independent sources: those of its best event, of a series those of its best line."""
        of_series = self.series.sources(self.events[0]) if self.series else None
        return of_series or max(event.independent_sources for event in self.events)

    @property
    def counts_all(self) -> bool:
        """Whether it rests on the sources of all its lines, and not on those of its own alone."""
        return self.series is not None and self.figures <= 1

    @property
    def figures(self) -> int:
        """How many different figures a count has; 0 for any other entry."""
        return self.series.n_figures if self.series else 0

    @property
    def going_on(self) -> Series | None:
        """Its series, where the lines of that are of times of their own, so that it has a time from first to last."""
        return self.series if self.series and self.series.goes_on else None

    @property
    def when(self) -> When | None:
        """The time by which the entry stands: its date, else its first report; None where there is neither."""
        return self.dated[0].stands_at


@dataclass(frozen=True, slots=True)
class EntryGroups:
    """The entries in line, those undated, and those of forecasts and plans, numbered from 1 through all three."""

    placed: tuple[EntryGroup, ...]
    undated: tuple[EntryGroup, ...]
    expected: tuple[EntryGroup, ...]

    @property
    def all(self) -> tuple[EntryGroup, ...]:
        """All entries, by number."""
        return self.placed + self.undated + self.expected


def entry_groups(timeline: Timeline) -> EntryGroups:
    """The entries in the order of the timeline."""
    numbers = count(1)
    placed, undated, expected = (
        tuple(_entry(timeline, entry, next(numbers)) for entry in entries)
        for entries in ([event for _, event in timeline.events], timeline.undated, timeline.expected)
    )
    return EntryGroups(placed, undated, expected)


def _entry(timeline: Timeline, entry: Event, number: int) -> EntryGroup:
    line, *others = (_group(event, timeline.parts.get(event.id, ()), number) for event in timeline.lines_of(entry))
    is_contradicted = any(one.event == entry.id and one.field == "polarity" for one in timeline.conflicts)
    series = timeline.series.get(entry.id)
    return replace(line, series=series, others=tuple(others), is_contradicted=is_contradicted)


def _group(entry: Event, parts: Iterable[Event], number: int) -> EntryGroup:
    """The group of an entry: it has the date of the entry's own event, whatever the dates of its parts."""
    events = (entry, *parts)
    dated = tuple(event for event in events if _time_and_origin(event) == _time_and_origin(entry))
    return EntryGroup(number, events, dated, prose.tidy(entry.line))


def _time_and_origin(event: Event) -> tuple[When | None, bool, bool]:
    """Its time, whether the text gives it (not tense or order), and whether it is that of its first report."""
    return event.stands_at, event.dating.is_stated, event.is_only_reported


def rows_by_article(groups: Iterable[EntryGroup]) -> dict[str, tuple[int, ...]]:
    """The numbers of the rows that rest on each article, by its id."""
    found: dict[str, list[int]] = {}
    for group in groups:
        for article in dict.fromkeys(piece.article for event in group.all_events for piece in event.evidence):
            found.setdefault(article, []).append(group.number)
    return {article: tuple(numbers) for article, numbers in found.items()}


def row_numbers(groups: Iterable[EntryGroup]) -> dict[str, int]:
    """The number of the row that tells each event, by its id."""
    return {event.id: group.number for group in groups for event in group.all_events}
