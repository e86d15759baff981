"""Which people of one full name are one: not without a second signal."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from dossier.model import Kind, Link, Reason
from dossier.resolve.actors.actor_comparison import JOINED, same_name
from dossier.resolve.actors.chain_groups import Group, Sort
from dossier.resolve.actors.corpus import Corpus
from dossier.resolve.actors.profiles import Profile
from dossier.resolve.clustering import Clusters, join_strongest

_ALL_PAIRS = 24
_LARGEST = 3
_ROUNDS = 4
_RARE = 0.04
_SURE = 2.0
_Scored = tuple[float, int, int, tuple[Reason, ...]]


def namesakes(key: str, profiles: Sequence[Profile], corpus: Corpus) -> tuple[list[Group], list[Link]]:
    """The people among the profiles of one name, the most mentioned first, and what joined them on little.

    Articles are joined two by two where something beside the name speaks for it, then what came of that again, now
    that more is known of each.
    """
    groups = [Group(key, Sort.PERSON, Kind.PERSON, tuple(same)) for same in _by_company(profiles, corpus)]
    groups.sort(key=_rank)
    doubts: list[Link] = []
    for _ in range(_ROUNDS):
        scored = list(_scored(groups, corpus))
        clusters = Clusters(range(len(groups)))
        join_strongest(clusters, ((weight, left, right) for weight, left, right, _ in scored if weight >= JOINED))
        joined = [sorted(members) for members in clusters.all()]
        if len(joined) == len(groups):
            break
        doubts += [_link(groups, pair, is_merged=True) for pair in _weakest(scored, len(groups))]
        groups = [_merged(key, [groups[n] for n in members]) for members in joined]
        groups.sort(key=_rank)
    return groups, doubts


def _by_company(profiles: Sequence[Profile], corpus: Corpus) -> list[list[Profile]]:
    """Each by itself; of very many, those together that are named beside the same rarely named ones."""
    if len(profiles) <= _ALL_PAIRS:
        return [[profile] for profile in profiles]
    clusters = Clusters(range(len(profiles)))
    first: dict[str, int] = {}
    for number, profile in enumerate(profiles):
        for name in corpus.rare(profile.article, _RARE):
            if name != profile.key:
                clusters.join(first.setdefault(name, number), number)
    return sorted(([profiles[n] for n in sorted(members)] for members in clusters.all()), key=lambda g: g[0].member)


def _scored(groups: Sequence[Group], corpus: Corpus) -> Iterator[_Scored]:
    for left, right in _pairs(len(groups)):
        reasons = same_name(groups[left], groups[right], corpus)
        yield sum(reason.weight for reason in reasons), left, right, reasons


def _weakest(scored: Sequence[_Scored], count: int) -> Iterator[_Scored]:
    """The pairs that joined two on little, where no better ones had joined them."""
    clusters = Clusters(range(count))
    for pair in sorted(scored, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if pair[0] >= JOINED and not clusters.are_one(pair[1], pair[2]):
            clusters.join(pair[1], pair[2])
            if pair[0] < JOINED + _SURE:
                yield pair


def _pairs(count: int) -> Iterator[tuple[int, int]]:
    """All pairs of few; of many those with the three largest, which stand first."""
    if count <= _ALL_PAIRS:
        yield from combinations(range(count), 2)
        return
    for left in range(_LARGEST):
        yield from ((left, right) for right in range(left + 1, count))


def _link(groups: Sequence[Group], scored: _Scored, is_merged: bool) -> Link:
    left, right = groups[scored[1]], groups[scored[2]]
    value = min(left.mentions, right.mentions)
    return Link(left.pointer(is_only=False), right.pointer(is_only=False), scored[3], is_merged, value)


def _merged(key: str, groups: Sequence[Group]) -> Group:
    members = sorted((profile for group in groups for profile in group.profiles), key=lambda p: p.member)
    return Group(key, Sort.PERSON, Kind.PERSON, tuple(members))


def _rank(group: Group) -> tuple[int, tuple[str, str]]:
    return -group.mentions, group.first
