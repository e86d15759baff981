"""What becomes of each event that belongs to an actor: an entry, a part of one, possibly about it, or left out."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from dossier.model import (
    SURE_LINK,
    Certainty,
    Event,
    EventField,
    EventTypes,
    LeftOut,
    LeftOutReason,
    Polarity,
    Series,
    Span,
)
from dossier.timeline.entries import Folding, fold
from dossier.timeline.importance.importance import importance_to
from dossier.timeline.worth.part_worth import is_foreseen, links_of
from dossier.timeline.worth.worth import left_out_reasons


@dataclass(frozen=True, slots=True)
class Listing:
    """The events that belong to an actor, each in one place."""

    entries: tuple[Event, ...] = ()
    """Those with a line of their own, which is the fullest that their sentence has for them, in the order given."""
    parts: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)
    """The other events that a line tells, by the id of the event with the line, as they stand in the articles."""
    possible: tuple[Event, ...] = ()
    """Those that only an uncertain link ties to the actor."""
    left_out: tuple[LeftOut, ...] = ()
    """Those that are not worth a line."""
    series: Mapping[str, Series] = field(default_factory=dict)
    """The further events with a line that an entry stands for, by the id of the entry."""
    interest: Mapping[str, float] = field(default_factory=dict)
    """How likely a reader wants the line that tells an event, by the id of the event, where that is known."""
    importance: Mapping[str, float] = field(default_factory=dict)
    """How much an event that is told matters to a reader, by its id, where that rests on more than the listing."""

    @property
    def lines(self) -> tuple[Event, ...]:
        """The entries, each followed by what it stands for."""
        return tuple(event for entry in self.entries for event in self.lines_of(entry))

    def lines_of(self, entry: Event) -> tuple[Event, ...]:
        """The entry, and what it stands for."""
        return (entry, *(self.series[entry.id].others if entry.id in self.series else ()))

    @property
    def told(self) -> tuple[Event, ...]:
        """The events with a line, and the parts of these."""
        return tuple(event for entry in self.entries for event in self.events_of(entry))

    def events_of(self, entry: Event) -> tuple[Event, ...]:
        """The events that the lines of an entry tell, each line's own event first."""
        return tuple(event for line in self.lines_of(entry) for event in (line, *self.parts.get(line.id, ())))

    @property
    def all_events(self) -> tuple[Event, ...]:
        """All events, also those that are not told."""
        return self.sure + self.possible

    @property
    def sure(self) -> tuple[Event, ...]:
        """All that certainly belong to the actor, also those that are not told."""
        return self.told + tuple(one.event for one in self.left_out)


def listing(
    actor: str | None,
    events: Sequence[Event],
    types: EventTypes,
    of_little_interest: Collection[str] = frozenset(),
    published: Mapping[str, int] = MappingProxyType({}),
    interest: Mapping[str, float] = MappingProxyType({}),
) -> Listing:
    """The listing of the events that belong to the actor (an id); without one, of those that belong to nobody.

    ``of_little_interest`` are the ids of events that readers hardly want; such an event is told all the same where its
    line is told for another. What the analyst added, worded or dated is always worth a line, and what he denies is of
    interest, as is what is surely planned for a time after the newest report. ``published`` has the year of publication
    by article, where known; the listing keeps the ``interest``.
    """
    sure = [event for event in events if is_sure(event, actor)]
    foreseen = {event.id for event in sure if actor and is_foreseen(event, actor)}
    decided = {event.id for event in sure if event.stands_by_judgement or EventField.WHEN in event.judged}
    denied = {event.id for event in sure if event.is_denied_by_judgement}
    of_little_interest = frozenset(of_little_interest) - foreseen - decided - denied - set(_still_ahead(sure))
    certain = {event.id for event in sure}
    unworthy = {key: why for key, why in left_out_reasons(actor, sure, types, published).items() if key not in decided}
    told_anyway = {_line(event) for event in sure if event.id not in unworthy and event.id not in of_little_interest}
    unwanted = [event.id for event in sure if event.id in of_little_interest and _line(event) not in told_anyway]
    reasons = dict.fromkeys(unwanted, LeftOutReason.LITTLE_INTEREST) | unworthy
    weights = {event.id: importance_to(event, actor) for event in sure}
    folding = fold(sure, reasons.keys(), weights)
    return replace(
        listed([event for event in sure if event.id in folding.heads or event.id not in reasons], folding),
        possible=tuple(event for event in events if event.id not in certain),
        left_out=tuple(
            LeftOut(event, reasons[event.id]) for event in sure if event.id in reasons and event.id not in folding.heads
        ),
        interest={
            event.id: interest[line] for event in sure if (line := folding.heads.get(event.id, event.id)) in interest
        },
    )


def listed(events: Iterable[Event], folding: Folding) -> Listing:
    """The listing of events that are all told: each is a part as the folding says, or an entry."""
    told = list(events)
    return Listing(
        entries=tuple(
            replace(event, summary=folding.lines.get(event.id, event.summary))
            for event in told
            if event.id not in folding.heads
        ),
        parts=_parts(told, folding.heads),
    )


def _still_ahead(events: Iterable[Event]) -> Iterator[str]:
    """The ids of what is surely planned for a time after the newest report of all: a reader asks what comes next."""
    told = tuple(events)
    reports = [event.reported.last.end for event in told if event.reported and event.reported.last.end]
    newest = max(reports, default=None)
    for event in told:
        value, begins = event.factuality, event.dating.when.start if event.dating.when else None
        is_sure_plan = value.is_expected and (value.certainty, value.polarity) == (Certainty.CERTAIN, Polarity.POSITIVE)
        if is_sure_plan and event.dating.is_stated and newest and begins and begins >= newest:
            yield event.id


def is_sure(event: Event, actor: str | None) -> bool:
    """Whether a link of the actor to the event, as a participant or as its place, is sure; true without an actor."""
    return actor is None or max((confidence for _, confidence in links_of(event, actor)), default=1.0) >= SURE_LINK


def _parts(events: Iterable[Event], heads_of: Mapping[str, str]) -> dict[str, tuple[Event, ...]]:
    """The parts of each entry, by the id of the entry, as they stand in the articles."""
    parts: dict[str, list[Event]] = {}
    for event in events:
        if event.id in heads_of:
            parts.setdefault(heads_of[event.id], []).append(event)
    return {head: tuple(sorted(parts[head], key=_place)) for head in sorted(parts)}


def _place(event: Event) -> tuple[str, int, str]:
    first = event.evidence[0]
    return first.article, first.trigger.span.start, event.id


def _line(event: Event) -> tuple[str, Span, str]:
    """The line that an event is shown with: where its sentence stands, and its words."""
    shown = event.evidence[0]
    return shown.article, shown.quote.span, event.summary
