"""What the timeline of one actor of a case on shelves rests on: while that is as it was, so is the timeline."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from dossier.codec import decode_tied_events, encode_values, ids_in
from dossier.model import Actor, Citation, Event, Relation


@dataclass(frozen=True, slots=True)
class ActorBasis:
    """An actor, and its events ``tied`` to each other on each of its shelves, as ``encode_tied_events`` gives them.

    ``named`` are the actors and ``citations`` the articles of these events, by id; more of either do no harm.
    """

    actor: Actor
    tied: Sequence[bytes]
    named: Mapping[str, Actor]
    citations: Mapping[str, Citation]

    @classmethod
    def of(
        cls, actor: Actor, tied: Sequence[bytes], actors: Mapping[str, Actor], citations: Mapping[str, Citation]
    ) -> "ActorBasis":
        """That of an actor among all ``actors`` and ``citations`` of the case."""
        ids = sorted(set(chain.from_iterable(map(ids_in, tied))) | actor.articles | {actor.id})
        return cls(
            actor,
            tied,
            {key: actors[key] for key in ids if key in actors},
            {key: citations[key] for key in ids if key in citations},
        )

    def digest(self, *beside: bytes) -> bytes:
        """A hash of it, and of what is given beside."""
        called = [_called(one) for one in self.named.values()]
        found = hashlib.sha256()
        for part in (*beside, encode_values([self.actor, called, self.citations]), *self.tied):
            found.update(len(part).to_bytes(8, "big") + part)
        return found.hexdigest().encode()

    def tied_events(self) -> list[tuple[list[Event], list[Relation]]]:
        """The events and relations of each shelf."""
        return list(map(decode_tied_events, self.tied))


def _called(actor: Actor) -> Sequence[object]:
    """All of another actor that shows in a timeline: what it is called and how it is described."""
    aliases, said = (alias.text for alias in actor.aliases), (one.text for one in actor.descriptions)
    return actor.id, actor.name, actor.read_name, sorted({*aliases, *said})
