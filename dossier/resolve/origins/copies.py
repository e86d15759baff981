"""Which articles are copies of each other: whole, shortened, or with another first paragraph."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.resolve.clustering import Clusters
from dossier.resolve.origins.shingles import SIGNATURE_LENGTH, Sketch

_MINIMA_IN_BAND = 2
"""Minima of a signature in a band. By calculation, of texts with a third of their runs in common, 999 in 1,000 pairs
share one of 64 bands."""
_NEIGHBOURS_COMPARED = 8
"""Articles before it in a band that an article is compared with. Set by hand: bounds the cost."""
_MIN_SHARED_TEXT_RUNS = 0.6
"""Share of the shorter text's runs. Set by hand: one background or one speech in two reports comes to less."""
_MIN_SHARED_TEXT_RUNS_OF_PUBLISHER = 0.8
"""The same within one publisher. Set by hand: its articles share what stands above and below them."""


def copy_groups(
    sketches: Mapping[str, Sketch], order: Sequence[str], publishers: Mapping[str, str]
) -> list[Sequence[str]]:
    """The groups of two and more articles (ids) that print the same words, each in ``order``.

    ``order`` are all the ids, ``publishers`` gives a key of each article's publisher. Candidates share a band of their
    MinHash signatures; whether they are copies is then decided by their runs of words. The cost is linear in the number
    of articles: in a band that very many share, an article is compared only with those shortly before it in ``order``.
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
