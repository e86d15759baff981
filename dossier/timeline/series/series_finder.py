"""Which lines one entry stands for: see ``SeriesKind``."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from dossier.memo import NO_MEMO, Memo
from dossier.model import Actor, Event, EventTypes, Factuality, Figure, LeftOutReason, Series, SeriesKind, Span
from dossier.model.series import in_time
from dossier.timeline.listing import Listing
from dossier.timeline.retellings.retellings import retellings
from dossier.timeline.series.count_series import count_series
from dossier.timeline.series.occasions import occasions
from dossier.timeline.series.repeated_series import RepetitionFinder
from dossier.timeline.series.running_counts import running_counts
from dossier.timeline.series.tallies import further_tallies, of_one_report, tallies


class SeriesFinder:
    """Finds series among the lines of a timeline, by what all ``events`` of the case tell, and its ``actors``."""

    def __init__(
        self, events: Sequence[Event], types: EventTypes, actors: Iterable[Actor] = (), memo: Memo = NO_MEMO
    ) -> None:
        self._counts = running_counts(events, memo)
        self._repetitions = RepetitionFinder(events, types, actors, memo)
        self._types = types

    def with_series(self, listed: Listing) -> Listing:
        """The listing, each series as one entry.

        A running total that was left out is told where it is one of several.
        """
        told = {event.summary for event in listed.entries}
        totals = [
            one.event for one in listed.left_out if one.reason is LeftOutReason.FIGURE and one.event.summary not in told
        ]
        lines = [*listed.entries, *totals]
        if len(lines) < 2:  # one line is no series
            return listed
        found = self._among(lines, listed.parts)
        others = {event.id for series in found.values() for event in series.others}
        entries = tuple(
            event
            for number, event in enumerate(lines)
            if event.id in found or (number < len(listed.entries) and event.id not in others)
        )
        return replace(
            listed,
            entries=entries,
            series=found,
            left_out=tuple(one for one in listed.left_out if one.event.id not in found.keys() | others),
        )

    def _among(self, lines: Sequence[Event], parts: Mapping[str, Sequence[Event]]) -> dict[str, Series]:
        """The series by the id of the event that stands for each; no event is in two."""
        found: dict[str, Series] = {}
        counts = [count for count in count_series(lines, self._counts, self._types) if count.grows]
        taken = {event.id for count in counts for event in count.events}
        reports = tallies(lines, self._types)
        for count in counts:
            further = further_tallies(count, reports, taken)
            taken.update(event.id for event in further)
            first, *others = count.events
            others = sorted((*others, *further), key=_moment, reverse=True)
            found.update(_series(SeriesKind.COUNT, (first, *others), count.figures))
        for events in of_one_report(reports, taken):
            found.update(_series(SeriesKind.OCCASION, events))
        for events in _recurring(_not_in(found, lines)):
            found.update(_series(SeriesKind.RECURRING, events))
        for events in retellings(_not_in(found, lines), parts, self._types):
            found.update(_series(SeriesKind.RETOLD, events))
        for events in self._repetitions.among(_not_in(found, lines)):
            found.update(_series(SeriesKind.REPEATED, events))
        for events in occasions(_not_in(found, lines), self._types):
            found.update(_series(SeriesKind.OCCASION, events))
        return found


def _not_in(found: Mapping[str, Series], lines: Iterable[Event]) -> list[Event]:
    taken = found.keys() | {event.id for series in found.values() for event in series.others}
    return [event for event in lines if event.id not in taken]


def _series(kind: SeriesKind, events: Sequence[Event], figures: Sequence[Figure] = ()) -> dict[str, Series]:
    """The series of the events, of which the first stands for all, by the id of that."""
    first, *others = events
    times = in_time(event.stands_at for event in events if event.stands_at)
    earliest, latest = (times[0], times[-1]) if times else (None, None)
    return {first.id: Series(kind, earliest, latest, tuple(others), tuple(figures))}


def _moment(event: Event) -> datetime:
    when = event.stands_at
    return ((when.start or when.end) if when else None) or datetime.min


def _recurring(lines: Iterable[Event]) -> Iterator[list[Event]]:
    """The events that one line tells of several times, each group in the order of time."""
    groups: dict[tuple[str, Span, str, Factuality], list[Event]] = {}
    for event in lines:
        shown = event.evidence[0]
        groups.setdefault((shown.article, shown.trigger.span, event.summary, event.factuality), []).append(event)
    for group in groups.values():
        if len(group) > 1:
            yield sorted(group, key=lambda event: event.evidence[0].occurrence)
