"""Which actor a name given by the user means."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from dossier.model import Actor
from dossier.text.names import normal

NEAR = 3
"""How many near names are offered."""


@dataclass(frozen=True, slots=True)
class Match:
    """A name as given, the actors it names (none, one, or several that share it), and near names where none."""

    query: str
    actors: tuple[Actor, ...]
    near: tuple[str, ...] = ()


def matches(queries: Iterable[str], actors: Sequence[Actor]) -> list[Match]:
    """For each name the actors called so; those whose own name it is before those that have it as an alias."""
    names: dict[str, list[Actor]] = {}
    aliases: dict[str, list[Actor]] = {}
    for actor in actors:
        names.setdefault(normal(actor.name), []).append(actor)
        for folded in {normal(alias.text) for alias in actor.aliases}:
            aliases.setdefault(folded, []).append(actor)
    spelled = {folded: found[0].name for folded, found in reversed((aliases | names).items())}
    result = []
    for query in queries:
        found = names.get(normal(query)) or aliases.get(normal(query)) or []
        near = () if found else get_close_matches(normal(query), spelled, NEAR, cutoff=0.6)
        result.append(Match(query, tuple(found), tuple(dict.fromkeys(spelled[folded] for folded in near))))
    return result
