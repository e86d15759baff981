"""One actor of those that it is on several shelves: its name, other names and descriptions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from dossier.model import Actor, ActorField, Alias, Description
from dossier.resolve.actors.shelves.shelf_actors import ShelfActor
from dossier.text.names import tokens


def joined_header(group: Sequence[ShelfActor]) -> Actor:
    """The actor of a group; of the most mentioned are its name and kind, unless the analyst gave them elsewhere."""
    first = group[0].actor
    if len(group) == 1:
        return first
    corrected = {one.field: home.actor for home in reversed(group) for one in home.actor.corrections}
    name = corrected.get(ActorField.NAME, first).name
    return replace(
        first,
        name=name,
        kind=corrected.get(ActorField.KIND, first).kind,
        members=tuple(sorted(member for home in group for member in home.actor.members)),
        mentions=sum(home.actor.mentions for home in group),
        aliases=tuple(_aliases(name, group)),
        descriptions=tuple(_descriptions(group)),
        links=tuple(dict.fromkeys(link for home in group for link in home.actor.links)),
        identifiers=next((home.actor.identifiers for home in group if home.actor.identifiers), ()),
        corrections=tuple(dict.fromkeys(one for home in group for one in home.actor.corrections)),
    )


def _aliases(name: str, group: Sequence[ShelfActor]) -> Iterator[Alias]:
    """The other names of all, spellings of one together, the most used first."""
    used = [alias for home in group for alias in home.actor.aliases]
    used += [
        Alias(home.actor.name, home.named, tuple(sorted(home.actor.articles)))
        for home in group
        if home.named and tokens(home.actor.name) != tokens(name)
    ]
    used.sort(key=lambda alias: (tokens(alias.text), -alias.mentions, alias.text))
    together = [
        list(same) for spelled, same in groupby(used, key=lambda alias: tokens(alias.text)) if spelled != tokens(name)
    ]
    summed = (
        Alias(
            same[0].text,
            sum(one.mentions for one in same),
            tuple(sorted({article for one in same for article in one.articles})),
        )
        for same in together
    )
    return iter(sorted(summed, key=lambda alias: (-alias.mentions, alias.text)))


def _descriptions(group: Iterable[ShelfActor]) -> Iterator[Description]:
    """The descriptions of all, each once."""
    seen: set[str] = set()
    for home in group:
        for one in home.actor.descriptions:
            if (words := one.text.casefold()) not in seen:
                seen.add(words)
                yield one
