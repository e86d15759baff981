"""The door: from the chains of all articles to actors."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.model import Actor, Annotations, Citation, Link, Watched
from dossier.resolve.actors import links as linking
from dossier.resolve.actors.anchoring import Anchors
from dossier.resolve.actors.comparing import compare
from dossier.resolve.actors.corpus import Corpus
from dossier.resolve.actors.deciding import decide
from dossier.resolve.actors.gathering import gather
from dossier.resolve.actors.groups import Group
from dossier.resolve.actors.keys import candidates
from dossier.resolve.actors.merging import identity, merge
from dossier.resolve.actors.naming import canonical
from dossier.resolve.actors.profiles import profiles
from dossier.resolve.actors.relatives import relatives
from dossier.resolve.actors.statements import Statements
from dossier.resolve.clustering import Clusters
from dossier.resolve.rulings import NO_RULINGS, Member, Rulings


@dataclass(frozen=True, slots=True)
class Actors:
    """The actors, the most mentioned first, and for each chain (article id, chain id) its actor.

    ``doubts`` are the pairs that an analyst should look at, the most valuable first: merged on little, or kept apart
    though much speaks for their being one.
    """

    actors: tuple[Actor, ...]
    owner: Mapping[tuple[str, str], Actor]
    doubts: tuple[Link, ...] = ()

    def of(self, article: str, chain: str | None) -> Actor | None:
        """The actor of that chain; None for no chain, or one that was judged to be nobody."""
        return None if chain is None else self.owner.get((article, chain))


def resolve_actors(
    read: Iterable[tuple[Citation, Annotations]], rulings: Rulings = NO_RULINGS, watched: Sequence[Watched] = ()
) -> Actors:
    """The actors of all the articles. The order in which the articles come changes nothing.

    ``rulings`` say what the analyst decided, ``watched`` which names belong to one actor.
    """
    known = sorted(
        (profile for citation, found in read for profile in profiles(citation, found)), key=lambda one: one.member
    )
    known = [profile for profile in known if profile.member not in rulings.rejected]
    corpus = Corpus(known)
    groups, doubts = gather(known, corpus, rulings)
    statements = Statements(groups)
    names = frozenset(canonical(name, is_person=True) for entry in watched for name in entry.names)
    compared = (compare(groups, left, right, corpus, statements, names) for left, right in candidates(groups))
    pairs = [pair for pair in compared if pair is not None]
    anchors = Anchors(groups, watched)
    pairs += anchors.pairs()
    clusters = decide(groups, pairs, rulings)
    found = list(linking.links(groups, pairs, clusters))
    actors = _distinct(_Merger(groups, clusters, found, statements, rulings, anchors).actors())
    owner = {member: actor for actor in actors for member in actor.members}
    outlets = frozenset(profile.member for profile in known if profile.is_outlet)
    ranked = sorted(actors, key=lambda actor: _rank(actor, outlets))
    return Actors(tuple(ranked), owner, tuple(linking.doubts(groups, found, doubts, rulings)))


class _Merger:
    def __init__(
        self,
        groups: Sequence[Group],
        clusters: Clusters[int],
        found: Iterable[linking.Shown],
        statements: Statements,
        rulings: Rulings,
        anchors: Anchors,
    ) -> None:
        self._groups = groups
        self._statements = statements
        self._names = rulings.names
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
                links=(*linking.of_actor(self._links.get(numbers[0], ())), *self._relatives.get(numbers[0], ())),
                identifiers=self._anchors.identifiers(numbers),
            )

    def _is_dropped(self, group: Group, key: str, groups: Sequence[Group]) -> bool:
        """Whether another actor bears that name, by more articles."""
        rival = self._statements.rival(group, key)
        return rival is not None and rival not in groups and all(key != one.key for one in groups)

    def _renamed(self, members: Iterable[Member]) -> str | None:
        given = Counter(self._names[member] for member in members if member in self._names)
        return max(given, key=lambda name: (given[name], name)) if given else None


def _distinct(actors: Iterable[Actor]) -> list[Actor]:
    """The actors, of those with one id all but the most mentioned with an id of their first chain's."""
    seen: set[str] = set()
    result = []
    for actor in sorted(actors, key=lambda actor: (-actor.mentions, actor.members)):
        article, chain = actor.members[0]
        own = identity(f"{actor.id}\n{article}\n{chain}") if actor.id in seen else actor.id
        seen.add(own)
        result.append(replace(actor, id=own))
    return result


def _rank(actor: Actor, outlets: frozenset[Member]) -> tuple[int, int, str, str]:
    """Most articles first, not counting those that it printed itself; then most mentions."""
    articles = {member[0] for member in actor.members if member not in outlets}
    return -len(articles), -actor.mentions, actor.name, actor.id
