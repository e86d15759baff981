"""The links that are shown: why the names of an actor are one, who came near, and what is doubtful."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dossier.model import Link, Named, Signal
from dossier.resolve.actors.actor_comparison import JOINED, NEAR, Pair
from dossier.resolve.actors.chain_groups import Group
from dossier.resolve.actors.life_spans import Act, conflict
from dossier.resolve.clustering import Clusters
from dossier.resolve.doubt_priority import worth
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
        if is_merged or pair.weight >= NEAR or _is_contradicted(pair):
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
    doubtful = (link for pair, link in found if _is_doubtful(pair, link) and not judged.has(groups, pair))
    return sorted((*doubtful, *others), key=lambda link: worth(link, JOINED))[:_MOST]


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


def _is_doubtful(pair: Pair, link: Link) -> bool:
    """Whether it was merged on little, came near, or is contradicted; two whom others join need no look."""
    if not link.is_merged or _is_contradicted(pair):
        return True
    is_watched = any(reason.signal is Signal.WATCHLIST for reason in link.reasons)
    return JOINED <= link.weight < JOINED + _SURE and not is_watched


def lives(groups: Sequence[Group]) -> Iterator[Link]:
    """What speaks against one actor's having died, and done something later."""
    dying = min((group for group in groups if group.dead), key=lambda group: _day(group.dead), default=None)
    acting = max((group for group in groups if group.alive), key=lambda group: _day(group.alive), default=None)
    if dying is None or acting is None:
        return
    if dying.dead and acting.alive and (reason := conflict(dying.dead, acting.alive)):
        left, right = Named(dying.name, dying.dead.article), Named(acting.name, acting.alive.article)
        if left != right:
            yield Link(left, right, (reason,), True, min(dying.mentions, acting.mentions))


def is_of_lives(link: Link) -> bool:
    """Whether the link is one of ``lives``."""
    return link.is_merged and [reason.signal for reason in link.reasons] == [Signal.LIFE]


def _day(act: Act | None) -> tuple[int, str]:
    return (act.day, act.article) if act else (0, "")


def _is_contradicted(pair: Pair) -> bool:
    """Whether others bear the alias that would join the two, or all but their lives speaks for their being one."""
    against = [r.weight for r in pair.reasons if r.weight < 0 and r.signal in (Signal.STATEMENT, Signal.LIFE)]
    return bool(against) and pair.weight - sum(against) >= NEAR


def _numbers(shown: Shown) -> tuple[int, int]:
    return shown[0].left, shown[0].right


def _names(link: Link) -> tuple[str, ...]:
    return tuple(sorted(side.name for side in (link.left, link.right) if isinstance(side, Named)))
