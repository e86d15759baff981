"""Cluster the groups into actors: judgements first, then the strongest evidence, and short names last."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import product

from dossier.resolve.actors.clustering.short_names import ShortNames
from dossier.resolve.actors.evidence.actor_comparison import MERGE_BITS, MergeStage, ScoredPair
from dossier.resolve.actors.evidence.group_fit import group_fit
from dossier.resolve.actors.traits.chain_groups import ChainGroup
from dossier.resolve.clustering import Clusters, join_strongest
from dossier.resolve.rulings.rulings import ChainKey, Rulings
from dossier.text.person_names import Fit
from dossier.text.weights import weight_table

_WEIGHTS = weight_table("dossier.resolve.actors", "actor_weights.toml")
_MAX_NAMES_CHECKED = _WEIGHTS.count("names_checked_per_cluster", "groups")
_NAMESAKES_BRIDGED = _WEIGHTS.bits("namesakes_bridged")


def cluster_groups(groups: Sequence[ChainGroup], pairs: Sequence[ScoredPair], rulings: Rulings) -> Clusters[int]:
    """Clusters of the numbers of ``groups``, each one actor: judgements join first, then full names, then short."""
    number_of = {profile.member: n for n, group in enumerate(groups) for profile in group.profiles}
    clusters = Clusters(range(len(groups)), _kept_apart(rulings, number_of))
    for same in rulings.same:
        first, *others = sorted(_numbers(same, number_of)) or [-1]
        for other in others:
            clusters.join(first, other)
    fits = _NameCheck(groups, pairs)
    full = [pair for pair in pairs if pair.stage is MergeStage.FULL_NAMES and pair.weight >= MERGE_BITS]
    join_strongest(clusters, ((pair.weight, pair.left, pair.right) for pair in full), fits)
    bearers = ShortNames(groups, pairs, clusters)
    for stage in (MergeStage.SHORTENED_NAMES, MergeStage.SINGLE_NAMES):
        by_shorter = _by_shorter_name(pairs, stage)
        for shorter in sorted(by_shorter, key=lambda n: (-len("".join(groups[n].words)), n)):
            chosen = bearers.chosen(by_shorter[shorter], stage)
            join_strongest(clusters, ((pair.weight, pair.left, pair.right) for pair in chosen), fits)
    return clusters


def _kept_apart(rulings: Rulings, number_of: Mapping[ChainKey, int]) -> Iterable[tuple[set[int], set[int]]]:
    for left, right in (*rulings.different, *rulings.unsure):
        yield _numbers(left, number_of), _numbers(right, number_of)


def _numbers(members: Iterable[ChainKey], number_of: Mapping[ChainKey, int]) -> set[int]:
    return {number_of[member] for member in members if member in number_of}


def _by_shorter_name(pairs: Iterable[ScoredPair], stage: MergeStage) -> dict[int, list[ScoredPair]]:
    """The pairs of the stage, by the number of the group with the shorter name."""
    found: dict[int, list[ScoredPair]] = {}
    for pair in pairs:
        if pair.stage is stage:
            found.setdefault(pair.shorter, []).append(pair)
    return found


class _NameCheck:
    """Whether two clusters can be one actor: no two of their full names belong to different people.

    Names of relatives belong to two ("Adel Haddoun", "Nadia Haddoun"). So do equal names where the evidence for one
    person is too little, even for a third name to join them.
    """

    def __init__(self, groups: Sequence[ChainGroup], pairs: Iterable[ScoredPair]) -> None:
        self._groups = groups
        self._namesakes = {
            (pair.left, pair.right)
            for pair in pairs
            if pair.weight >= _NAMESAKES_BRIDGED and _have_one_name(groups, pair)
        }

    def __call__(self, left: Sequence[int], right: Sequence[int]) -> bool:
        left_people, right_people = (self._full_names(side) for side in (left, right))
        return not any(self._are_two(one, other) for one, other in product(left_people, right_people))

    def _are_two(self, one: int, other: int) -> bool:
        left, right = self._groups[one], self._groups[other]
        if left.key == right.key:
            return (min(one, other), max(one, other)) not in self._namesakes
        return group_fit(left, right) is Fit.RELATIVE

    def _full_names(self, numbers: Sequence[int]) -> Collection[int]:
        """The groups of a cluster that are people with names of two parts or more, the first twenty."""
        people = [n for n in sorted(numbers) if self._groups[n].is_person and len(self._groups[n].words) > 1]
        return people[:_MAX_NAMES_CHECKED]


def _have_one_name(groups: Sequence[ChainGroup], pair: ScoredPair) -> bool:
    return groups[pair.left].key == groups[pair.right].key
