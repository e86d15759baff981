"""Which texts are copies of each other, whole, shortened, or under another first paragraph."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.resolve.clustering import Clusters
from dossier.resolve.origins.shingles import HASHES, Sketch

_ROWS = 2  # minima in a band: of texts with a third of their runs in common, 999 in 1,000 pairs share a band
_WINDOW = 8  # neighbours in a band that an article is compared with
_COPIED = 0.6  # of the shorter text's runs: one background or one speech in two reports comes to less
_COPIED_AT_HOME = 0.8  # within one publisher, whose articles share what stands above and below them


def copies(sketches: Mapping[str, Sketch], order: Sequence[str], publishers: Mapping[str, str]) -> list[Sequence[str]]:
    """The groups of two and more articles (ids) that print the same words, each in ``order``.

    ``order`` are all the ids; neighbours in it are compared first, where very many are alike. Candidates share a band
    of their MinHash signatures; whether they are copies is then read off the runs of words themselves. The cost is
    linear in the number of articles, whatever they share.
    """
    clusters = Clusters(order)
    for one, two in _same_words(sketches, order):
        clusters.join(one, two)
    for one, two in ((order[left], order[right]) for left, right in _candidates(sketches, order)):
        if not clusters.are_one(one, two) and sketches[one].shared(sketches[two]) >= _least(one, two, publishers):
            clusters.join(one, two)
    rank = {article: number for number, article in enumerate(order)}
    return [sorted(group, key=rank.__getitem__) for group in clusters.all() if len(group) > 1]


def _same_words(sketches: Mapping[str, Sketch], order: Iterable[str]) -> Iterator[tuple[str, str]]:
    first: dict[str, str] = {}
    for article in order:
        words = sketches[article].words
        if words and first.setdefault(words, article) != article:
            yield first[words], article


def _candidates(sketches: Mapping[str, Sketch], order: Sequence[str]) -> set[tuple[int, int]]:
    """Pairs of places in ``order`` that are alike by some band of their signatures."""
    told = [(number, sketches[article].signature) for number, article in enumerate(order) if sketches[article].runs]
    found: set[tuple[int, int]] = set()
    for start in range(0, HASHES, _ROWS):
        bucket: dict[tuple[int, ...], list[int]] = {}
        for number, signature in told:
            alike = bucket.setdefault(tuple(signature[start : start + _ROWS]), [])
            found.update((other, number) for other in alike[-_WINDOW:])
            alike.append(number)
    return found


def _least(one: str, two: str, publishers: Mapping[str, str]) -> float:
    at_home = one in publishers and publishers[one] == publishers.get(two)
    return _COPIED_AT_HOME if at_home else _COPIED
