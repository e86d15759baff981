"""The entries of a timeline: what one sentence tells is told once, at the date that one of its events has."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.model import Basis, Event, Span, Timeline, When
from dossier.render import prose, sentence_lines

_OWN = frozenset((Basis.EXPLICIT, Basis.RELATIVE))


@dataclass(frozen=True, slots=True)
class Group:
    """The events of one entry with its number and the line that says what their lines say.

    ``dated`` are those that its date is of: they share that date, or the first of them has none.
    """

    number: int
    events: tuple[Event, ...]
    dated: tuple[Event, ...]
    line: str

    @property
    def when(self) -> When | None:
        """Its date; None where there is none."""
        return self.dated[0].dating.when

    @property
    def others(self) -> tuple[Event, ...]:
        """The events that its date is not of."""
        dated = {event.id for event in self.dated}
        return tuple(event for event in self.events if event.id not in dated)


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups with a date, those without, and those of what is expected, numbered through."""

    dated: tuple[Group, ...]
    undated: tuple[Group, ...]
    expected: tuple[Group, ...]

    @property
    def all(self) -> tuple[Group, ...]:
        """All of them, by number."""
        return self.dated + self.undated + self.expected


def groups(timeline: Timeline) -> Groups:
    """The groups in the timeline's order. What is expected never stands in one with what is told.

    An entry stands where the first of the events stands that its date is of; the others go with that one.
    """
    order = {event.id: index for index, event in enumerate(timeline.all_events)}
    told = _drafts(order, [event for _, event in timeline.events] + list(timeline.undated))
    drafts = told + _drafts(order, timeline.expected)
    entries = tuple(
        Group(number, tuple(events), tuple(dated), _longest(events)) for number, (events, dated) in enumerate(drafts, 1)
    )
    n_dated = sum(order[dated[0].id] < len(timeline.events) for _, dated in told)
    return Groups(entries[:n_dated], entries[n_dated : len(told)], entries[len(told) :])


def _drafts(order: Mapping[str, int], events: Iterable[Event]) -> list[tuple[list[Event], list[Event]]]:
    drafts = [_lead(told, order) for run in _sentences(events) for told in _entries(run)]
    return sorted(drafts, key=lambda draft: order[draft[1][0].id])


def _sentences(events: Iterable[Event]) -> Iterable[list[Event]]:
    told: dict[tuple[str, Span], list[Event]] = {}
    for event in events:
        evidence = event.evidence[0]
        told.setdefault((evidence.article, evidence.quote.span), []).append(event)
    return told.values()


def _entries(sentence: Sequence[Event]) -> Iterator[list[Event]]:
    """The events of one sentence by entry: nobody is told the same thing twice but under two dates."""
    for run in _by_line(sentence):
        whens = dict.fromkeys(event.dating.when for event in run if _is_own(event))
        if len(whens) < 2:
            yield run
        else:
            yield from _by_date(run, whens)


def _by_date(run: Sequence[Event], whens: Iterable[When | None]) -> Iterable[list[Event]]:
    """The events that have dates of their own, by date; each other one goes with the first whose line holds its own."""
    own = [event for event in run if _is_own(event)]
    entries = [told for when in whens for told in _by_line([event for event in own if event.dating.when == when])]
    for event in run:
        if not _is_own(event):
            held = (told for told in entries if any(sentence_lines.holds(_line(other), _line(event)) for other in told))
            next(held, entries[0]).append(event)
    return entries


def _by_line(run: Sequence[Event]) -> Iterable[list[Event]]:
    fullest = sentence_lines.fullest(_line(event) for event in run)
    told: dict[str, list[Event]] = {}
    for event in run:
        told.setdefault(fullest[_line(event)], []).append(event)
    return told.values()


def _lead(told: Sequence[Event], order: Mapping[str, int]) -> tuple[list[Event], list[Event]]:
    """The events of an entry as the timeline has them, and those of them that its date is of."""
    events = sorted(told, key=lambda event: order[event.id])
    first = min(events, key=lambda event: (not _is_own(event), event.dating.when is None))
    return events, [event for event in events if _date(event) == _date(first)]


def _date(event: Event) -> tuple[When | None, bool]:
    return event.dating.when, _is_own(event)


def _is_own(event: Event) -> bool:
    """Whether its sentence dates the event itself, by a date or by one that leads to it; not by tense or order."""
    return event.dating.when is not None and event.dating.basis in _OWN


def _line(event: Event) -> str:
    return prose.tidy(event.summary)


def _longest(events: Iterable[Event]) -> str:
    return max(map(_line, events), key=len)
