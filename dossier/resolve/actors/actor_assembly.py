"""Actors from clusters: members, names, links, ids that no two have."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dossier.model import Actor, Link
from dossier.resolve.actors import actor_links as linking
from dossier.resolve.actors.actor_merging import identity, merge
from dossier.resolve.actors.alias_statements import Statements
from dossier.resolve.actors.chain_groups import Group
from dossier.resolve.actors.relatives import relatives
from dossier.resolve.actors.watchlist_matches import Anchors
from dossier.resolve.clustering import Clusters
from dossier.resolve.rulings import Member


class Assembly:
    """All that is known of the groups and what joined them, made into actors."""

    def __init__(
        self,
        groups: Sequence[Group],
        clusters: Clusters[int],
        found: Iterable[linking.Shown],
        statements: Statements,
        names: Mapping[Member, str],
        anchors: Anchors,
    ) -> None:
        self._groups = groups
        self._statements = statements
        self._names = names
        self._anchors = anchors
        self._all = sorted(map(sorted, clusters.all()))
        self._relatives = relatives(groups, self._all)
        head = {number: numbers[0] for numbers in self._all for number in numbers}
        self._links: dict[int, list[linking.Shown]] = {}
        for pair, link in found:
            for number in {head[pair.left], head[pair.right]}:
                self._links.setdefault(number, []).append((pair, link))

    def actors(self) -> Iterator[Actor]:
        """One for each cluster, by the number of its first group."""
        for numbers in self._all:
            groups = [self._groups[number] for number in numbers]
            members = sorted((profile for group in groups for profile in group.profiles), key=lambda one: one.member)
            yield merge(
                members,
                dropped=frozenset(
                    said.key for group in groups for said in group.stated if self._is_dropped(group, said.key, groups)
                ),
                renamed=self._renamed(profile.member for profile in members),
                links=self._links_of(numbers, groups),
                identifiers=self._anchors.identifiers(numbers),
            )

    def _links_of(self, numbers: Sequence[int], groups: Sequence[Group]) -> tuple[Link, ...]:
        """What is against its life first, then why its names are one, who came near, and who shares a surname."""
        joined = linking.of_actor(self._links.get(numbers[0], ()))
        return (*linking.lives(groups), *joined, *self._relatives.get(numbers[0], ()))

    def _is_dropped(self, group: Group, key: str, groups: Sequence[Group]) -> bool:
        """Whether another actor bears that name, by more articles."""
        rival = self._statements.rival(group, key)
        return rival is not None and rival not in groups and all(key != one.key for one in groups)

    def _renamed(self, members: Iterable[Member]) -> str | None:
        given = Counter(self._names[member] for member in members if member in self._names)
        return max(given, key=lambda name: (given[name], name)) if given else None


def distinct(actors: Iterable[Actor]) -> list[Actor]:
    """The actors, of those with one id all but the most mentioned with an id of their first chain's."""
    seen: set[str] = set()
    result = []
    for actor in sorted(actors, key=lambda actor: (-actor.mentions, actor.members)):
        article, chain = actor.members[0]
        own = identity(f"{actor.id}\n{article}\n{chain}") if actor.id in seen else actor.id
        seen.add(own)
        result.append(replace(actor, id=own))
    return result
