"""Which mentions are one event: the strongest pairs join first, where their whole clusters fit together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from itertools import pairwise, product

from dossier.model import EventPointer, Kind, Link, QuantityKind, Reason, Role, Signal, Span, TriggerKey
from dossier.resolve.actors import Actors
from dossier.resolve.clustering import Clusters, join_strongest
from dossier.resolve.events.coreference_filter import can_corefer
from dossier.resolve.events.event_blocking import candidate_pairs
from dossier.resolve.events.event_comparison import Comparison
from dossier.resolve.events.event_weights import DATES_APART, MOST_DOUBTS, MOST_GROWTH, NEAR_MERGE, WEAK_MERGE
from dossier.resolve.events.mention_features import FeatureExtractor, MentionFeatures, Time
from dossier.resolve.events.other_people import are_others
from dossier.resolve.events.resolved_mention import ResolvedMention
from dossier.resolve.rulings import Rulings

_EXCLUSIVE_KINDS = {Role.AGENT: (Kind.PERSON, Kind.PLACE), Role.PATIENT: (Kind.PERSON,)}
"""The kinds of actors of which two different ones in the role make two events: two people, two countries that act."""

_Unit = tuple[QuantityKind, str | None]
_Amount = tuple[float | None, float | None, float]
"""The least and the most, and the end of the day on which it was published, in days since the year 1."""

_Part = tuple[Role, Kind]

_Pair = tuple[float, int, int]
"""The bits that speak for two mentions being one event, and their numbers."""


@dataclass(slots=True)
class _ClusterFacts:
    """What the mentions of one cluster say together, by which it is decided whether two clusters may be joined."""

    sentences: set[tuple[str, Span]]
    """The sentences of the mentions, each with its article."""
    latest_start: float
    """The latest start of their dates, in days since the year 1; minus infinity where there is none."""
    earliest_end: float
    """The earliest end of their dates, and of the times by which they were over; infinity where there is none."""
    ordinals: set[str]
    """Which of several events it is, in the words of the mentions."""
    countries: set[str] = field(default_factory=set)
    """The countries named near nouns for what is known: "the outbreak in Peru"."""
    years: set[str] = field(default_factory=set)
    """The years named near their triggers."""
    names: set[str] = field(default_factory=set)
    """The names that tell the event from others of its kind: "the Asian crisis"."""
    steps: set[str] = field(default_factory=set)
    """The steps of a scale that they name: "phase five"."""
    amounts: dict[_Unit, set[_Amount]] = field(default_factory=dict)
    """By how much a figure moved, in each unit."""
    counts: dict[_Unit, tuple[float, float]] = field(default_factory=dict)
    """The least and the greatest number of people or things that the mentions count, in each unit."""
    people: dict[_Part, frozenset[str]] = field(default_factory=dict)
    """The names of the people in each exclusive role, and of the countries that act."""

    def fits(self, other: "_ClusterFacts") -> bool:
        """Whether no sentence is in both, dates are close, and what tells events apart agrees."""
        few, many = sorted((self.sentences, other.sentences), key=len)
        days_between = max(self.latest_start, other.latest_start) - min(self.earliest_end, other.earliest_end)
        if not few.isdisjoint(many) or days_between >= DATES_APART:
            return False
        described = (
            (self.ordinals, other.ordinals),
            (self.countries, other.countries),
            (self.names, other.names),
            (self.years, other.years),
            (self.steps, other.steps),
        )
        if any(left and right and left.isdisjoint(right) for left, right in described):
            return False
        if any(_differ(told, other.amounts[unit]) for unit, told in self.amounts.items() if unit in other.amounts):
            return False
        shared = self.counts.keys() & other.counts.keys()
        if any(_are_far_apart(self.counts[unit], other.counts[unit]) for unit in shared):
            return False
        return not any(
            part in other.people and are_others(people, other.people[part]) for part, people in self.people.items()
        )

    def add(self, other: "_ClusterFacts") -> None:
        """Take in the mentions of the other cluster."""
        self.sentences |= other.sentences
        self.ordinals |= other.ordinals
        self.countries |= other.countries
        self.names |= other.names
        self.years |= other.years
        self.steps |= other.steps
        self.latest_start = max(self.latest_start, other.latest_start)
        self.earliest_end = min(self.earliest_end, other.earliest_end)
        for unit, told in other.amounts.items():
            self.amounts.setdefault(unit, set()).update(told)
        for unit, (least, most) in other.counts.items():
            known = self.counts.get(unit, (least, most))
            self.counts[unit] = min(known[0], least), max(known[1], most)
        for part, people in other.people.items():
            self.people[part] = self.people.get(part, frozenset()) | people


class EventClustering:
    """Clusters the mentions of a case into events. The mentions must be sorted by rank."""

    def __init__(self, mentions: Sequence[ResolvedMention], actors: Actors, rulings: Rulings) -> None:
        extractor = FeatureExtractor(mentions)
        self._kinds: Mapping[str, Kind] = {actor.id: actor.kind for actor in actors.actors}
        self._names = {actor.id: actor.name for actor in actors.actors}
        self._mentions = mentions
        self._features = [extractor.features(mention) for mention in mentions]
        self._comparison = Comparison(extractor, self._kinds, self._names)
        self._index = {mention.trigger_key: n for n, mention in enumerate(mentions)}
        apart = (*rulings.different_events, *rulings.unsure_events)
        self._clusters = Clusters(
            range(len(mentions)), [(self._mentions_at(a), self._mentions_at(b)) for a, b in apart]
        )
        self._judged = [self._mentions_at(group) for group in rulings.same_events]
        self._near_merges: list[_Pair] = []
        self._mergeable: list[_Pair] = []
        self._merging_pairs: list[_Pair] = []  # a spanning tree of each cluster, of the strongest pairs
        self._compare_pairs(extractor)
        self._join()
        self._first = {n: first for group, first in ((g, min(g)) for g in self._clusters.all()) for n in group}
        self._reasons = self._links()

    def groups(self) -> Iterator[tuple[list[ResolvedMention], tuple[Link, ...]]]:
        """The mentions of each event, and the links that say why they are one."""
        for group in self._clusters.all():
            members = sorted(group)
            yield [self._mentions[n] for n in members], tuple(self._reasons.get(members[0], ()))

    @property
    def affairs(self) -> Mapping[str, str]:
        """By article the id of the affair that it tells of."""
        told = zip(self._mentions, self._features, strict=True)
        return {mention.evidence.article: features.affair for mention, features in told}

    def doubts(self) -> tuple[Link, ...]:
        """The pairs that an analyst should look at, the most valuable first: weak merges, and pairs that nearly merged.

        Of two events only the strongest pair is listed. What the analyst has judged is not asked again.
        """
        found: dict[tuple[int, int], _Pair] = {}
        for pair in sorted((*self._near_merges, *self._mergeable), key=_strongest_first):
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

    def _compare_pairs(self, extractor: FeatureExtractor) -> None:
        for one, other in candidate_pairs(self._features, extractor):
            left, right = self._features[one], self._features[other]
            if can_corefer(left, right):
                weight = self._comparison.weight(left, right)
                if weight > 0:
                    self._mergeable.append((weight, one, other))
                elif weight > NEAR_MERGE:
                    self._near_merges.append((weight, one, other))

    def _join(self) -> None:
        for group in self._judged:
            for one, other in pairwise(group):
                self._clusters.join(one, other)
        known: dict[int, _ClusterFacts] = {}

        def fits(left: Sequence[int], right: Sequence[int]) -> bool:
            # a cluster is known by its first member, and where this returns True the caller's join cannot fail
            one, other = (self._facts_of_cluster(side, known) for side in (left, right))
            if not self._clusters.may_join(left[0], right[0]) or not one.fits(other):
                return False
            large, small = (one, other) if len(one.sentences) >= len(other.sentences) else (other, one)
            large.add(small)
            known[left[0]] = known[right[0]] = large
            return True

        join_strongest(self._clusters, self._mergeable, fits)

    def _facts_of_cluster(self, members: Sequence[int], known: dict[int, _ClusterFacts]) -> _ClusterFacts:
        if members[0] not in known:
            group = self._facts_of_mention(members[0])
            for member in members[1:]:
                group.add(self._facts_of_mention(member))
            known[members[0]] = group
        return known[members[0]]

    def _facts_of_mention(self, n: int) -> _ClusterFacts:
        features = self._features[n]
        time = features.time or Time(float("-inf"), float("inf"))
        end = min(time.end + time.slack, float("inf") if features.over_by is None else features.over_by)
        return _ClusterFacts(
            sentences={features.mention.sentence},
            latest_start=time.start - time.slack,
            earliest_end=end,
            ordinals={features.ordinal} - {""},
            countries=set(features.context.countries) if features.known else set(),
            names=set(features.known.names) if features.known else set(),
            years=set(features.context.years),
            steps=set(features.deed.steps),
            amounts=dict(_amounts(features)),
            counts=dict(_counts(features)),
            people=dict(self._people(features)),
        )

    def _people(self, features: MentionFeatures) -> Iterator[tuple[_Part, frozenset[str]]]:
        for role, kinds in _EXCLUSIVE_KINDS.items():
            for kind in kinds:
                actors = (actor for actor in features.actors_by_role.get(role, ()) if self._kinds[actor] is kind)
                if names := frozenset(self._names[actor] for actor in actors):
                    yield (role, kind), names

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
        for pair in sorted(self._mergeable, key=_strongest_first):
            _, one, other = pair
            if self._clusters.are_one(one, other) and not tree.are_one(one, other):
                tree.join(one, other)
                self._merging_pairs.append(pair)
                link = self._link(one, other, is_merged=True)
                found.setdefault(self._first[one], []).append(link)
        return found

    def _link(self, one: int, other: int, is_merged: bool) -> Link:
        reasons = self._comparison.reasons(self._features[one], self._features[other])
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


def _amounts(features: MentionFeatures) -> Iterator[tuple[_Unit, set[_Amount]]]:
    """By how much a figure moved; nothing where the amount does not tell one event from another."""
    if features.mention.type.measured and features.published is not None:
        for quantity in features.mention.evidence.quantities:
            yield (quantity.kind, quantity.unit), {(quantity.least, quantity.most, features.published)}


def _counts(features: MentionFeatures) -> Iterator[tuple[_Unit, tuple[float, float]]]:
    """How many people or things a mention counts: one that differs much makes another event."""
    for quantity in features.mention.evidence.quantities:
        if quantity.least is not None and quantity.kind not in (QuantityKind.MONEY, QuantityKind.PERCENT):
            yield (quantity.kind, quantity.unit), (quantity.least, quantity.least)


def _are_far_apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether the greatest of the counts is so many times the least that no toll grows, and no source errs, so much."""
    return max(one[1], other[1]) > MOST_GROWTH * min(one[0], other[0])


def _differ(some: Iterable[_Amount], others: Iterable[_Amount]) -> bool:
    """Whether all amounts of the two sides are unequal, and published so far apart that none corrects another."""
    return all(one[:2] != other[:2] and abs(one[2] - other[2]) >= DATES_APART for one, other in product(some, others))


def _strongest_first(pair: _Pair) -> tuple[float, int, int]:
    return -pair[0], *pair[1:]


_JUDGED = Reason(Signal.JUDGEMENT, 100.0, "judged to be one")
"""Set by hand: more bits than all weights of one pair make together. It stands alone, and is summed with none."""
