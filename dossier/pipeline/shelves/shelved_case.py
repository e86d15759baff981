"""A large case of what was found on its shelves; a list or a timeline is made when it is asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from itertools import chain

from dossier.annotate.ontology import ontology
from dossier.codec import NewIds, decode_timeline, encode_timeline, joined_actor_line
from dossier.model import (
    WHOLE_CASE,
    Actor,
    CaseContents,
    EntryCounts,
    Event,
    Issue,
    Relation,
    Timeline,
)
from dossier.model.new_names import actors_named_in
from dossier.pipeline.cases.case import NO_GENERATOR
from dossier.pipeline.cases.case_inputs import CaseInputs
from dossier.pipeline.cases.idle_judgements import idle_judgements
from dossier.pipeline.cases.resolved_case import judgements_in_words
from dossier.pipeline.cases.standing_notes import with_notes
from dossier.pipeline.cases.told_case import ToldCase
from dossier.pipeline.shelves.kept_shelf import KeptShelf
from dossier.pipeline.shelves.kept_timelines import KeptTimelines
from dossier.pipeline.shelves.shelf_traits import traits_of
from dossier.resolve import MOST_DOUBTS, Actors, RulingReport, ShelfActor, Traits, join_actors, most_valuable_first
from dossier.timeline import Chronology, most_active

_LINES_AT_ONCE = 500
"""Lines of actors that are in memory. Set by hand."""


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
        self._types = ontology(inputs.run.ontology).types
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
            actors=tuple(replace(actor, links=(), descriptions=()) for actor in self._joined.actors),
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
        return self._timelines.recall(key, lambda: encode_timeline(self._timeline(key), NO_GENERATOR))

    def _counts(self, key: str) -> EntryCounts:
        return EntryCounts.of(decode_timeline(self.encoded_timeline(key))[0])

    def _timeline(self, key: str) -> Timeline:
        if key == WHOLE_CASE:
            told, touched = self._told([(number, WHOLE_CASE) for number in range(len(self._shelves))], None)
            made = told.case_timeline(self._ranked, map(told.timeline, touched), self.contents.event_count)
        else:
            actor = self._by_id[key]
            told, _ = self._told([(home.shelf, home.actor.id) for home in self._joined.homes[key]], actor)
            made = told.timeline(actor)
        return with_notes({key: made}, self._judged.rulings.notes, self._actors, self._limit)[key]

    def _told(self, parts: Iterable[tuple[int, str]], wanted: Actor | None) -> tuple[ToldCase, Sequence[Actor]]:
        """The case that these parts of shelves make by themselves, told for one actor or for all in it; and those."""
        events: list[Event] = []
        relations: list[Relation] = []
        for number, part in parts:
            own, between = self._shelves[number].tied_events(part, self._new_ids[number])
            events += own
            relations += between
        events.sort(key=lambda event: event.id)
        named = {key for event in events for key in actors_named_in(event)}
        touched = [self._by_id[key] for key in sorted(named & self._by_id.keys())]
        chronology = Chronology(events, self._types, relations, self._citations, names=self._actors.given_names)
        told = ToldCase(
            chronology, touched, self._citations, self._types, told_for=touched if wanted is None else [wanted]
        )
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
        """The lines of all actors: behind those that begin on an earlier shelf those that begin on a later one."""
        begun: dict[int, list[Actor]] = {}
        for actor in self._joined.actors:
            begun.setdefault(min(home.shelf for home in self._joined.homes[actor.id]), []).append(actor)
        for number in sorted(begun):
            for at in range(0, len(begun[number]), _LINES_AT_ONCE):
                yield from self._lines_of(begun[number][at : at + _LINES_AT_ONCE])

    def _lines_of(self, actors: Sequence[Actor]) -> Iterator[bytes]:
        homes = {actor.id: self._joined.homes[actor.id] for actor in actors}
        wanted: dict[int, list[str]] = {}
        for home in chain.from_iterable(homes.values()):
            wanted.setdefault(home.shelf, []).append(home.actor.id)
        lines = {number: self._shelves[number].actor_lines(keys) for number, keys in wanted.items()}
        for actor in actors:
            own = [lines[home.shelf][home.actor.id] for home in homes[actor.id]]
            is_as_there = len(own) == 1 and homes[actor.id][0].actor.id == actor.id
            yield own[0] if is_as_there else joined_actor_line(actor, own)


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
            traits_of(shelf.actors.traits[actor.id]) if actor.id in shelf.actors.traits else Traits(),
        )
        for number, shelf in enumerate(shelves)
        for actor in shelf.contents.actors
    )


def _of_all(notes: Sequence[Iterable[Issue]]) -> Iterator[Issue]:
    """The notes that each shelf has."""
    first, *others = (tuple(those) for those in notes)
    return (one for one in first if all(one in those for those in others))
