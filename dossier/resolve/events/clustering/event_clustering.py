"""Which mentions are one event: the strongest pairs join first, where their whole clusters fit together."""

from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from heapq import nsmallest
from itertools import pairwise

from dossier.memo import NO_MEMO, Memo, ids
from dossier.model import EventPointer, Kind, Link, Reason, Signal, TriggerKey
from dossier.resolve.actors import Actors
from dossier.resolve.clustering import Clusters, join_in_order
from dossier.resolve.events.clustering.cluster_facts import ClusterFacts, facts_of_mention
from dossier.resolve.events.clustering.compared_pairs import ComparedPairs
from dossier.resolve.events.clustering.event_blocking import candidates
from dossier.resolve.events.clustering.event_comparison import Comparison
from dossier.resolve.events.clustering.weighed_pairs import Pair, WeighedPairs
from dossier.resolve.events.event_weights import MOST_DOUBTS, WEAK_MERGE
from dossier.resolve.events.features.mention_features import FeatureExtractor
from dossier.resolve.events.features.remembered_features import features_by_index, remembered_features
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention
from dossier.resolve.rulings.rulings import Rulings


@dataclass(frozen=True, slots=True)
class MentionGroup:
    """The mentions of one event, by rank, and the links that say why they are one."""

    mentions: tuple[ResolvedMention, ...]
    links: tuple[Link, ...]


class EventClustering:
    """Clusters the mentions of a case into events. The mentions must be sorted by rank."""

    def __init__(
        self, mentions: Sequence[ResolvedMention], actors: Actors, rulings: Rulings, memo: Memo = NO_MEMO
    ) -> None:
        self._kinds: Mapping[str, Kind] = {actor.id: actor.kind for actor in actors.actors}
        people, bodies = (
            frozenset(key for key, kind in self._kinds.items() if kind is one)
            for one in (Kind.PERSON, Kind.ORGANIZATION)
        )
        extractor: FeatureExtractor = memo.table("extractor").recall(
            (people, bodies, *ids(mentions)), partial(FeatureExtractor, mentions, memo, people, bodies), mentions
        )
        self._memo = memo
        self._names = {actor.id: actor.name for actor in actors.actors}
        self._mentions = mentions
        self._affair_of = extractor.surroundings.affairs.of
        remembered = remembered_features(mentions, extractor, actors.actors, memo) if memo.is_kept else []
        self._features = remembered.__getitem__ if memo.is_kept else features_by_index(mentions, extractor)
        self._comparison = Comparison(extractor, self._kinds, self._names)
        self._index = {mention.trigger_key: n for n, mention in enumerate(mentions)}
        apart = (*rulings.different_events, *rulings.unsure_events)
        self._clusters = Clusters(
            range(len(mentions)), [(self._mentions_at(a), self._mentions_at(b)) for a, b in apart]
        )
        self._judged = [self._mentions_at(group) for group in rulings.same_events]
        self._facts: dict[int, ClusterFacts] = {}  # of single mentions, until they are in a cluster
        pairs, known = partial(self._compared_pairs, extractor), memo.table("pairs")
        self._mergeable, self._near_merges = known.recall(ids(remembered), pairs, remembered)
        self._merging_pairs: list[Pair] = []  # a spanning tree of each cluster, of the strongest pairs
        self._reasons_of = memo.table("reasons of pairs")
        self._join()
        self._first = {n: first for group, first in ((g, min(g)) for g in self._clusters.all()) for n in group}
        self._reasons = self._links()

    @cached_property
    def groups(self) -> Sequence[MentionGroup]:
        """The mentions of each event; the objects of the last pass where mentions and links are as they were."""
        known = self._memo.table("mentions of an event")
        found = []
        for group in self._clusters.all():
            mentions, links = [self._mentions[n] for n in sorted(group)], tuple(self._reasons.get(min(group), ()))
            made = partial(MentionGroup, tuple(mentions), links)
            found.append(known.recall((ids(mentions), links), made, mentions))
        return found

    @cached_property
    def affairs(self) -> Mapping[str, str]:
        """By article the id of the affair that it tells of."""
        articles = dict.fromkeys(mention.evidence.article for mention in self._mentions)
        return {article: self._affair_of(article) for article in articles}

    @cached_property
    def doubts(self) -> tuple[Link, ...]:
        """The pairs that an analyst should look at, the most valuable first: weak merges, and pairs that nearly merged.

        Of two events only the strongest pair is listed. What the analyst has judged is not asked again.
        """
        found: dict[tuple[int, int], Pair] = {}
        for pair in (self._near_merges + self._mergeable).strongest_first():
            _, one, other = pair
            left, right = self._first[one], self._first[other]
            if left != right and self._clusters.may_join(one, other):
                found.setdefault((min(left, right), max(left, right)), pair)
        weak = ((*pair, True) for pair in self._merging_pairs if pair[0] < WEAK_MERGE)
        doubtful = (*weak, *((*pair, False) for pair in found.values()))
        best = nsmallest(MOST_DOUBTS, doubtful, key=self._by_worth)
        return tuple(self._link(one, other, is_merged=is_merged) for _, one, other, is_merged in best)

    def _by_worth(self, doubt: tuple[float, int, int, bool]) -> tuple[float, tuple[float, int, int, bool]]:
        """A sort key: first the doubts on which many mentions hang, and where little speaks for either side."""
        bits, one, other, _ = doubt
        return -self._value(one, other) / (1 + abs(bits)), doubt

    def _compared_pairs(self, extractor: FeatureExtractor) -> tuple[WeighedPairs, WeighedPairs]:
        """The pairs that may be one event, and those that nearly may."""
        mergeable, near_merges = WeighedPairs(), WeighedPairs()
        compared = ComparedPairs(self._comparison, self._memo)
        for sort, n, near in candidates(self._mentions, self._features, extractor, self._memo):
            others = [self._features(other) for other in near]
            weights = compared.weights(sort, self._features(n), others, bisect(near, n))
            for other, weight in zip(near, weights, strict=True):
                if weight is not None:
                    pairs = mergeable if weight > 0 else near_merges
                    pairs.append(weight, n, other)
                    if weight > 0:  # while their features are held
                        self._facts.update((one, self._facts_of(one)) for one in (n, other) if one not in self._facts)
        return mergeable, near_merges

    def _join(self) -> None:
        for group in self._judged:
            for one, other in pairwise(group):
                self._clusters.join(one, other)
        known: dict[int, ClusterFacts] = {}

        def fits(left: Sequence[int], right: Sequence[int]) -> bool:
            # a cluster is known by its first member, and where this returns True the caller's join cannot fail
            one, other = (self._facts_of_cluster(side, known) for side in (left, right))
            if not self._clusters.may_join(left[0], right[0]) or not one.fits(other):
                return False
            large, small = (one, other) if len(one.sentences) >= len(other.sentences) else (other, one)
            large.add(small)
            known[left[0]] = known[right[0]] = large
            return True

        join_in_order(self._clusters, self._mergeable.strongest_first(), fits)
        self._facts.clear()

    def _facts_of_cluster(self, members: Sequence[int], known: dict[int, ClusterFacts]) -> ClusterFacts:
        if members[0] not in known:
            group, *others = (self._facts.pop(n) if n in self._facts else self._facts_of(n) for n in members)
            for other in others:
                group.add(other)
            known[members[0]] = group
        return known[members[0]]

    def _facts_of(self, n: int) -> ClusterFacts:
        return facts_of_mention(self._features(n), self._kinds, self._names)

    def _links(self) -> dict[int, list[Link]]:
        """For each cluster, by its first mention, a spanning tree of pairs: judged ones, then the strongest."""
        tree = Clusters(range(len(self._mentions)))
        found: dict[int, list[Link]] = {}
        for group in self._judged:
            for one, other in pairwise(group):
                if self._clusters.are_one(one, other) and not tree.are_one(one, other):
                    tree.join(one, other)
                    link = Link(self._pointer(one), self._pointer(other), (_JUDGED,), True)
                    found.setdefault(self._first[one], []).append(link)
        for pair in self._mergeable.strongest_first():
            _, one, other = pair
            if self._clusters.are_one(one, other) and not tree.are_one(one, other):
                tree.join(one, other)
                self._merging_pairs.append(pair)
                link = self._link(one, other, is_merged=True)
                found.setdefault(self._first[one], []).append(link)
        return found

    def _link(self, one: int, other: int, is_merged: bool) -> Link:
        pair = self._features(one), self._features(other)
        reasons = self._reasons_of.recall(ids(pair), partial(self._comparison.reasons, *pair), pair)
        return Link(
            left=self._pointer(one),
            right=self._pointer(other),
            reasons=reasons,
            is_merged=is_merged,
            value=self._value(one, other),
        )

    def _value(self, one: int, other: int) -> int:
        """How many mentions hang on the pair: those of the smaller cluster."""
        return min(len(self._clusters.of(one)), len(self._clusters.of(other)))

    def _pointer(self, n: int) -> EventPointer:
        evidence = self._mentions[n].evidence
        return EventPointer(evidence.article, evidence.trigger, evidence.occurrence)

    def _mentions_at(self, places: Iterable[TriggerKey]) -> list[int]:
        return sorted(self._index[place] for place in places if place in self._index)


_JUDGED = Reason(Signal.JUDGEMENT, 100.0, "judged to be one")
"""Set by hand: more bits than all weights of one pair make together. It stands alone, and is summed with none."""
