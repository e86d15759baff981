"""What to call an actor in a decision: a name that articles have, since one that the analyst gave it points nowhere."""

from collections.abc import Mapping

from dossier.model import Actor, ActorPointer
from dossier.pipeline.deciding.make_judgements import AnnotatedCitations
from dossier.render.wording import prose
from dossier.resolve import ClaimIndex
from dossier.serve.served_case import CaseSnapshot
from dossier.serve.serving import serving, snapshot
from dossier.text.names import normal

ChainNames = Mapping[tuple[str, str], str]


def chain_names(read: AnnotatedCitations) -> ChainNames:
    """The name of each chain in its article, by the ids of the article and of the chain."""
    return {(found.article, chain.id): chain.name for _, found in read for chain in found.actors}


def is_name(name: str) -> bool:
    """Whether an article calls an actor by this name."""
    pointer = ActorPointer(name)
    return bool(ClaimIndex.for_pointers([pointer], serving().case.annotated()).chains_named(pointer))


def borne_by(name: str) -> tuple[str, ...]:
    """The names of those whom articles call so, though it is no name of their own; empty unless there are several."""
    named = ClaimIndex.for_pointers([ActorPointer(name)], serving().case.annotated()).chains_named(ActorPointer(name))
    names = {normal(one.chain.name): prose.tidy(one.chain.name) for one in named if not one.is_own_name}
    return tuple(names[key] for key in sorted(names)) if len(names) > 1 else ()


def as_articles_say(name: str) -> str:
    """The name as it is typed, where articles have it; else one that they have of the actor who is shown under it."""
    if is_name(name):
        return name
    held = snapshot()
    actor = next((one for one in held.case.actors if one.name == name), None)
    return _own_name(held, actor, chain_names(serving().case.annotated())) if actor else name


def pointing_names(held: CaseSnapshot, actor: Actor) -> tuple[str, ...]:
    """What decisions call an actor to mean no other: its name; where another has that, its names by article."""
    names = chain_names(serving().case.annotated())
    owners = ((held.of_chain.get(member), name) for member, name in names.items() if normal(name) == normal(actor.name))
    namesakes = [one for one in held.case.actors if one.name == actor.name]
    if len(namesakes) <= 1 and all(owner is None or owner.id == actor.id for owner, _ in owners):
        return (actor.name,)
    return tuple(f"{names[member]}@{member[0]}" for member in actor.members if member in names) or (actor.name,)


def _own_name(held: CaseSnapshot, actor: Actor, names: ChainNames) -> str:
    """A name that only this actor has, the most mentioned first; else one of its names in one article."""
    own = [names[member] for member in actor.members if member in names]
    others = {name for member, name in names.items() if held.of_chain.get(member) != actor}
    alone = [name for name in dict.fromkeys((*(one.text for one in actor.aliases), *own)) if name in own]
    article, _ = actor.members[0]
    return next((name for name in alone if name not in others), f"{own[0]}@{article}" if own else actor.name)
