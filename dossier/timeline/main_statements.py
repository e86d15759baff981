"""Entries by the main statement of their line, where only that has a day.

In "the pier was closed, the mayor said on Monday" that is what the mayor said. What the line tells beside
it is a part of the entry, whichever of the two has to do with the actor.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dossier.model import Choice, Event, EventTypes, Evidence, TriggerKey
from dossier.text.line_words import holds
from dossier.timeline.listing import Listing
from dossier.timeline.worth.part_worth import LISTED_IMPORTANCE, acting_worth
from dossier.timeline.worth.shown_mention import shown_as

Statements = Mapping[str, Sequence[tuple[TriggerKey, Event]]]
"""By the id of an event the facts of a day that may be the main statement of its line, each by its trigger there."""


class MainStatements:
    """Finds among the ``events`` of a case those that say in a line when something was said or done."""

    def __init__(self, events: Sequence[Event], types: EventTypes) -> None:
        self._types = types
        told = [(piece.trigger_key, piece, event) for event in events for piece in event.evidence]
        self._cues = {key: cue for key, piece, _ in told for cue in _cue(piece)}
        self._of_a_day = {key: event for key, piece, event in told if _is_of_its_day(piece, event)}

    def above(self, events: Iterable[Event], actor: str | None) -> Statements:
        """The statements that the lines of these events may make for the actor (an id), by the id of each event.

        A grave event is its entry itself, whoever tells it: an arrest, not that police said so. So is what the actor
        does or undergoes beside what another does.
        """
        light = (event for event in events if self._types[event.type].importance < LISTED_IMPORTANCE)
        found = {event.id: self._above(event, actor) for event in light}
        return {one: pairs for one, pairs in found.items() if pairs}

    def _above(self, event: Event, actor: str | None) -> Sequence[tuple[TriggerKey, Event]]:
        told = [(key, self._of_a_day[key]) for key in self._keys_above(event) if key in self._of_a_day]
        is_own = event.evidence[0].hangs_on and actor and acting_worth(event, actor)
        return [(key, one) for key, one in told if not is_own or (actor and acting_worth(one, actor))]

    def _keys_above(self, event: Event) -> Iterator[TriggerKey]:
        """The verb of saying above an event, and the head of its statement with the verb of saying above that."""
        shown = event.evidence[0]
        yield from _cue(shown)
        if shown.hangs_on:
            head = shown.article, shown.hangs_on.span, 1
            yield head
            if head in self._cues:
                yield self._cues[head]


def with_statements(listed: Listing, statements: Statements) -> Listing:
    """The listing, each entry without a date by that of the ``statements`` which its line makes, if there is one.

    An entry stays as it is where several mentions tell it, where it stands for other lines or was judged, and where the
    listing has the statement already.
    """
    told = {event.id for event in listed.all_events}
    parts, interest, entries = dict(listed.parts), dict(listed.interest), list[Event]()
    for entry in listed.entries:
        statement = None if entry.id in listed.series else _statement(entry, statements)
        if statement is None or statement.id in told:
            entries.append(entry)
            continue
        told.add(statement.id)
        entries.append(statement)
        parts[statement.id] = (entry, *parts.pop(entry.id, ()))
        if entry.id in interest:
            interest[statement.id] = interest[entry.id]
    return replace(listed, entries=tuple(entries), parts=parts, interest=interest)


def _statement(entry: Event, statements: Statements) -> Event | None:
    """The statement of a day that the line of an entry makes, with that line."""
    is_plain = len(entry.evidence) == 1 and not entry.judged and not entry.factuality.is_expected
    if not is_plain or _has_date(entry):
        return None
    for key, statement in statements.get(entry.id, ()):
        piece = next(one for one in statement.evidence if one.trigger_key == key)
        if holds(entry.line, piece.trigger.exact):
            return replace(shown_as(statement, piece, statement.factuality), summary=entry.summary)
    return None


def _is_of_its_day(piece: Evidence, event: Event) -> bool:
    """Whether a mention tells a fact with the day of the event; not where that is in doubt, or was judged."""
    when = event.dating.when
    if when is None or when.known_day is None or when.is_uncertain or event.judged or not event.factuality.is_fact:
        return False
    return event.choice is Choice.LIKELY or piece.dating.when == when


def _cue(piece: Evidence) -> Iterator[TriggerKey]:
    """The verb of saying by which a mention is told."""
    if piece.attribution:
        yield piece.article, piece.attribution.cue.span, 1


def _has_date(event: Event) -> bool:
    """Whether a text says when it began and ended, or its likely day is told."""
    when = event.dating.when
    if when is None or when.known_day is not None:
        return when is not None
    return event.dating.is_stated and when.first is not None and when.last is not None
