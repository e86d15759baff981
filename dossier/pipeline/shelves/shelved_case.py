"""A large case of what was found on its shelves; a list or a timeline is made when it is asked for."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache, cached_property, partial
from itertools import chain

from dossier.annotate.ontology import ontology
from dossier.codec import NewIds, encode_timeline, glance_at_timeline, joined_actor_line
from dossier.model import (
    WHOLE_CASE,
    Actor,
    CaseContents,
    Citation,
    EntryCounts,
    Event,
    Issue,
    Kind,
    Relation,
    Timeline,
)
from dossier.model.new_names import actors_named_in
from dossier.pipeline.cases.case import NO_GENERATOR
from dossier.pipeline.cases.case_inputs import CaseInputs
from dossier.pipeline.cases.case_key import resolving_digest
from dossier.pipeline.cases.idle_judgements import idle_judgements
from dossier.pipeline.cases.resolved_case import judgements_in_words
from dossier.pipeline.cases.standing_notes import with_notes
from dossier.pipeline.cases.told_case import ToldCase
from dossier.pipeline.shelves.actor_basis import ActorBasis
from dossier.pipeline.shelves.kept_shelf import KeptShelf
from dossier.pipeline.shelves.kept_timelines import KeptTimelines
from dossier.pipeline.shelves.shelf_key import stable
from dossier.pipeline.shelves.shelf_traits import traits_of
from dossier.resolve import MOST_DOUBTS, NO_TRAITS, Actors, RulingReport, ShelfActor, join_actors, most_valuable_first
from dossier.timeline import MOST_ENTRIES, Chronology, most_active

_MOST_CANDIDATES = 4 * MOST_ENTRIES
"""Entries of all shelves that may stand in the timeline of the case: as many as are looked up among all its lines."""
_Tied = tuple[Sequence[Event], Sequence[Relation]]
"""Events, and how they lie to each other in time."""


class ShelvedCase:
    """What was found on all shelves of the articles of a run, with the judgements on them."""

    def __init__(
        self, inputs: CaseInputs, shelves: Sequence[KeptShelf], judged: RulingReport, timelines: KeptTimelines
    ) -> None:
        """``judged`` has the rulings on all articles; ``timelines`` are those that were made already."""
        self._saved = inputs.saved
        self._limit = inputs.limit
        self._shelves = shelves
        self._judged = judged
        self._timelines = timelines
        self._ontology = inputs.run.ontology
        self._types = ontology(self._ontology).types
        cited = {key: one for shelf in shelves for key, one in shelf.contents.citations.items()}
        self._citations = {key: cited[key] for key in inputs.run.articles}
        countries = {key: country for shelf in shelves for key, country in shelf.actors.countries.items()}
        self._joined = join_actors(_actors_of(shelves), self._citations, countries, judged.rulings)
        new_ids = self._joined.new_ids()
        self._new_ids = [NewIds(new_ids.get(number, {})) for number in range(len(shelves))]
        self._by_id = {actor.id: actor for actor in self._joined.actors}

    @cached_property
    def contents(self) -> CaseContents:
        """The contents of the whole case; the numbers of entries are found when they are asked for."""
        of_shelves = [shelf.contents for shelf in self._shelves]
        doubts = most_valuable_first(doubt for one in of_shelves for doubt in one.doubts)
        return CaseContents(
            actors=tuple(map(_bare, self._joined.actors)),
            active=tuple(actor.id for actor in self._ranked),
            entry_counts=_CountsOnDemand((WHOLE_CASE, *self._by_id), self._counts),
            event_count=sum(one.event_count for one in of_shelves),
            citations=self._citations,
            unread_languages=tuple(chain.from_iterable(one.unread_languages for one in of_shelves)),
            doubts=tuple(doubts[:MOST_DOUBTS]),
            judgements=judgements_in_words(self._judged.in_effect, self._saved, self._citations),
            judgement_issues=(
                *self._judged.issues,
                *idle_judgements(self._judged, self._actors, self._citations),
                *chain.from_iterable(one.judgement_issues for one in of_shelves),
            ),
            judgement_notes=self._judged.notes,
            outlet_notes=tuple(_of_all([one.outlet_notes for one in of_shelves])),
        )

    def findings(self) -> Iterator[bytes]:
        """All events, actors and affairs as ``codec.encode_findings`` gives them; the events shelf by shelf."""
        for number, shelf in enumerate(self._shelves):
            yield from shelf.event_lines(self._new_ids[number])
        yield from self._actor_lines()
        yield from chain.from_iterable(shelf.unnamed_lines() for shelf in self._shelves)
        yield from chain.from_iterable(shelf.affair_lines() for shelf in self._shelves)

    def encoded_timeline(self, key: str) -> bytes:
        """The timeline of the actor with this id, or of ``WHOLE_CASE``, as JSON."""
        if key == WHOLE_CASE:
            # it rests on the whole case, whose key it is kept under
            return self._timelines.recall(
                key, self._timelines.case.encode, lambda: self._encoded(key, self._case_timeline())
            )
        basis = cache(partial(self._basis, key))
        return self._timelines.recall(
            key, lambda: basis().digest(*self._beside()), lambda: self._encoded(key, self._actor_timeline(basis()))
        )

    def _encoded(self, key: str, timeline: Timeline) -> bytes:
        noted = with_notes({key: timeline}, self._judged.rulings.notes, self._actors, self._limit)
        return encode_timeline(noted[key], NO_GENERATOR)

    def _counts(self, key: str) -> EntryCounts:
        return glance_at_timeline(self.encoded_timeline(key)).counts

    def _case_timeline(self) -> Timeline:
        told, touched = self._told(self._case_entries(), self._by_id, self._citations)
        # of others nothing is impossible, and no more of these timelines is asked for
        people = (actor for actor in touched if actor.kind is Kind.PERSON)
        return told.case_timeline(self._ranked, map(told.timeline, people), self.contents.event_count)

    def _actor_timeline(self, basis: ActorBasis) -> Timeline:
        told, _ = self._told(basis.tied_events(), basis.named, basis.citations, [basis.actor])
        return told.timeline(basis.actor)

    def _basis(self, key: str) -> ActorBasis:
        homes = ((self._shelves[home.shelf], home) for home in self._joined.homes[key])
        tied = [one for shelf, home in homes for one in shelf.tied_events(home.actor.id, self._new_ids[home.shelf])]
        return ActorBasis.of(self._by_id[key], tied, self._by_id, self._citations)

    def _beside(self) -> Iterator[bytes]:
        """What the timeline of any actor rests on beside its own: code, types of events, notes and whom they mean."""
        notes = self._judged.rulings.notes
        meant = [[actor.id for chain in sorted(note.chains) if (actor := self._actors.of(*chain))] for note in notes]
        yield resolving_digest()
        yield stable([self._ontology, self._limit, notes, meant]).encode("utf-8", "surrogatepass")

    def _case_entries(self) -> Iterator[_Tied]:
        """The most important entries of the timelines of all shelves, and those expected after the newest article."""
        entries = [
            (number, at, entry)
            for number, shelf in enumerate(self._shelves)
            for at, entry in enumerate(shelf.actors.entries)
        ]
        ends = [cited.published.when.end for cited in self._citations.values() if cited.published.when]
        newest = max((end for end in ends if end), default=datetime.max).isoformat()
        chosen = sorted(entries, key=lambda entry: -entry[2].importance)[:_MOST_CANDIDATES]
        chosen += [entry for entry in entries if entry[2].expected and entry[2].expected >= newest]
        for number, shelf in enumerate(self._shelves):
            wanted = {at for own, at, _ in chosen if own == number}
            yield from shelf.case_entries(wanted, self._new_ids[number])

    def _told(
        self,
        tied: Iterable[_Tied],
        actors: Mapping[str, Actor],
        citations: Mapping[str, Citation],
        wanted: Sequence[Actor] | None = None,
    ) -> tuple[ToldCase, Sequence[Actor]]:
        """The case that these events make by themselves, told for those ``wanted`` or for all in it; and those."""
        by_id: dict[str, Event] = {}
        related: dict[Relation, None] = {}
        for own, between in tied:
            by_id |= {event.id: event for event in own}
            related |= dict.fromkeys(between)
        events, relations = [by_id[key] for key in sorted(by_id)], list(related)
        named = {key for event in events for key in actors_named_in(event)}
        touched = [actors[key] for key in sorted(named & actors.keys())]
        chronology = Chronology(events, self._types, relations, citations, names=self._actors.given_names)
        told = ToldCase(chronology, touched, citations, self._types, told_for=touched if wanted is None else wanted)
        return told, touched

    @cached_property
    def _ranked(self) -> Sequence[Actor]:
        """The actors that can have a dossier, the most active first."""
        acts = {
            key: sum(self._shelves[home.shelf].actors.acts.get(home.actor.id, 0.0) for home in homes)
            for key, homes in self._joined.homes.items()
        }
        return most_active(self._joined.actors, acts, self._citations)

    @cached_property
    def _actors(self) -> Actors:
        has_notes = bool(self._judged.rulings.notes)
        owner = {member: actor for actor in self._joined.actors for member in actor.members} if has_notes else {}
        return Actors(self._joined.actors, owner)

    def _actor_lines(self) -> Iterator[bytes]:
        """The lines of all actors: behind those that end on an earlier shelf those that end on a later one.

        So each shelf is read once; the lines of who stands on a later one, too, are held packed until then.
        """
        held: dict[str, list[bytes]] = {}
        for shelf, ids in zip(self._shelves, self._new_ids, strict=True):
            for actor, line in zip(shelf.contents.actors, shelf.actor_lines(), strict=True):
                key = ids.of(actor.id)
                homes = self._joined.homes[key]
                if len(homes) == 1 and key == actor.id:
                    yield line
                    continue
                lines = held.setdefault(key, [])
                lines.append(zlib.compress(line, 1))
                if len(lines) == len(homes):
                    yield joined_actor_line(self._by_id[key], map(zlib.decompress, held.pop(key)))


class _CountsOnDemand(Mapping[str, EntryCounts]):
    """The numbers of entries of timelines, which are made when one is asked for."""

    def __init__(self, keys: Sequence[str], counts: Callable[[str], EntryCounts]) -> None:
        self._keys = keys
        self._counts = cache(counts)

    def __getitem__(self, key: str) -> EntryCounts:
        return self._counts(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


def _actors_of(shelves: Iterable[KeptShelf]) -> Iterator[ShelfActor]:
    return (
        ShelfActor(
            number,
            actor,
            tuple(shelf.actors.called[actor.id]),
            shelf.actors.named[actor.id],
            traits_of(shelf.actors.traits[actor.id]) if actor.id in shelf.actors.traits else NO_TRAITS,
        )
        for number, shelf in enumerate(shelves)
        for actor in shelf.contents.actors
    )


def _bare(actor: Actor) -> Actor:
    """The actor without its links and descriptions."""
    return replace(actor, links=(), descriptions=()) if actor.links or actor.descriptions else actor


def _of_all(notes: Sequence[Iterable[Issue]]) -> Iterator[Issue]:
    """The notes that each shelf has."""
    first, *others = (tuple(those) for those in notes)
    return (one for one in first if all(one in those for those in others))
