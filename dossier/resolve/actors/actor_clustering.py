"""Which groups are one actor: what the analyst says first, then the strongest evidence, short names last."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import product

from dossier.model import Signal
from dossier.resolve.actors.actor_comparison import JOINED, Pair, Step
from dossier.resolve.actors.chain_groups import Group
from dossier.resolve.clustering import Clusters, join_strongest
from dossier.resolve.rulings import Member, Rulings
from dossier.text.person_names import Fit, fit

_CHECKED = 20
_MARGIN = 3.0
_FAR = 4.0


def decide(groups: Sequence[Group], pairs: Sequence[Pair], rulings: Rulings) -> Clusters[int]:
    """Clusters of the groups' numbers."""
    number = {profile.member: n for n, group in enumerate(groups) for profile in group.profiles}
    clusters = Clusters(range(len(groups)), _apart(rulings, number))
    for same in rulings.same:
        first, *others = sorted(_numbers(same, number)) or [-1]
        for other in others:
            clusters.join(first, other)
    fits = _Fits(groups, pairs)
    solid = [pair for pair in pairs if pair.step is Step.SOLID and pair.weight >= JOINED]
    join_strongest(clusters, ((pair.weight, pair.left, pair.right) for pair in solid), fits)
    for step in (Step.FULLER, Step.SHORT):
        found = _by_short(pairs, step)
        for short in sorted(found, key=lambda n: (-len("".join(groups[n].words)), n)):
            chosen = _unambiguous(found[short], step, clusters)
            join_strongest(clusters, ((pair.weight, pair.left, pair.right) for pair in chosen), fits)
    return clusters


def _apart(rulings: Rulings, number: Mapping[Member, int]) -> Iterable[tuple[set[int], set[int]]]:
    for left, right in (*rulings.different, *rulings.unsure):
        yield _numbers(left, number), _numbers(right, number)


def _numbers(members: Iterable[Member], number: Mapping[Member, int]) -> set[int]:
    return {number[member] for member in members if member in number}


def _by_short(pairs: Iterable[Pair], step: Step) -> dict[int, list[Pair]]:
    found: dict[int, list[Pair]] = {}
    for pair in pairs:
        if pair.step is step:
            found.setdefault(pair.short, []).append(pair)
    return found


def _unambiguous(pairs: Sequence[Pair], step: Step, clusters: Clusters[int]) -> Sequence[Pair]:
    """The pairs of one short name, where all full names that it can stand for are one actor's."""
    best = max(pair.weight for pair in pairs)
    floor = float("-inf") if step is Step.SHORT else best - _MARGIN
    rivals = {min(clusters.of(_full(pair))) for pair in pairs if pair.weight >= floor}
    if len(rivals) == 1 or _is_told_by_title(pairs, clusters):
        return [pair for pair in pairs if pair.weight >= max(JOINED, best - _MARGIN)]
    return []


def _is_told_by_title(pairs: Sequence[Pair], clusters: Clusters[int]) -> bool:
    """Whether one of several is far the best, and shares what the short name is described as: "Minister Haddoun"."""
    first = max(pairs, key=lambda pair: (pair.weight, -pair.left, -pair.right))
    others = [pair for pair in pairs if not clusters.are_one(_full(pair), _full(first))]
    is_far = first.weight >= max(pair.weight for pair in others) + _FAR
    return is_far and _has_title(first) and not any(map(_has_title, others))


def _has_title(pair: Pair) -> bool:
    return any(reason.signal is Signal.TITLE and reason.weight > 0 for reason in pair.reasons)


def _full(pair: Pair) -> int:
    return pair.right if pair.short == pair.left else pair.left


class _Fits:
    """Whether two clusters can be one: no two of their names are of relatives or of two people of one name."""

    def __init__(self, groups: Sequence[Group], pairs: Iterable[Pair]) -> None:
        self._groups = groups
        self._told = {
            (pair.left, pair.right) for pair in pairs if pair.weight >= JOINED and _have_one_name(groups, pair)
        }

    def __call__(self, left: Sequence[int], right: Sequence[int]) -> bool:
        few, many = (self._people(side) for side in (left, right))
        return not any(self._are_two(one, other) for one, other in product(few, many))

    def _are_two(self, one: int, other: int) -> bool:
        left, right = self._groups[one], self._groups[other]
        if left.key == right.key:
            return (min(one, other), max(one, other)) not in self._told
        return fit(left.key, right.key) is Fit.RELATIVE

    def _people(self, numbers: Sequence[int]) -> Collection[int]:
        return [n for n in sorted(numbers) if self._groups[n].is_person and len(self._groups[n].words) > 1][:_CHECKED]


def _have_one_name(groups: Sequence[Group], pair: Pair) -> bool:
    return groups[pair.left].key == groups[pair.right].key
