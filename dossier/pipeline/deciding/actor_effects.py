"""What a decision makes of actors: which become one or two, and which get another name or kind."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dossier.model import Actor, Kind
from dossier.pipeline.cases.case import Case


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
    """What becomes of the actors of ``before`` in ``after``, and which are new there; both are cases of one run.

    By whom an actor is, not by its id: a namesake may get that of one who is gone.
    """
    old, new = ({actor.id: actor for actor in case.actors} for case in (before, after))
    was, holds = _by_member(old.values()), _by_member(new.values())
    became = {key: heir for key, actor in old.items() if (heir := _most_held(actor, holds))}
    goes_on = _going_on(old, became)
    for key, actor in old.items():
        now = became.get(key)
        if now is None:
            yield ActorEffect(actor.name, HowActorChanged.GONE)
        elif goes_on[now.id] is not actor:
            kinds = _kinds_joined(actor, now, goes_on[now.id])
            yield ActorEffect(actor.name, HowActorChanged.MERGED, now.name, kinds)
        elif now.name != actor.name:
            yield ActorEffect(actor.name, HowActorChanged.RENAMED, now.name)
        elif now.kind is not actor.kind:
            yield ActorEffect(actor.name, HowActorChanged.OTHER_KIND, now.kind)
    for key, actor in new.items():
        if key not in goes_on:
            parent = next((was[member] for member in actor.members if member in was), None)
            how = HowActorChanged.PARTED if parent else HowActorChanged.NEW
            yield ActorEffect(actor.name, how, parent.name if parent else "")


def _most_held(actor: Actor, holds: Mapping[tuple[str, str], Actor]) -> Actor | None:
    """Who has most of the members of an actor, if anybody has any."""
    heirs = Counter(holds[member].id for member in actor.members if member in holds)
    most = max(heirs, key=lambda key: (heirs[key], key == actor.id), default=None)
    return next((holds[one] for one in actor.members if one in holds and holds[one].id == most), None)


def _going_on(old: Mapping[str, Actor], became: Mapping[str, Actor]) -> dict[str, Actor]:
    """By the ids of new actors who goes on as each: of several the one with its id, else the one with most members."""
    found: dict[str, Actor] = {}
    for key, now in became.items():
        rival = found.get(now.id)
        if rival is None or (key == now.id, len(old[key].members)) > (rival.id == now.id, len(rival.members)):
            found[now.id] = old[key]
    return found


def _kinds_joined(actor: Actor, now: Actor, other: Actor) -> tuple[Kind, ...]:
    """The kinds of two who became one as they were, and that of the one now, if the first two differ."""
    return (actor.kind, other.kind, now.kind) if other.kind is not actor.kind else ()


def _by_member(actors: Iterable[Actor]) -> dict[tuple[str, str], Actor]:
    return {member: actor for actor in actors for member in actor.members}
