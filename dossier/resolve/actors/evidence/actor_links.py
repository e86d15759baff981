"""The links between names that are shown: those merged, those nearly merged, and those in doubt."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dossier.model import ActorPointer, Link, Signal
from dossier.resolve.actors.evidence.actor_comparison import MERGE_BITS, REVIEW_BITS, ScoredPair
from dossier.resolve.actors.traits.chain_groups import ChainGroup
from dossier.resolve.actors.traits.life_spans import DatedAct, life_conflict
from dossier.resolve.clustering import Clusters
from dossier.resolve.doubt_priority import priority_key
from dossier.resolve.rulings.rulings import Rulings
from dossier.text.weights import weight_table

_DOUBTFUL_ABOVE_MERGE = weight_table("dossier.resolve.actors", "actor_weights.toml").bits("doubtful_above_merge")
_MAX_DOUBTS = 200
"""Doubts listed for the analyst. Set by hand: more than anybody decides on in one go."""
_MAX_LINKS_OF_ACTOR = 12
"""Links shown for one actor. Set by hand, for a short list."""
ShownLink = tuple[ScoredPair, Link]
"""A link that is shown, with the pair from which it was made."""


def shown_links(
    groups: Sequence[ChainGroup], pairs: Iterable[ScoredPair], clusters: Clusters[int]
) -> Iterator[ShownLink]:
    """A link for each pair that was merged, came near a merge, or is contradicted (see ``_is_contradicted``)."""
    groups_called = Counter(group.name for group in groups)
    for pair in pairs:
        is_merged = clusters.are_one(pair.left, pair.right)
        if is_merged or pair.weight >= REVIEW_BITS or _is_contradicted(pair):
            left, right = groups[pair.left], groups[pair.right]
            left_pointer, right_pointer = (group.pointer(groups_called[group.name] == 1) for group in (left, right))
            yield (
                pair,
                Link(
                    left=left_pointer,
                    right=right_pointer,
                    reasons=pair.reasons,
                    is_merged=is_merged,
                    value=min(left.mentions, right.mentions),
                ),
            )


def best_links(found: Iterable[ShownLink]) -> tuple[Link, ...]:
    """The best link between each two names, merges first, then the most bits; twelve at most."""
    best: dict[tuple[str, ...], Link] = {}
    for _, link in sorted(found, key=lambda shown: (not shown[1].is_merged, -shown[1].weight, _numbers(shown))):
        best.setdefault(_names(link), link)
    return tuple(best.values())[:_MAX_LINKS_OF_ACTOR]


def doubtful_links(
    groups: Sequence[ChainGroup],
    clusters: Clusters[int],
    found: Iterable[ShownLink],
    others: Iterable[Link],
    rulings: Rulings,
) -> list[Link]:
    """The doubtful links of ``found`` that no judgement decides, and all ``others``: 200, the most valuable first.

    Where the analyst keeps two actors apart, no pair of their names is asked about.
    """
    judged = _JudgedPairs(rulings)
    doubtful = (
        link
        for pair, link in found
        if _is_doubtful(pair, link) and clusters.may_join(pair.left, pair.right) and not judged.has(groups, pair)
    )
    return sorted((*doubtful, *others), key=lambda link: priority_key(link, MERGE_BITS))[:_MAX_DOUBTS]


def posthumous_links(groups: Sequence[ChainGroup]) -> Iterator[Link]:
    """The link that speaks against one actor: one of its groups is reported dead, and another acts after that.

    There is at most one, of the earliest death and the latest act.
    """
    dead = min((group for group in groups if group.death), key=lambda group: _day(group.death), default=None)
    active = max((group for group in groups if group.last_act), key=lambda group: _day(group.last_act), default=None)
    if dead is None or active is None:
        return
    if dead.death and active.last_act and (reason := life_conflict(dead.death, active.last_act)):
        left, right = ActorPointer(dead.name, dead.death.article), ActorPointer(active.name, active.last_act.article)
        if left != right:
            value = min(dead.mentions, active.mentions)
            yield Link(left=left, right=right, reasons=(reason,), is_merged=True, value=value)


def is_posthumous(link: Link) -> bool:
    """Whether the link is one of ``posthumous_links``."""
    return link.is_merged and [reason.signal for reason in link.reasons] == [Signal.LIFE]


class _JudgedPairs:
    """The pairs of groups on which a judgement exists."""

    def __init__(self, rulings: Rulings) -> None:
        self._pairs = [*rulings.different, *rulings.unsure, *((same, same) for same in rulings.same)]

    def has(self, groups: Sequence[ChainGroup], pair: ScoredPair) -> bool:
        """Whether a judgement is about a chain of each group of the pair."""
        if not self._pairs:
            return False
        one, other = ({profile.member for profile in groups[n].profiles} for n in (pair.left, pair.right))
        return any((left & one and right & other) or (left & other and right & one) for left, right in self._pairs)


def _is_doubtful(pair: ScoredPair, link: Link) -> bool:
    """Whether the pair was kept apart, is contradicted, or was merged with little more than the bits needed.

    A pair with less than the bits needed, merged by way of other pairs, is not doubtful; nor is one that the watchlist
    merged.
    """
    if not link.is_merged or _is_contradicted(pair):
        return True
    is_watched = any(reason.signal is Signal.WATCHLIST for reason in link.reasons)
    return MERGE_BITS <= link.weight < MERGE_BITS + _DOUBTFUL_ABOVE_MERGE and not is_watched


def _is_contradicted(pair: ScoredPair) -> bool:
    """Whether the pair would come near a merge but for an alias that is another's, or an act after a death."""
    against = [r.weight for r in pair.reasons if r.weight < 0 and r.signal in (Signal.STATEMENT, Signal.LIFE)]
    return bool(against) and pair.weight - sum(against) >= REVIEW_BITS


def _day(act: DatedAct | None) -> tuple[int, str]:
    return (act.day, act.article) if act else (0, "")


def _numbers(shown: ShownLink) -> tuple[int, int]:
    return shown[0].left, shown[0].right


def _names(link: Link) -> tuple[str, ...]:
    return tuple(sorted(side.name for side in (link.left, link.right) if isinstance(side, ActorPointer)))
