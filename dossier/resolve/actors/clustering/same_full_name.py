"""Which chains with one canonical name are one person: an equal name of two parts needs a second signal."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from dossier.model import Kind, Link, Reason
from dossier.resolve.actors.evidence.actor_comparison import MERGE_BITS, namesake_reasons
from dossier.resolve.actors.evidence.corpus import Corpus
from dossier.resolve.actors.traits.chain_groups import BroadKind, ChainGroup
from dossier.resolve.actors.traits.profiles import Profile
from dossier.resolve.clustering import Clusters, join_strongest
from dossier.text.weights import weight_table

_WEIGHTS = weight_table("dossier.resolve.actors", "actor_weights.toml")
_MAX_ALL_COMPARED = _WEIGHTS.count("namesakes_all_compared", "groups")
_COMPARED_WITH_ALL = _WEIGHTS.count("namesakes_compared_with_all", "groups")
_MAX_ROUNDS = _WEIGHTS.count("namesake_rounds", "rounds")
_RARELY_NAMED = _WEIGHTS.share("rarely_named")
_DOUBTFUL_ABOVE_MERGE = _WEIGHTS.bits("doubtful_above_merge")
_ScoredNamesakes = tuple[float, int, int, tuple[Reason, ...]]  # bits, numbers of the two groups, the reasons


def merge_namesakes(key: str, profiles: Sequence[Profile], corpus: Corpus) -> tuple[list[ChainGroup], list[Link]]:
    """The people among the profiles of the one canonical name ``key``, most mentions first, and the doubtful merges.

    Each round merges the pairs with enough evidence, that of the name included. The next round compares the merged
    groups, whose evidence adds up; it ends when a round merges nothing, after four rounds at most.
    """
    starts = _starting_groups(profiles, corpus)
    groups = [ChainGroup(key, BroadKind.PERSON, Kind.PERSON, tuple(same)) for same in starts]
    groups.sort(key=_by_mentions)
    doubts: list[Link] = []
    for _ in range(_MAX_ROUNDS):
        scored = list(_scored(groups, corpus))
        clusters = Clusters(range(len(groups)))
        join_strongest(clusters, ((bits, left, right) for bits, left, right, _ in scored if bits >= MERGE_BITS))
        joined = [sorted(members) for members in clusters.all()]
        if len(joined) == len(groups):
            break
        doubts += [_link(groups, pair) for pair in _doubtful_merges(scored, len(groups))]
        groups = [_merged(key, [groups[n] for n in members]) for members in joined]
        groups.sort(key=_by_mentions)
    return groups, doubts


def _starting_groups(profiles: Sequence[Profile], corpus: Corpus) -> list[list[Profile]]:
    """Each profile by itself. Of more than 24 profiles, those together whose articles have a rare name in common."""
    if len(profiles) <= _MAX_ALL_COMPARED:
        return [[profile] for profile in profiles]
    clusters = Clusters(range(len(profiles)))
    first: dict[str, int] = {}
    for number, profile in enumerate(profiles):
        for name in corpus.rare_names(profile.article, _RARELY_NAMED):
            if name != profile.key:
                clusters.join(first.setdefault(name, number), number)
    return sorted(([profiles[n] for n in sorted(members)] for members in clusters.all()), key=lambda g: g[0].member)


def _scored(groups: Sequence[ChainGroup], corpus: Corpus) -> Iterator[_ScoredNamesakes]:
    for left, right in _pairs(len(groups)):
        reasons = namesake_reasons(groups[left], groups[right], corpus)
        yield sum(reason.weight for reason in reasons), left, right, reasons


def _doubtful_merges(scored: Sequence[_ScoredNamesakes], count: int) -> Iterator[_ScoredNamesakes]:
    """The pairs that merged two of ``count`` groups, as the best that did, with little more than the bits needed."""
    clusters = Clusters(range(count))
    for pair in sorted(scored, key=lambda pair: (-pair[0], pair[1], pair[2])):
        bits, left, right, _ = pair
        if bits >= MERGE_BITS and not clusters.are_one(left, right):
            clusters.join(left, right)
            if bits < MERGE_BITS + _DOUBTFUL_ABOVE_MERGE:
                yield pair


def _pairs(count: int) -> Iterator[tuple[int, int]]:
    """All pairs of at most 24 groups; of more, the pairs with one of the three largest, which come first."""
    if count <= _MAX_ALL_COMPARED:
        yield from combinations(range(count), 2)
        return
    for left in range(_COMPARED_WITH_ALL):
        yield from ((left, right) for right in range(left + 1, count))


def _link(groups: Sequence[ChainGroup], scored: _ScoredNamesakes) -> Link:
    left, right = groups[scored[1]], groups[scored[2]]
    return Link(
        left=left.pointer(is_only=False),
        right=right.pointer(is_only=False),
        reasons=scored[3],
        is_merged=True,
        value=min(left.mentions, right.mentions),
    )


def _merged(key: str, groups: Sequence[ChainGroup]) -> ChainGroup:
    members = sorted((profile for group in groups for profile in group.profiles), key=lambda p: p.member)
    return ChainGroup(key, BroadKind.PERSON, Kind.PERSON, tuple(members))


def _by_mentions(group: ChainGroup) -> tuple[int, tuple[str, str]]:
    return -group.mentions, group.first
