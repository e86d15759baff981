"""The events of the timelines, each once, as exporters get them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dossier.codec import ConflictForm, TimelineEventForm, TimelineForm
from dossier.model import Certainty, Polarity, Realis


class Listed(StrEnum):
    """Which list of a timeline an event stands in."""

    DATED = "dated"
    """It has a place in the order of time: by its own date, by order, or by its first report."""
    UNDATED = "undated"
    EXPECTED = "expected"
    """A forecast or a plan."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """Values of one ``field`` that cannot all be true, each with the ids of the articles that give it."""

    field: str
    readings: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedEvent:
    """One event. ``form`` is the published one (docs/formats.md), from the first timeline that has it.

    ``entry`` is the id of the event in whose line it is told: its own, where it has a line. ``series`` is the id of the
    entry whose series its line belongs to, empty for most. ``timelines`` are the ids
    of the entities whose timelines have it; ``case`` for that of the case. ``importance`` is that for the case.
    """

    form: TimelineEventForm
    listed: Listed
    entry: str
    series: str
    timelines: tuple[str, ...]
    disputes: tuple[Dispute, ...]
    importance: float

    @property
    def is_fact(self) -> bool:
        """Whether the articles themselves tell it as a fact: certain, positive, actual, and not by another source."""
        told = self.form.certainty, self.form.polarity, self.form.realis, self.form.attribution
        return told == (Certainty.CERTAIN, Polarity.POSITIVE, Realis.ACTUAL, None)

    @property
    def source(self) -> str:
        """Who tells it, by whom: "the mayor, by officials"; empty for the article itself."""
        words, source = [], self.form.attribution
        while source:
            words.append(source.name or source.text)
            source = source.via
        return ", by ".join(words)

    @property
    def known_day(self) -> str | None:
        """The one calendar day on which it was, sure or about; None where the day is not known."""
        when = self.form.when
        return when.earliest if when.earliest == when.latest else None

    @property
    def is_about(self) -> bool:
        """Whether its date is marked as approximate or uncertain."""
        return any(mark in (self.form.when.edtf or "") for mark in "~?%")

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that tell it, each once."""
        return tuple(dict.fromkeys(mention.article for mention in self.form.mentions))


@dataclass(frozen=True, slots=True)
class _ToldEvent:
    """An event in one timeline (``key``): its list, the id of its line, and of the entry of its series."""

    key: str
    listed: Listed
    entry: str
    series: str
    form: TimelineEventForm


def exported_events(
    timelines: Mapping[str, TimelineForm], order: Mapping[str, int], importance: Mapping[str, float]
) -> Iterator[ExportedEvent]:
    """The events of the timelines (by id of their entity), in the order of the case: ``order`` ranks them by id."""
    found: dict[str, list[_ToldEvent]] = {}
    for key, timeline in timelines.items():
        for told in _told(key, timeline):
            found.setdefault(told.form.id, []).append(told)
    disputes = {key: dict(_disputes(key, timeline)) for key, timeline in timelines.items()}
    for name in sorted(found, key=lambda one: (order.get(one, len(order)), one)):
        places = found[name]
        shown = next((one for one in places if one.entry == name), places[0])
        fields = {dispute.field: dispute for one in places for dispute in disputes[one.key].get(name, ())}
        yield ExportedEvent(
            form=shown.form,
            listed=shown.listed,
            entry=shown.entry,
            series=shown.series,
            timelines=tuple(dict.fromkeys(one.key for one in places)),
            disputes=tuple(fields.values()),
            importance=importance.get(name, shown.form.importance),
        )


def _told(key: str, timeline: TimelineForm) -> Iterator[_ToldEvent]:
    """Each event of the timeline that has a line or stands in one."""
    lists = ((Listed.DATED, timeline.events), (Listed.UNDATED, timeline.undated), (Listed.EXPECTED, timeline.expected))
    for listed, entries in lists:
        for head in entries:
            series = head.id if head.series else ""
            for line in (head, *(head.series.others if head.series else ())):
                yield from (_ToldEvent(key, listed, line.id, series, event) for event in (line, *line.parts))


def _disputes(key: str, timeline: TimelineForm) -> Iterator[tuple[str, tuple[Dispute, ...]]]:
    """The conflicts of the timeline, by the id of their event."""
    events = {told.form.id: told.form for told in _told(key, timeline)}
    grouped: dict[str, list[ConflictForm]] = {}
    for conflict in timeline.conflicts:
        grouped.setdefault(conflict.event, []).append(conflict)
    for name, conflicts in grouped.items():
        yield name, tuple(_dispute(conflict, events) for conflict in conflicts)


def _dispute(conflict: ConflictForm, events: Mapping[str, TimelineEventForm]) -> Dispute:
    readings = []
    for reading in conflict.readings:
        event = events.get(reading.event or conflict.event)
        told = [event.mentions[place].article for place in reading.mentions] if event else []
        told += [witness.article for witness in reading.relation.mentions] if reading.relation else []
        readings.append((reading.value, tuple(dict.fromkeys(told))))
    return Dispute(conflict.field, tuple(readings))
