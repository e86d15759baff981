"""Which articles are copies of each other: whole, shortened, or with another first paragraph."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.resolve.clustering import Clusters
from dossier.resolve.origins.shingles import SIGNATURE_LENGTH, Sketch

_MINIMA_IN_BAND = 2
"""Minima in one band of a signature. By calculation, of the pairs of texts that have a third of their runs in common,
999 in 1,000 have one of the 64 bands in common."""
_NEIGHBOURS_COMPARED = 8
"""Articles with one band that an article with it is compared with, the last before it. Set by hand: bounds the cost."""
_MIN_SHARED_TEXT_RUNS = 0.6
"""Least share of the shorter text's runs that copies have in common.

Set by hand: a background or a speech that two reports quote comes to less."""
_MIN_SHARED_TEXT_RUNS_OF_PUBLISHER = 0.8
"""The same for two articles of one publisher. Set by hand: all its articles have some lines above and below them."""


def copy_groups(
    sketches: Mapping[str, Sketch], order: Sequence[str], publishers: Mapping[str, str]
) -> list[Sequence[str]]:
    """The groups of two and more articles (ids) that print mostly the same words, each in ``order``.

    ``order`` are all the ids, ``publishers`` gives a key of each article's publisher. Candidates have a band of their
    MinHash signatures in common; their runs of words then decide whether they are copies. The cost is linear in the
    number of articles: of those with one band, an article is compared only with the few before it in ``order``.
    """
    clusters = Clusters(order)
    for one, two in _equal_texts(sketches, order):
        clusters.join(one, two)
    for one, two in ((order[left], order[right]) for left, right in _candidates(sketches, order)):
        if not clusters.are_one(one, two) and _are_copies(one, two, sketches, publishers):
            clusters.join(one, two)
    rank = {article: number for number, article in enumerate(order)}
    return [sorted(group, key=rank.__getitem__) for group in clusters.all() if len(group) > 1]


def _equal_texts(sketches: Mapping[str, Sketch], order: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each article with the first one that has the same words, if that is another."""
    first: dict[str, str] = {}
    for article in order:
        digest = sketches[article].words_digest
        if digest and first.setdefault(digest, article) != article:
            yield first[digest], article


def _candidates(sketches: Mapping[str, Sketch], order: Sequence[str]) -> set[tuple[int, int]]:
    """Pairs of places in ``order`` of articles that have a band of their signatures in common."""
    signed = [(number, sketches[article].signature) for number, article in enumerate(order) if sketches[article].runs]
    found: set[tuple[int, int]] = set()
    for start in range(0, SIGNATURE_LENGTH, _MINIMA_IN_BAND):
        buckets: dict[tuple[int, ...], list[int]] = {}
        for number, signature in signed:
            bucket = buckets.setdefault(tuple(signature[start : start + _MINIMA_IN_BAND]), [])
            found.update((other, number) for other in bucket[-_NEIGHBOURS_COMPARED:])
            bucket.append(number)
    return found


def _are_copies(one: str, two: str, sketches: Mapping[str, Sketch], publishers: Mapping[str, str]) -> bool:
    is_one_publisher = one in publishers and publishers[one] == publishers.get(two)
    needed = _MIN_SHARED_TEXT_RUNS_OF_PUBLISHER if is_one_publisher else _MIN_SHARED_TEXT_RUNS
    return sketches[one].shared_with(sketches[two]) >= needed
