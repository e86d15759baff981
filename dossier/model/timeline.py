"""What the reader gets for one actor."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model.actor import Actor
from dossier.model.article import Citation
from dossier.model.event import Event
from dossier.model.left_out import LeftOut
from dossier.model.marking import NO_STAMP, Stamp
from dossier.model.overview import Overview
from dossier.model.relation import Relation
from dossier.model.series import Series
from dossier.model.standing_note import StandingNote
from dossier.model.when import When


@dataclass(frozen=True, slots=True)
class Reading:
    """One side of a conflict: the value, and the indices of the mentions (in the event) that have it.

    ``relation`` is the one that the value follows from, where it follows from order. ``event`` is the id of the event
    whose mentions these are, None where it is the one that the conflict is of.
    """

    value: str
    mentions: tuple[int, ...]
    relation: Relation | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more readings of one field of one event, side by side."""

    event: str
    field: str
    readings: tuple[Reading, ...]

    def __post_init__(self) -> None:
        if len({reading.value for reading in self.readings}) < 2:
            raise ValueError(f"{self.event}: a conflict needs two different readings")

    @property
    def events(self) -> frozenset[str]:
        """The ids of the events whose mentions contradict each other."""
        return frozenset(reading.event or self.event for reading in self.readings) | {self.event}


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events of an actor, or the main ones of a case: (position, event) in one line, ``undated`` stand apart.

    That of a case has no ``actor``, but an ``overview``.
    An event stands in the line by the date that a text gives, else by its likely day if that is its date, else after or
    before another, else by its first report. ``undated`` have none of these.
    Positions are a dense rank from 1: equal ones are not ordered against each other. ``expected`` are forecasts and
    plans, which are no events yet, by the time they are expected at. Each event of these three is an entry with a line.
    ``series`` are the further events that an entry stands for, each with a line too, by the id of the entry; such an
    entry stands in the line where the first of them does. ``parts`` are the other events that a line tells, by the id
    of the event with the line. ``possible`` are about the actor only by an uncertain link, ``left_out`` have no line
    for another reason. ``articles`` holds every article that any of the evidence is from, by id. ``as_of`` is the day
    it speaks for, None where unknown; ``stamp`` is what stands on the dossier as a document. ``notes`` are the
    analyst's, and no source says what they say.

    Raises ValueError when it has neither actor nor overview or both, positions have gaps or go back, evidence cites an
    article that is not there, parts are of no line, or a series of no entry.
    """

    actor: Actor | None
    as_of: When | None
    events: tuple[tuple[int, Event], ...] = ()
    undated: tuple[Event, ...] = ()
    expected: tuple[Event, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    articles: Mapping[str, Citation] = field(default_factory=dict)
    parts: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)
    possible: tuple[Event, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    overview: Overview | None = None
    series: Mapping[str, Series] = field(default_factory=dict)
    stamp: Stamp = NO_STAMP
    notes: tuple[StandingNote, ...] = ()

    def __post_init__(self) -> None:
        if (self.actor is None) == (self.overview is None):
            raise ValueError("a timeline is that of an actor or of a case")
        last = 0
        for position, event in self.events:
            if position not in (last, last + 1) or position < 1:
                raise ValueError(f"{event.id}: position {position} after {last}")
            last = position
        if unknown := self.series.keys() - {event.id for event in self.entries}:
            raise ValueError(f"series of {', '.join(sorted(unknown))}, which is no entry of the timeline")
        if unknown := self.parts.keys() - {event.id for event in self.lines}:
            raise ValueError(f"parts of {', '.join(sorted(unknown))}, which is no line of the timeline")
        for event in self.all_events:
            for evidence in event.evidence:
                if evidence.article not in self.articles:
                    raise ValueError(f"{event.id} cites article {evidence.article}, which is not in the timeline")

    @property
    def entries(self) -> tuple[Event, ...]:
        """The events of the line in order, then the undated ones, then what is expected."""
        return tuple(event for _, event in self.events) + self.undated + self.expected

    @property
    def lines(self) -> tuple[Event, ...]:
        """The events with a line: each entry, followed by those that it stands for."""
        return tuple(event for entry in self.entries for event in self.lines_of(entry))

    def lines_of(self, entry: Event) -> tuple[Event, ...]:
        """The entry, and the further events that it stands for, the newest first."""
        return (entry, *(self.series[entry.id].others if entry.id in self.series else ()))

    @property
    def told(self) -> tuple[Event, ...]:
        """The events of the lines, each followed by the parts of its line."""
        return tuple(event for entry in self.entries for event in self.events_of(entry))

    def events_of(self, entry: Event) -> tuple[Event, ...]:
        """The events that the lines of an entry tell: that of each line, followed by its parts."""
        return tuple(event for line in self.lines_of(entry) for event in (line, *self.parts.get(line.id, ())))

    @property
    def all_events(self) -> tuple[Event, ...]:
        """All events that belong to the actor: those told, the possible ones, and those left out."""
        return self.told + self.possible + tuple(one.event for one in self.left_out)
