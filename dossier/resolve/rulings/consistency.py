"""Judgements that two are the same or different: what follows from them, and which contradict each other."""

from collections import deque
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dossier.model import Identity, Judgement, MentionIdentity, Verdict
from dossier.resolve.clustering import Clusters

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class IdentityJudgement(Generic[T]):
    """A judgement on an identity, with the claims (chains or event mentions) of each side. No side is empty."""

    judgement: Judgement
    left: frozenset[T]
    right: frozenset[T]

    @property
    def verdict(self) -> Verdict | None:
        """Whether the two sides are the same; None where the judgement decides on something else."""
        decision = self.judgement.decision
        if isinstance(decision, MentionIdentity):
            return Verdict.SAME  # a word of an article where it has no chain means the actor
        return decision.verdict if isinstance(decision, Identity) else None

    @property
    def both(self) -> frozenset[T]:
        """The claims of both sides."""
        return self.left | self.right


@dataclass(frozen=True, slots=True)
class ConsistentIdentities(Generic[T]):
    """Identities that can all be true, and the contradictions that were taken out of them."""

    groups: tuple[frozenset[T], ...]
    """The groups of claims that are one, sorted."""
    different: tuple[IdentityJudgement[T], ...]
    """All judgements that say "different"."""
    unsure: tuple[IdentityJudgement[T], ...]
    """Those that say "unsure", but for two sides that other judgements make one."""
    disputes: tuple[tuple[Judgement, ...], ...]
    """A "different", and the "same" judgements that together contradict it.

    The "different" is kept, and each such "same" is dropped, since nobody can say which of them is wrong.
    """


def reconcile(judgements: Iterable[IdentityJudgement[T]]) -> ConsistentIdentities[T]:
    """The identities that hold together. The order of the judgements changes nothing.

    The cost is that of sorting the judgements as long as nothing is disputed.
    """
    by_verdict: dict[Verdict | None, list[IdentityJudgement[T]]] = {}
    for one in sorted(judgements, key=lambda one: one.judgement.id):
        by_verdict.setdefault(one.verdict, []).append(one)
    same = by_verdict.get(Verdict.SAME, [])
    different = by_verdict.get(Verdict.DIFFERENT, [])
    disputes: list[tuple[Judgement, ...]] = []
    group_of = _group_of_each(same)
    for disputed in different:
        while _are_joined(disputed, group_of):
            path = _shortest_path(disputed, same)
            disputes.append((disputed.judgement, *(one.judgement for one in path)))
            same = [one for one in same if one not in path]
            group_of = _group_of_each(same)
    unsure = [one for one in by_verdict.get(Verdict.UNSURE, []) if not _are_joined(one, group_of)]
    groups = sorted(set(group_of.values()), key=sorted)
    return ConsistentIdentities(tuple(groups), tuple(different), tuple(unsure), tuple(disputes))


def _group_of_each(same: Sequence[IdentityJudgement[T]]) -> dict[T, frozenset[T]]:
    """For each claim all claims that the "same" judgements make one with it, directly or through others."""
    clusters = Clusters(item for one in same for item in one.both)
    for one in same:
        first, *rest = one.both
        for item in rest:
            clusters.join(first, item)
    groups = (frozenset(group) for group in clusters.all())
    return {item: group for group in groups for item in group}


def _are_joined(judged: IdentityJudgement[T], group_of: dict[T, frozenset[T]]) -> bool:
    """Whether a claim of the left side is in one group with a claim of the right side."""
    left, right = ({group_of[item] for item in side if item in group_of} for side in (judged.left, judged.right))
    return not left.isdisjoint(right)


def _shortest_path(judged: IdentityJudgement[T], same: Sequence[IdentityJudgement[T]]) -> list[IdentityJudgement[T]]:
    """The fewest "same" judgements that lead from the left side to the right; of equally short paths the first by id.

    Raises ValueError where no path leads from the left side to the right.
    """
    judgements_of: dict[T, list[IdentityJudgement[T]]] = {}
    for one in same:
        for item in one.both:
            judgements_of.setdefault(item, []).append(one)
    paths: deque[tuple[frozenset[T], list[IdentityJudgement[T]]]] = deque([(judged.left, [])])
    visited: set[str] = set()
    while paths:
        reached, path = paths.popleft()
        if path and not reached.isdisjoint(judged.right):
            return path
        following = {one.judgement.id: one for item in reached for one in judgements_of.get(item, [])}
        for key in sorted(following.keys() - visited):
            visited.add(key)
            paths.append((following[key].both, [*path, following[key]]))
    raise ValueError("no path leads from the left side to the right")
