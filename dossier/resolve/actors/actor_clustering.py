"""Cluster the groups into actors: judgements first, then the strongest evidence, and short names last."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import product

from dossier.model import Signal
from dossier.resolve.actors.actor_comparison import MERGE_BITS, MergeStage, ScoredPair
from dossier.resolve.actors.chain_groups import ChainGroup
from dossier.resolve.clustering import Clusters, join_strongest
from dossier.resolve.rulings import ChainKey, Rulings
from dossier.text.person_names import Fit, fit
from dossier.text.weights import weight_table

_WEIGHTS = weight_table("dossier.resolve.actors", "actor_weights.toml")
_MAX_NAMES_CHECKED = _WEIGHTS.count("names_checked_per_cluster", "groups")
_SHORTENED_NAME_MARGIN = _WEIGHTS.bits("shortened_name_margin")
_TITLE_DECIDES_MARGIN = _WEIGHTS.bits("title_decides_margin")


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
    for stage in (MergeStage.SHORTENED_NAMES, MergeStage.SINGLE_NAMES):
        by_shorter = _by_shorter_name(pairs, stage)
        for shorter in sorted(by_shorter, key=lambda n: (-len("".join(groups[n].words)), n)):
            chosen = _unambiguous(by_shorter[shorter], stage, clusters)
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


def _unambiguous(pairs: Sequence[ScoredPair], stage: MergeStage, clusters: Clusters[int]) -> Sequence[ScoredPair]:
    """The pairs to join of one short name; none where it could mean several actors and no title decides.

    A single name ("Brandt") could mean any actor whose name it fits. A shortened name ("A. Brandt") could mean only
    those whose evidence is near that of the best.
    """
    best = max(pair.weight for pair in pairs)
    floor = float("-inf") if stage is MergeStage.SINGLE_NAMES else best - _SHORTENED_NAME_MARGIN
    candidates = {min(clusters.of(_longer(pair))) for pair in pairs if pair.weight >= floor}
    if len(candidates) == 1 or _is_decided_by_title(pairs, clusters):
        return [pair for pair in pairs if pair.weight >= max(MERGE_BITS, best - _SHORTENED_NAME_MARGIN)]
    return []


def _is_decided_by_title(pairs: Sequence[ScoredPair], clusters: Clusters[int]) -> bool:
    """Whether one of several actors is the best by far, and it alone shares a role with the short name.

    "Minister Haddoun" is such a name where of two people called Haddoun only one is described as a minister.
    """
    first = max(pairs, key=lambda pair: (pair.weight, -pair.left, -pair.right))
    others = [pair for pair in pairs if not clusters.are_one(_longer(pair), _longer(first))]
    is_best_by_far = first.weight >= max(pair.weight for pair in others) + _TITLE_DECIDES_MARGIN
    return is_best_by_far and _shares_role(first) and not any(map(_shares_role, others))


def _shares_role(pair: ScoredPair) -> bool:
    return any(reason.signal is Signal.TITLE and reason.weight > 0 for reason in pair.reasons)


def _longer(pair: ScoredPair) -> int:
    """The number of the group with the longer name."""
    return pair.right if pair.shorter == pair.left else pair.left


class _NameCheck:
    """Whether two clusters can be one actor: no two of their full names belong to different people.

    Names of relatives belong to two ("Adel Haddoun", "Nadia Haddoun"). So do equal names where the evidence for one
    person is not enough to merge.
    """

    def __init__(self, groups: Sequence[ChainGroup], pairs: Iterable[ScoredPair]) -> None:
        self._groups = groups
        self._merged_namesakes = {
            (pair.left, pair.right) for pair in pairs if pair.weight >= MERGE_BITS and _have_one_name(groups, pair)
        }

    def __call__(self, left: Sequence[int], right: Sequence[int]) -> bool:
        left_people, right_people = (self._full_names(side) for side in (left, right))
        return not any(self._are_two(one, other) for one, other in product(left_people, right_people))

    def _are_two(self, one: int, other: int) -> bool:
        left, right = self._groups[one], self._groups[other]
        if left.key == right.key:
            return (min(one, other), max(one, other)) not in self._merged_namesakes
        return fit(left.key, right.key) is Fit.RELATIVE

    def _full_names(self, numbers: Sequence[int]) -> Collection[int]:
        """The groups of a cluster that are people with names of two parts or more, the first twenty."""
        people = [n for n in sorted(numbers) if self._groups[n].is_person and len(self._groups[n].words) > 1]
        return people[:_MAX_NAMES_CHECKED]


def _have_one_name(groups: Sequence[ChainGroup], pair: ScoredPair) -> bool:
    return groups[pair.left].key == groups[pair.right].key
