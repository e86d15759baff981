"""What speaks for pairs of mentions being one event, found once for each pair of features."""

from collections.abc import Sequence

from dossier.memo import Memo, MemoTable
from dossier.resolve.events.apart.coreference_filter import can_corefer
from dossier.resolve.events.clustering.event_comparison import Comparison
from dossier.resolve.events.event_weights import NEAR_MERGE
from dossier.resolve.events.features.mention_features import MentionFeatures

_Weights = list[float | None]


class ComparedPairs:
    """Compares each mention with those near it, as the memo remembers it: by the objects of their features.

    Two features give the same whenever they are compared (see ``remembered_features``).
    """

    def __init__(self, comparison: Comparison, memo: Memo) -> None:
        self._comparison = comparison
        self._known: MemoTable[tuple[Sequence[MentionFeatures], _Weights]] = memo.table("weights of pairs")

    def weights(self, sort: str, told: MentionFeatures, others: Sequence[MentionFeatures], before: int) -> _Weights:
        """For each of the others the bits that speak for one event; None where the two are not one, nor nearly so.

        The first so many of the others stand before it among the mentions. ``sort`` is what they were found by: what is
        remembered is of one sort.
        """
        key = sort, id(told)
        last = self._known.get(key)
        weights = self._with_last(told, others, before, *(last or ((), [])))
        self._known.put(key, (others, weights), told)
        return weights

    def _with_last(
        self,
        told: MentionFeatures,
        others: Sequence[MentionFeatures],
        before: int,
        known: Sequence[MentionFeatures],
        weights: _Weights,
    ) -> _Weights:
        """The weights; those of the others that were compared with it last time are ``known``."""
        if len(known) == len(others) and all(one is other for one, other in zip(known, others, strict=True)):
            return weights
        last = {id(other): weight for other, weight in zip(known, weights, strict=True)}
        return [
            last[id(other)] if id(other) in last else self._weight(*((other, told) if at < before else (told, other)))
            for at, other in enumerate(others)
        ]

    def _weight(self, left: MentionFeatures, right: MentionFeatures) -> float | None:
        if not can_corefer(left, right):
            return None
        weight = self._comparison.weight(left, right)
        return weight if weight > NEAR_MERGE else None
