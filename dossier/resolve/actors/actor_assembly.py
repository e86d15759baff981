"""Build actors from clusters of groups, with their names and links, and give each its own id."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from dossier.memo import NO_MEMO, Memo, ids
from dossier.model import Actor, Link
from dossier.resolve.actors.actor_merging import actor_id, merge_profiles
from dossier.resolve.actors.clustering.watchlist_matches import WatchlistMatches
from dossier.resolve.actors.evidence import actor_links
from dossier.resolve.actors.evidence.alias_statements import AliasStatements
from dossier.resolve.actors.evidence.relatives import relative_links
from dossier.resolve.actors.headers.judged_header import JudgedHeader
from dossier.resolve.actors.traits.chain_groups import ChainGroup
from dossier.resolve.actors.traits.profiles import Profile
from dossier.resolve.clustering import Clusters
from dossier.resolve.rulings.rulings import ChainKey, Rulings


class ActorAssembly:
    """Builds actors. ``rulings`` are what an analyst decided; ``shown`` are the links to show."""

    def __init__(
        self,
        groups: Sequence[ChainGroup],
        clusters: Clusters[int],
        shown: Iterable[actor_links.ShownLink],
        statements: AliasStatements,
        rulings: Rulings,
        matches: WatchlistMatches,
    ) -> None:
        self._groups = groups
        self._statements = statements
        self._rulings = rulings
        self._matches = matches
        self._clusters = sorted(map(sorted, clusters.all()))
        self._relatives = relative_links(groups, self._clusters)
        first_of = {number: numbers[0] for numbers in self._clusters for number in numbers}
        self._links: dict[int, list[actor_links.ShownLink]] = {}
        """The links of each actor's pairs, by the number of its first group."""
        for pair, link in shown:
            for number in {first_of[pair.left], first_of[pair.right]}:
                self._links.setdefault(number, []).append((pair, link))

    def actors(self, memo: Memo = NO_MEMO) -> Iterator[Actor]:
        """One actor for each cluster, by the number of its first group. Two may still have the same id."""
        for numbers in self._clusters:
            groups = [self._groups[number] for number in numbers]
            members = sorted((profile for group in groups for profile in group.profiles), key=lambda one: one.member)
            dropped, identifiers = frozenset(self._mistaken_aliases(groups)), self._matches.identifiers(numbers)
            actor = self._merged(members, dropped, identifiers, memo)
            links = self._links_of(numbers, groups)
            yield replace(actor, links=links) if links else actor

    def _merged(
        self, members: Sequence[Profile], dropped: frozenset[str], identifiers: tuple[tuple[str, str], ...], memo: Memo
    ) -> Actor:
        """The actor without its links; as it was, where its profiles are and no judgement is about it."""
        keys = [profile.member for profile in members]
        judged, renamed = JudgedHeader.of(keys, self._rulings), self._chosen_name(keys)
        merge = partial(
            merge_profiles,
            members,
            dropped=dropped,
            renamed=renamed,
            identifiers=identifiers,
            judged=judged,
        )
        if judged.is_empty and renamed is None:
            known = memo.table("merged profiles")
            return known.recall((*ids(members), dropped, identifiers), merge, members)  # type: ignore[no-any-return]
        return merge()

    def _links_of(self, numbers: Sequence[int], groups: Sequence[ChainGroup]) -> tuple[Link, ...]:
        """First the act after its death, then the links of merged and nearly merged names, then its relatives."""
        best = actor_links.best_links(self._links.get(numbers[0], ()))
        return (*actor_links.posthumous_links(groups), *best, *self._relatives.get(numbers[0], ()))

    def _mistaken_aliases(self, groups: Sequence[ChainGroup]) -> Iterator[str]:
        """The stated aliases (canonical) that more articles give to another actor, and that are no group's name."""
        names = {group.key for group in groups}
        for group in groups:
            for alias in group.stated_aliases:
                stronger = self._statements.stronger_claimant(group, alias.key)
                if stronger is not None and stronger not in groups and alias.key not in names:
                    yield alias.key

    def _chosen_name(self, members: Iterable[ChainKey]) -> str | None:
        """The name that the analyst chose for the most of these chains; None where for none."""
        given = Counter(self._rulings.names[member] for member in members if member in self._rulings.names)
        return max(given, key=lambda name: (given[name], name)) if given else None


def with_distinct_ids(actors: Iterable[Actor]) -> list[Actor]:
    """The actors, most mentions first. Of several with one id, all but the first get another from their first chain."""
    seen: set[str] = set()
    result = []
    for actor in sorted(actors, key=lambda actor: (-actor.mentions, actor.members)):
        article, chain = actor.members[0]
        own_id = actor_id(f"{actor.id}\n{article}\n{chain}") if actor.id in seen else actor.id
        seen.add(own_id)
        result.append(replace(actor, id=own_id) if own_id != actor.id else actor)
    return result
