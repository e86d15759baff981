"""What a decision makes of actors: which become one or two, and which get another name or kind."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dossier.model import Actor, Kind
from dossier.pipeline.case import Case


class HowActorChanged(StrEnum):
    """What becomes of an actor."""

    MERGED = "merged"
    PARTED = "parted"
    RENAMED = "renamed"
    OTHER_KIND = "other kind"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class ActorEffect:
    """An actor by its name as it was (a new one: as it will be), what becomes of it, and the other name or kind.

    ``kinds`` are those of two of different kinds that become one, before it, and then that which the one has.
    """

    name: str
    how: HowActorChanged
    other: str = ""
    kinds: tuple[Kind, ...] = ()


def actor_heirs(before: Case, after: Case) -> dict[str, str]:
    """The ids that end, of actors who go on under a new one, each with that: most of those they were are in it."""
    old, new = ({actor.id: actor for actor in case.actors} for case in (before, after))
    holds, found = _by_member(new.values()), dict[str, str]()
    for key, actor in old.items():
        heirs = Counter(holds[member].id for member in actor.members if member in holds)
        if key not in new and heirs:
            heir = heirs.most_common(1)[0][0]
            if heir not in old and heir not in found.values():
                found[key] = heir
    return found


def actor_effects(before: Case, after: Case) -> Iterator[ActorEffect]:
    """What becomes of the actors of ``before`` in ``after``, and which are new there; both are cases of one run."""
    old, new = ({actor.id: actor for actor in case.actors} for case in (before, after))
    was, holds, heirs = _by_member(old.values()), _by_member(new.values()), actor_heirs(before, after)
    were = old | {heir: old[key] for key, heir in heirs.items()}
    for key, actor in old.items():
        heir = next((holds[member] for member in actor.members if member in holds), None)
        now = new.get(heirs.get(key, key))
        if now and not _are_one(actor, now):  # a namesake has taken the id of one who is gone
            now = None
        elif heir and heir.id in old and not _are_one(old[heir.id], heir):
            now = heir
        if now is None:
            how = HowActorChanged.MERGED if heir else HowActorChanged.GONE
            yield ActorEffect(actor.name, how, heir.name if heir else "", _kinds_joined(actor, heir, were))
        elif now.name != actor.name:
            yield ActorEffect(actor.name, HowActorChanged.RENAMED, now.name)
        elif now.kind is not actor.kind:
            yield ActorEffect(actor.name, HowActorChanged.OTHER_KIND, now.kind)
    for key, actor in new.items():
        if key not in old and key not in heirs.values():
            parent = next((was[member] for member in actor.members if member in was), None)
            if parent is None or parent.id in new:  # one that is gone has been told of
                how = HowActorChanged.PARTED if parent else HowActorChanged.NEW
                yield ActorEffect(actor.name, how, parent.name if parent else "")


def _are_one(then: Actor, now: Actor) -> bool:
    return not set(then.members).isdisjoint(now.members)


def _kinds_joined(actor: Actor, heir: Actor | None, were: Mapping[str, Actor]) -> tuple[Kind, ...]:
    """The kinds of an actor and of its heir as these were, and that of the heir now, if the first two differ."""
    other = were.get(heir.id) if heir else None
    return (actor.kind, other.kind, heir.kind) if heir and other and other.kind is not actor.kind else ()


def _by_member(actors: Iterable[Actor]) -> dict[tuple[str, str], Actor]:
    return {member: actor for actor in actors for member in actor.members}
