"""A case as it is told: of the events that were found, what each actor's timeline and that of the case have."""

from collections.abc import Iterable, Mapping, Sequence

from dossier.memo import NO_MEMO, Memo
from dossier.model import WHOLE_CASE, Actor, Citation, Conflict, Event, EventTypes, Timeline
from dossier.pipeline.cases.case_listings import CaseListings
from dossier.timeline import (
    IMPOSSIBLE,
    Chronology,
    Listing,
    MainStatements,
    Retold,
    SeriesFinder,
    acting,
    by_actor,
    case_listing,
    of_nobody,
    overview,
    recounted,
)

_NOTHING = Listing()
"""The listing of an actor without events: one object, so that its timeline is known again."""


class ToldCase:
    """The events of a case in time, what is listed of them for each actor, and the timelines made of that."""

    def __init__(
        self,
        chronology: Chronology,
        actors: Sequence[Actor],
        citations: Mapping[str, Citation],
        types: EventTypes,
        memo: Memo = NO_MEMO,
        told_for: Sequence[Actor] | None = None,
    ) -> None:
        """``actors`` come with the most mentioned first; ``citations`` are all articles, by id.

        Only the actors of ``told_for`` get timelines; where it is None, all do.
        """
        events = chronology.events
        self.chronology = chronology
        self._actors = actors if told_for is None else told_for
        self._citations = citations
        self._types = types
        self._memo = memo
        self._series = SeriesFinder(events, types, actors, memo)
        own, nobodys = by_actor(events, types, memo), of_nobody(events, types, memo)
        made = CaseListings(citations, types, self._series, MainStatements(events, types), memo)
        self.listings: Mapping[str, Listing] = made.of(self._actors, own, nobodys)
        """By actor, and those that are nobody's under ``NOBODY``."""

    def timeline(self, actor: Actor) -> Timeline:
        """The timeline of one of the actors, without the day that it speaks for."""
        return self.chronology.timeline(actor, self.listings.get(actor.id, _NOTHING), self._citations, None)

    def timelines(self, ranked: Sequence[Actor]) -> dict[str, Timeline]:
        """Those of all actors, by id, and of the case; its main actors are the first of the ``ranked``."""
        found = {actor.id: self.timeline(actor) for actor in self._actors}
        found[WHOLE_CASE] = self.case_timeline(ranked, found.values(), len(self.chronology.events))
        return found

    def acts(self) -> dict[str, float]:
        """By actor what its acts count, where they count anything: see ``timeline.acting``."""
        found = {
            actor.id: acting(actor, listed, self._citations, self._types)
            for actor in self._actors
            if (listed := self.listings.get(actor.id))
        }
        return {actor: count for actor, count in found.items() if count}

    def case_timeline(self, ranked: Sequence[Actor], timelines: Iterable[Timeline], events: int) -> Timeline:
        """The timeline of a case with so many ``events``, of what the ``timelines`` of its actors tell."""
        known = self.chronology.events
        impossible = _impossible(timelines, known)
        listed = case_listing(
            self.listings,
            frozenset(key for conflict in impossible for key in conflict.events),
            series=self._series,
            retold=Retold(known, self._citations, self._memo),
        )
        main = overview(ranked, self._citations, events)
        return self.chronology.case_timeline(main, listed, self._citations, impossible)


def _impossible(timelines: Iterable[Timeline], events: Iterable[Event]) -> Sequence[Conflict]:
    """What actors cannot have done, each conflict once, with the mentions of the events counted as here."""
    by_id = {event.id: event for event in events}
    found: dict[Conflict, None] = {}
    for timeline in timelines:
        own = [conflict for conflict in timeline.conflicts if conflict.field in IMPOSSIBLE]
        told = {event.id: event for event in timeline.told} if own else {}
        found.update((recounted(conflict, told, by_id), None) for conflict in own)
    return tuple(found)
