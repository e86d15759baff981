"""The actors of a large case: those of its shelves, joined where names and what is said of them show that they are one.

Each shelf has its own actors, found with all the evidence of its articles. Between shelves those of one name are
compared with the same evidence, and so is who is known on one shelf by another's other name alone. Nobody is joined by
a name that two on one shelf have.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dossier.model import Actor, Citation
from dossier.resolve.actors.actor_assembly import with_distinct_ids
from dossier.resolve.actors.evidence.actor_comparison import MERGE_BITS, score_pair
from dossier.resolve.actors.evidence.alias_statements import AliasStatements
from dossier.resolve.actors.evidence.body_names import acronym_letters
from dossier.resolve.actors.evidence.corpus import Corpus
from dossier.resolve.actors.shelves.joined_header import joined_header
from dossier.resolve.actors.shelves.shelf_actors import Called, ShelfActor
from dossier.resolve.actors.traits.canonical_names import canonical_name
from dossier.resolve.actors.traits.chain_groups import BroadKind, ChainGroup
from dossier.resolve.clustering import Clusters
from dossier.resolve.rulings.rulings import NO_RULINGS, ChainKey, Rulings

_NO_STATEMENTS = AliasStatements(())


@dataclass(frozen=True, slots=True)
class JoinedActors:
    """The actors of a case, those in the most articles first, and by their ids the actors of shelves that each is."""

    actors: tuple[Actor, ...]
    homes: Mapping[str, Sequence[ShelfActor]]

    def new_ids(self) -> dict[int, dict[str, str]]:
        """By shelf the ids of those whose id there is another one than here."""
        found: dict[int, dict[str, str]] = defaultdict(dict)
        for key, homes in self.homes.items():
            for home in homes:
                if home.actor.id != key:
                    found[home.shelf][home.actor.id] = key
        return found


def join_actors(
    found: Iterable[ShelfActor],
    citations: Mapping[str, Citation],
    countries: Mapping[str, str],
    rulings: Rulings = NO_RULINGS,
) -> JoinedActors:
    """Join the actors of all shelves. What the analyst calls one, or keeps apart, is so here too.

    ``citations`` are all articles, and ``countries`` those that they are mostly about, by id. The order of what was
    found changes nothing.
    """
    joining = _Joining(sorted(found, key=lambda one: one.rank), citations, countries, rulings)
    groups = joining.groups()
    by_member = {min(member for home in group for member in home.actor.members): group for group in groups}
    actors = with_distinct_ids(joined_header(group) for group in groups)
    homes = {actor.id: by_member[actor.members[0]] for actor in actors}
    return JoinedActors(tuple(sorted(actors, key=_by_articles)), homes)


class _Joining:
    """The actors of all shelves, the most mentioned first, and which of them are one, by their numbers."""

    def __init__(
        self,
        nodes: Sequence[ShelfActor],
        citations: Mapping[str, Citation],
        countries: Mapping[str, str],
        rulings: Rulings,
    ) -> None:
        self._nodes = nodes
        self._groups = _Groups(nodes, citations, countries)
        outlets = {key: canonical_name(cited.publisher) for key, cited in citations.items() if cited.publisher}
        self._corpus = Corpus(node.named_alike(outlets) for node in nodes)
        borne = Counter((node.shelf, node.called) for node in nodes)
        self._shared = frozenset(called for (_, called), count in borne.items() if count > 1)
        self._clusters = _judged(nodes, rulings)

    def groups(self) -> list[list[ShelfActor]]:
        """The actors of shelves that are one, the most mentioned first."""
        self._join_by_watchlist()
        self._join_by_name()
        self._join_by_other_name()
        return [[self._nodes[n] for n in sorted(members)] for members in self._clusters.all()]

    def _join_by_watchlist(self) -> None:
        first: dict[tuple[tuple[str, str], ...], int] = {}
        for n, node in enumerate(self._nodes):
            if identifiers := node.actor.identifiers:
                self._clusters.join(first.setdefault(identifiers, n), n)

    def _join_by_name(self) -> None:
        """Join those of one id, which is made of the canonical name and the kind."""
        by_id: dict[str, list[int]] = defaultdict(list)
        for n, node in enumerate(self._nodes):
            if node.called not in self._shared:
                by_id[node.actor.id].append(n)
        for numbers in by_id.values():
            for at, n in enumerate(numbers):
                any(self._are_one(other, n) and self._clusters.join(other, n) for other in numbers[:at])

    def _join_by_other_name(self) -> None:
        """Join who is known by another's other name alone, where one other has that name, and no shelf has both."""
        having: dict[Called, set[int]] = defaultdict(set)
        for n, node in enumerate(self._nodes):
            for called in node.also_called():
                having[called].add(n)
        for n, node in enumerate(self._nodes):
            bearers = {min(self._clusters.of(one)) for one in having.get(node.called, ())}
            bearers.discard(min(self._clusters.of(n)))
            if len(bearers) == 1 and node.called not in self._shared:
                bearer = bearers.pop()
                if self._shelves(n).isdisjoint(self._shelves(bearer)) and self._may_be_called(bearer, n):
                    self._clusters.join(bearer, n)

    def _shelves(self, number: int) -> set[int]:
        return {self._nodes[n].shelf for n in self._clusters.of(number)}

    def _may_be_called(self, bearer: int, short: int) -> bool:
        """Whether the evidence is enough that the bearer is meant by that name of his."""
        name, kind = self._nodes[short].called
        is_distinctive = bool(acronym_letters(self._nodes[short].actor.read_name)) or " " in name
        return (kind is BroadKind.BODY and is_distinctive) or self._are_one(bearer, short)

    def _are_one(self, left: int, right: int) -> bool:
        one, other = self._nodes[left], self._nodes[right]
        if one.actor.identifiers and other.actor.identifiers and one.actor.identifiers != other.actor.identifiers:
            return False
        if one.called == other.called and one.called[1] is not BroadKind.PERSON:
            return True
        first, second = sorted((left, right))
        pair = score_pair(self._groups, first, second, self._corpus, _NO_STATEMENTS)
        return pair is not None and pair.weight >= MERGE_BITS


class _Groups(dict[int, ChainGroup]):
    """The actors of shelves as they are compared, by their numbers; each is made when it is asked for first."""

    def __init__(
        self, nodes: Sequence[ShelfActor], citations: Mapping[str, Citation], countries: Mapping[str, str]
    ) -> None:
        self._nodes = nodes
        self._known = citations, countries

    def __missing__(self, number: int) -> ChainGroup:
        """Make it."""
        return self.setdefault(number, self._nodes[number].group(*self._known))


def _judged(nodes: Sequence[ShelfActor], rulings: Rulings) -> Clusters[int]:
    """The numbers of the actors, those joined that the analyst calls one."""
    apart = (*rulings.different, *rulings.unsure)
    judged = frozenset[ChainKey]().union(*rulings.same, *(side for pair in apart for side in pair))
    members = ((chain, n) for n, node in enumerate(nodes) for chain in node.actor.members) if judged else ()
    node_of = {chain: n for chain, n in members if chain in judged}

    def those(chains: Iterable[ChainKey]) -> set[int]:
        return {node_of[chain] for chain in chains if chain in node_of}

    sides = ((those(one), those(other)) for one, other in apart)
    clusters = Clusters(range(len(nodes)), [(one - other, other - one) for one, other in sides])
    for same in rulings.same:
        for one, other in pairwise(sorted(those(same))):
            clusters.join(one, other)
    return clusters


def _by_articles(actor: Actor) -> tuple[int, int, str, str]:
    return -len(actor.articles), -actor.mentions, actor.name, actor.id
