"""Which decisions on the parts of actors in an event hold: one actor may be named otherwise in each."""

from collections.abc import Collection, Iterable, Mapping

from dossier.model import Actor
from dossier.resolve.actors import Actors
from dossier.resolve.rulings.effective_judgements import may_replace
from dossier.resolve.rulings.rulings import ChainKey, EventCorrection


def standing_parts(corrections: Iterable[EventCorrection], actors: Actors) -> Mapping[Actor, list[EventCorrection]]:
    """By actor the decisions on its part in a mention, of the ``corrections`` of that mention in their order.

    A later one that says otherwise whether the actor has a part holds alone. Where neither has a day, so that nobody
    knows which is the later, the part that is given stands.
    """
    said: dict[Actor, list[EventCorrection]] = {}
    for one in corrections:
        for actor in actors_of(one.chains, actors) if one.has_part is not None else ():
            earlier = said.get(actor, [])
            kept = [e for e in earlier if e.has_part == one.has_part or not may_replace(one.judgement, e.judgement)]
            said[actor] = [*kept, one]
    return {actor: [one for one in those if one.has_part] or those for actor, those in said.items()}


def actors_of(chains: Collection[ChainKey], actors: Actors) -> list[Actor]:
    """The actors of the chains, by id."""
    found = (actors.of(article, chain) for article, chain in chains)
    by_id = {actor.id: actor for actor in found if actor}
    return [by_id[key] for key in sorted(by_id)]
