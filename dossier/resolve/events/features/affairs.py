"""Affairs: which articles tell of one matter, by the words and actors that they share.

The articles of a case are grouped twice: first by what is rare in the world, then, inside each group, by what is rare
in the group. So two earthquakes of one region, which share most of their words, are two affairs by their towns and
tolls. The cost is linear in the articles: each is compared only with the few that share its weightiest things.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import partial
from heapq import nsmallest
from math import log2, sqrt

from dossier.memo import NO_MEMO, Memo, ids
from dossier.resolve.clustering import Clusters, join_strongest
from dossier.resolve.events import event_weights as weights

Bag = Mapping[Hashable, int]
"""The words and actors of an article, and in how many of its sentences each stands."""
_Vector = dict[Hashable, float]


def affairs(bags: Mapping[str, Bag], memo: Memo = NO_MEMO) -> Mapping[str, str]:
    """The affair of each article: the smallest id of the articles that tell of it. ``bags`` are by article id.

    The order of the articles changes nothing.

    >>> fire = {"fire": 2, "depot": 1, "tarnow": 1}
    >>> affairs({"a": fire, "b": {**fire, "smoke": 1}, "c": {"vote": 1, "senate": 1}})
    {'a': 'a', 'b': 'a', 'c': 'c'}
    """
    found: dict[str, str] = {}
    known = memo.table("affairs of a group")
    for group in _alike(bags, weights.BACKGROUND_ARTICLES, weights.ALIKE_IN_THE_WORLD):
        near = {article: bags[article] for article in group}
        split = partial(_alike, near, weights.BACKGROUND_OF_AFFAIR, weights.ALIKE_IN_AFFAIR)
        for affair in known.recall((*group, *ids(near.values())), split, near):
            found.update(dict.fromkeys(affair, min(affair)))
    return {article: found[article] for article in sorted(bags)}


def closeness(bags: Mapping[str, Bag], affair_by_article: Mapping[str, str]) -> Mapping[str, float]:
    """How much the articles of each affair tell the same: their mean cosine, by the affair; 0 for a single article.

    Reports of one happening repeat its words, day by day reports of a running story do less.

    >>> fire = {"fire": 2, "depot": 1, "tarnow": 1}
    >>> found = closeness({"a": fire, "b": fire, "c": {"fire": 1, "vote": 3}}, {"a": "a", "b": "a", "c": "c"})
    >>> round(found["a"], 6), found["c"]
    (1.0, 0.0)
    """
    vectors = _vectors(bags, weights.BACKGROUND_ARTICLES)
    sums: dict[str, _Vector] = defaultdict(lambda: defaultdict(float))
    own: dict[str, float] = defaultdict(float)
    for article, affair in affair_by_article.items():
        for thing, weight in vectors[article].items():
            sums[affair][thing] += weight
            own[affair] += weight * weight
    sizes = Counter(affair_by_article.values())
    pairs = {affair: size * (size - 1) for affair, size in sizes.items()}
    return {
        affair: (_product(sums[affair], sums[affair]) - own[affair]) / count if count else 0.0
        for affair, count in pairs.items()
    }


def _alike(bags: Mapping[str, Bag], background: int, least: float) -> list[Sequence[str]]:
    """Groups of articles whose mean cosine is ``least`` and more; ``background`` articles count beside these."""
    vectors = _vectors(bags, background)
    clusters = Clusters(sorted(vectors))
    sums = dict(vectors)  # by the first article of a cluster, the sum of its vectors

    def fits(left: Sequence[str], right: Sequence[str]) -> bool:
        few, many = sorted((sums[left[0]], sums[right[0]]), key=len)
        if _product(few, many) < least * len(left) * len(right):
            return False
        joined = dict(many)
        for thing, weight in few.items():
            joined[thing] = joined.get(thing, 0.0) + weight
        sums[left[0]] = sums[right[0]] = joined
        return True

    links = ((cosine, one, other) for cosine, one, other in _links(vectors) if cosine >= least)
    join_strongest(clusters, links, fits)
    return clusters.all()


def _vectors(bags: Mapping[str, Bag], background: int) -> dict[str, _Vector]:
    """The weights of what each article shares with others: a vector of length 1 with what it shares with none."""
    found = Counter(thing for bag in bags.values() for thing in bag)
    unseen = background / weights.BACKGROUND_ARTICLES
    rarity = {thing: log2((len(bags) + background) / (count + unseen)) for thing, count in found.items()}
    vectors: dict[str, _Vector] = {}
    for article, bag in bags.items():
        vector = {thing: (1 + log2(count)) * rarity[thing] for thing, count in bag.items()}
        length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        vectors[article] = {thing: weight / length for thing, weight in vector.items() if found[thing] > 1}
    return vectors


def _links(vectors: Mapping[str, _Vector]) -> Iterator[tuple[float, str, str]]:
    """Each article with its nearest others, and their cosine; a pair may come twice."""
    holders: dict[Hashable, list[str]] = defaultdict(list)
    keys = {article: _weightiest(vector) for article, vector in vectors.items()}
    for article, found in keys.items():
        for thing in found:
            holders[thing].append(article)
    for article, found in keys.items():
        shared: Counter[str] = Counter()
        for thing in found:
            if len(holders[thing]) <= weights.AFFAIR_KEY_ARTICLES:
                shared.update(holders[thing])
        del shared[article]
        near = nsmallest(weights.AFFAIR_CANDIDATES, shared, key=lambda other: (-shared[other], other))
        cosines = ((_cosine(vectors, article, other), article, other) for other in near)
        yield from nsmallest(weights.AFFAIR_NEIGHBOURS, cosines, key=lambda link: (-link[0], link[2]))


def _weightiest(vector: _Vector) -> list[Hashable]:
    return nsmallest(weights.AFFAIR_KEYS, vector, key=lambda thing: (-vector[thing], str(thing)))


def _cosine(vectors: Mapping[str, _Vector], one: str, other: str) -> float:
    few, many = sorted((vectors[one], vectors[other]), key=len)
    return _product(few, many)


def _product(few: _Vector, many: _Vector) -> float:
    return sum([weight * many[thing] for thing, weight in few.items() if thing in many])
