"""One shelf of a large case: resolved by itself, and kept in parts, so that each can be read alone."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NoReturn

from dossier.annotate.ontology import ontology
from dossier.codec import (
    CaseEntryForm,
    NewIds,
    ShelfActorsForm,
    actor_line,
    decode_shelf,
    decode_tied_events,
    encode_findings,
    encode_shelf,
    encode_tied_events,
    event_lines,
)
from dossier.errors import StoreUnusable
from dossier.model import WHOLE_CASE, ActorMention, CaseContents, Event, Form, Relation
from dossier.pipeline.cases.gathered_case import gather_judged
from dossier.pipeline.cases.idle_judgements import overruled_judgements
from dossier.pipeline.cases.resolved_case import ResolvedCase, find, tell
from dossier.pipeline.shelves.shelf_inputs import ShelfInputs
from dossier.pipeline.shelves.shelf_traits import traits_form
from dossier.pipeline.workers.collection_paused import collection_paused
from dossier.resolve import ShelfTraits, canonical_names, traits_on_shelf
from dossier.store import KeptShelves
from dossier.text.names import tokens
from dossier.timeline import TiedEvents

_EVENTS, _ACTORS, _UNNAMED, _AFFAIRS = "events", "actors", "unnamed", "affairs"
"""The parts with the lines of these among the findings."""

_Mentions = Mapping[str, Sequence[tuple[str, ActorMention]]]
"""Those of each actor, by its id, with the ids of their articles."""


@dataclass(frozen=True)
class KeptShelf:
    """A shelf as it is kept in a ``place`` under its key; ``actors`` says more of those in its contents."""

    place: KeptShelves
    key: str
    contents: CaseContents
    actors: ShelfActorsForm

    def tied_events(self, key: str, ids: NewIds) -> Iterator[bytes]:
        """What the timeline of an actor (an id) rests on here, encoded, if anything; with new ``ids`` of actors."""
        if key in self._listed:
            yield ids.put(self._parts([key])[key])

    def case_entries(self, numbers: Collection[int], ids: NewIds) -> Iterator[tuple[list[Event], list[Relation]]]:
        """What each of these of the ``entries`` of the shelf's own timeline rests on; with new ``ids`` of actors."""
        lines = self._lines(WHOLE_CASE) if numbers else ()
        return (decode_tied_events(ids.put(line)) for number, line in enumerate(lines) if number in numbers)

    def event_lines(self, ids: NewIds) -> Iterator[bytes]:
        """The lines of all events among the findings, with new ``ids`` of actors."""
        return map(ids.put, self._lines(_EVENTS))

    def unnamed_lines(self) -> Iterator[bytes]:
        """Those of what no article names."""
        return self._lines(_UNNAMED)

    def affair_lines(self) -> Iterator[bytes]:
        """Those of the affairs."""
        return self._lines(_AFFAIRS)

    def actor_lines(self) -> Iterator[bytes]:
        """Those of the actors, in the order of the contents, each with its mentions."""
        return self._lines(_ACTORS)

    @cached_property
    def _listed(self) -> frozenset[str]:
        return frozenset(self.actors.listed)

    def _parts(self, names: Collection[str]) -> Mapping[str, bytes]:
        found = self.place.parts(self.key, names)
        return found if found.keys() == set(names) else self._give_up()

    def _lines(self, part: str) -> Iterator[bytes]:
        return self.place.lines(self.key, part) or self._give_up()

    def _give_up(self) -> NoReturn:
        """Raise StoreUnusable, since a part is damaged or gone; the next who opens the case makes the shelf anew."""
        self.place.forget(self.key)
        raise StoreUnusable(
            "what the store keeps of a part of the case is damaged, or a build has put another in its place",
            "do the same again: that part is resolved anew",
        )


def kept_shelf(place: KeptShelves, key: str) -> KeptShelf | None:
    """The shelf that is kept there under this key; None where it is not."""
    data = place.contents(key)
    return KeptShelf(place, key, *decode_shelf(data)) if data else None


@collection_paused()
def make_shelf(shelf: ShelfInputs, place: KeptShelves, key: str) -> KeptShelf:
    """Resolve the articles of a shelf as a case by itself, and keep it in the place under this key."""
    claims = shelf.claims
    gathered = gather_judged(claims, shelf.judged.judge, shelf.rulings, shelf.outlets, shelf.before)
    found = find(gathered, claims)
    events, actors, overruled = found.events.events, found.actors.actors, found.events.overruled
    tied = TiedEvents(events, found.relations)
    resolved = tell(found, claims, (), None)
    contents = replace(
        resolved.contents,
        actors=actors,
        active=(),
        entry_counts={},
        judgement_issues=tuple(overruled_judgements(overruled, resolved.contents.citations)),
    )
    traits = traits_on_shelf(
        zip(claims.articles(), gathered.reread, strict=True), found.actors, ontology(claims.run.ontology).types
    )
    mentions = resolved.mentions()
    data = encode_shelf(contents, _known_of_actors(resolved, mentions, traits))
    place.keep(key, data, _parts(resolved, mentions, tied))
    return KeptShelf(place, key, *decode_shelf(data))


def _parts(resolved: ResolvedCase, mentions: _Mentions, tied: TiedEvents) -> Iterator[tuple[str, Iterable[bytes]]]:
    yield _EVENTS, event_lines(resolved.events(), resolved.affairs)
    yield _UNNAMED, encode_findings((), (), unnamed=resolved.unnamed())
    yield _AFFAIRS, encode_findings((), (), resolved.affairs)
    yield _ACTORS, (actor_line(actor, mentions[actor.id]) for actor in resolved.contents.actors)
    for key, listed in _listed(resolved).items():
        yield key, [encode_tied_events(*tied.of_actor(key, listed))]
    told = ([event.id for event in events] for events in _told(resolved))
    yield WHOLE_CASE, (encode_tied_events(*tied.of(own)) + b"\n" for own in told)


def _known_of_actors(resolved: ResolvedCase, mentions: _Mentions, traits: ShelfTraits) -> ShelfActorsForm:
    actors = resolved.contents.actors
    return ShelfActorsForm(
        called={actor.id: list(canonical_names(actor)) for actor in actors},
        acts=dict(resolved.acts),
        named={actor.id: sum(_is_by(actor.read_name, one) for _, one in mentions[actor.id]) for actor in actors},
        traits={key: traits_form(one) for key, one in traits.actors.items()},
        listed=list(_listed(resolved)),
        countries=dict(traits.countries),
        entries=[_entry_form(events) for events in _told(resolved)],
    )


def _told(resolved: ResolvedCase) -> list[tuple[Event, ...]]:
    """The events of each entry of the timeline of the case."""
    timeline = resolved.timelines[WHOLE_CASE]
    return [timeline.events_of(entry) for entry in timeline.entries]


def _entry_form(events: Sequence[Event]) -> CaseEntryForm:
    entry, when = events[0], events[0].dating.when
    expected = when.start.isoformat() if entry.factuality.is_expected and when and when.start else None
    return CaseEntryForm(importance=max(event.importance for event in events), expected=expected)


def _is_by(name: str, mention: ActorMention) -> bool:
    return mention.form is Form.NAME and tokens(mention.quote.exact) == tokens(name)


def _listed(resolved: ResolvedCase) -> dict[str, list[str]]:
    """The ids of the events of each actor that has any."""
    timelines = ((actor.id, resolved.timelines[actor.id]) for actor in resolved.contents.actors)
    return {actor: [event.id for event in found.all_events] for actor, found in timelines if found.all_events}
