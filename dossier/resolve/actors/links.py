"""The links that are shown: why the names of an actor are one, who came near, and what is doubtful."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dossier.model import Link, Named, Signal
from dossier.resolve.actors.comparing import JOINED, NEAR, Pair
from dossier.resolve.actors.groups import Group
from dossier.resolve.clustering import Clusters
from dossier.resolve.rulings import Rulings

_SURE = 2.0
_MOST = 200
_PER_ACTOR = 12
Shown = tuple[Pair, Link]


def links(groups: Sequence[Group], pairs: Iterable[Pair], clusters: Clusters[int]) -> Iterator[Shown]:
    """For each pair that was joined, or came near, the link."""
    named = Counter(group.name for group in groups)
    for pair in pairs:
        is_merged = clusters.are_one(pair.left, pair.right)
        if is_merged or pair.weight >= NEAR or _is_contested(pair):
            left, right = groups[pair.left], groups[pair.right]
            value = min(left.mentions, right.mentions)
            ours, others = (group.pointer(named[group.name] == 1) for group in (left, right))
            yield pair, Link(ours, others, pair.reasons, is_merged, value)


def of_actor(found: Iterable[Shown]) -> tuple[Link, ...]:
    """For each two names the best link, those that joined first, a dozen at most."""
    best: dict[tuple[str, ...], Link] = {}
    for _, link in sorted(found, key=lambda shown: (not shown[1].is_merged, -shown[1].weight, _numbers(shown))):
        best.setdefault(_names(link), link)
    return tuple(best.values())[:_PER_ACTOR]


def doubts(groups: Sequence[Group], found: Iterable[Shown], others: Iterable[Link], rulings: Rulings) -> list[Link]:
    """What an analyst should look at, the most valuable first: the less sure, and the more hangs on it."""
    judged = _Judged(rulings)
    doubtful = (link for pair, link in found if _is_doubtful(link) and not judged.has(groups, pair))
    return sorted((*doubtful, *others), key=_rank)[:_MOST]


class _Judged:
    """What was decided already, by chain."""

    def __init__(self, rulings: Rulings) -> None:
        self._pairs = [*rulings.different, *rulings.unsure, *((same, same) for same in rulings.same)]

    def has(self, groups: Sequence[Group], pair: Pair) -> bool:
        """Whether a judgement is about the two."""
        if not self._pairs:
            return False
        ours, others = ({profile.member for profile in groups[n].profiles} for n in (pair.left, pair.right))
        return any((left & ours and right & others) or (left & others and right & ours) for left, right in self._pairs)


def _is_doubtful(link: Link) -> bool:
    """Whether it was merged on little, or came near."""
    if not link.is_merged:
        return True
    return link.weight < JOINED + _SURE and not any(reason.signal is Signal.WATCHLIST for reason in link.reasons)


def _is_contested(pair: Pair) -> bool:
    return any(reason.signal is Signal.STATEMENT and reason.weight < 0 for reason in pair.reasons)


def _rank(link: Link) -> tuple[float, str]:
    uncertainty = 1 / (1 + abs(link.weight - JOINED))
    return -uncertainty * link.value, repr((link.left, link.right))


def _numbers(shown: Shown) -> tuple[int, int]:
    return shown[0].left, shown[0].right


def _names(link: Link) -> tuple[str, ...]:
    return tuple(sorted(side.name for side in (link.left, link.right) if isinstance(side, Named)))
