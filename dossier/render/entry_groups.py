"""Group the events of a timeline into entries, each with one line and one date.

Events of one sentence share an entry where one of their lines has the words of all the others. Two dates in the text
make two entries all the same: "He was arrested on Monday and released on Friday."
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.model import Basis, Event, Span, Timeline, When
from dossier.render import prose, sentence_lines

_BASES_OF_OWN_DATES = frozenset((Basis.EXPLICIT, Basis.RELATIVE))


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """The events of one entry in the order of the timeline, its number, and the longest of their lines.

    ``dated`` are the events with the date of the entry, or those without a date where the entry has none. An event that
    has the same date only by tense or order is not among them, if the text dates another.
    """

    number: int
    events: tuple[Event, ...]
    dated: tuple[Event, ...]
    line: str

    @property
    def when(self) -> When | None:
        """The date of the entry; None where there is none."""
        return self.dated[0].dating.when

    @property
    def others(self) -> tuple[Event, ...]:
        """The events that do not have the date of the entry."""
        dated = {event.id for event in self.dated}
        return tuple(event for event in self.events if event.id not in dated)


@dataclass(frozen=True, slots=True)
class EntryGroups:
    """The entries with a date, those without, and those of forecasts and plans, numbered from 1 through all three."""

    dated: tuple[EntryGroup, ...]
    undated: tuple[EntryGroup, ...]
    expected: tuple[EntryGroup, ...]

    @property
    def all(self) -> tuple[EntryGroup, ...]:
        """All entries, by number."""
        return self.dated + self.undated + self.expected


def entry_groups(timeline: Timeline) -> EntryGroups:
    """The entries in the order of the timeline. Forecasts and plans never share an entry with other events.

    An entry stands at the place of the first event that has its date.
    """
    order = {event.id: index for index, event in enumerate(timeline.all_events)}
    known = _drafts(order, [event for _, event in timeline.events] + list(timeline.undated))
    drafts = known + _drafts(order, timeline.expected)
    entries = tuple(
        EntryGroup(number, tuple(events), tuple(dated), _longest(events))
        for number, (events, dated) in enumerate(drafts, 1)
    )
    n_dated = sum(order[dated[0].id] < len(timeline.events) for _, dated in known)
    return EntryGroups(entries[:n_dated], entries[n_dated : len(known)], entries[len(known) :])


def _drafts(order: Mapping[str, int], events: Iterable[Event]) -> list[tuple[list[Event], list[Event]]]:
    drafts = [_with_dated_events(entry, order) for sentence in _by_sentence(events) for entry in _entries(sentence)]
    return sorted(drafts, key=lambda draft: order[draft[1][0].id])


def _by_sentence(events: Iterable[Event]) -> Iterable[list[Event]]:
    sentences: dict[tuple[str, Span], list[Event]] = {}
    for event in events:
        evidence = event.evidence[0]
        sentences.setdefault((evidence.article, evidence.quote.span), []).append(event)
    return sentences.values()


def _entries(sentence: Sequence[Event]) -> Iterator[list[Event]]:
    """The events of one sentence by entry: one line makes two entries only where its events have two dates."""
    for run in _by_line(sentence):
        whens = dict.fromkeys(event.dating.when for event in run if _has_own_date(event))
        if len(whens) < 2:
            yield run
        else:
            yield from _by_date(run, whens)


def _by_date(run: Sequence[Event], whens: Iterable[When | None]) -> Iterable[list[Event]]:
    """The events that have dates of their own, by date.

    Each other event joins the first entry that has a line with all its words, or else the first entry.
    """
    own = [event for event in run if _has_own_date(event)]
    entries = [entry for when in whens for entry in _by_line([event for event in own if event.dating.when == when])]
    for event in run:
        if not _has_own_date(event):
            line = _line(event)
            holding = (entry for entry in entries if any(sentence_lines.holds(_line(other), line) for other in entry))
            next(holding, entries[0]).append(event)
    return entries


def _by_line(run: Sequence[Event]) -> Iterable[list[Event]]:
    """Group the events by the longest line that has all words of their own lines."""
    fullest = sentence_lines.fullest(_line(event) for event in run)
    by_line: dict[str, list[Event]] = {}
    for event in run:
        by_line.setdefault(fullest[_line(event)], []).append(event)
    return by_line.values()


def _with_dated_events(entry: Sequence[Event], order: Mapping[str, int]) -> tuple[list[Event], list[Event]]:
    """The events of an entry in the order of the timeline, and those that have the date of the entry."""
    events = sorted(entry, key=lambda event: order[event.id])
    first = min(events, key=lambda event: (not _has_own_date(event), event.dating.when is None))
    return events, [event for event in events if _date_and_origin(event) == _date_and_origin(first)]


def _date_and_origin(event: Event) -> tuple[When | None, bool]:
    return event.dating.when, _has_own_date(event)


def _has_own_date(event: Event) -> bool:
    """Whether the text dates the event, by a written date or one relative to another; not by tense or order."""
    return event.dating.when is not None and event.dating.basis in _BASES_OF_OWN_DATES


def _line(event: Event) -> str:
    return prose.tidy(event.summary)


def _longest(events: Iterable[Event]) -> str:
    return max(map(_line, events), key=len)
