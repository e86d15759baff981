"""What is kept of a text to find its copies: hashes of the runs of words in it."""

import hashlib
import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rensa import RMinHash

_WORD = re.compile(r"\w+")
_RUN = 5  # words: chance gives two reports on one matter few runs of five in common, copying gives them nearly all
_KEPT = 4096  # hashes of one text; more are thinned out
HASHES = 128  # minima in a signature
_SEED = 1


@dataclass(frozen=True, slots=True)
class Sketch:
    """The runs of five words of a text, as hashes (``runs``, sorted), and its MinHash ``signature``.

    Of a long text only the hashes divisible by two to the power of ``thinned`` are kept, a few thousand (as Broder
    samples in "On the resemblance and containment of documents", 1997). ``words`` is a digest of all words in order,
    empty where there are none.
    """

    words: str
    runs: "array[int]"
    signature: "array[int]"
    thinned: int = 0

    def shared(self, other: "Sketch") -> float:
        """The share of the shorter text's runs that stand in the other text, 0 where either has none."""
        thinned = max(self.thinned, other.thinned)
        one, two = _thin(self.runs, thinned), _thin(other.runs, thinned)
        return len(one & two) / min(len(one), len(two)) if one and two else 0.0


def words_of(text: str) -> list[str]:
    """The words without case and punctuation.

    >>> words_of("“Don’t,” she said.")
    ['don', 't', 'she', 'said']
    """
    return _WORD.findall(text.casefold())


def runs_of(words: Sequence[str], length: int) -> Iterable[str]:
    """All runs of so many words, in order, as strings; none where there are fewer words."""
    return (" ".join(words[start : start + length]) for start in range(len(words) - length + 1))


def sketch(text: str) -> Sketch:
    """The sketch of a text, in time linear in its length."""
    words = words_of(text)
    hashes = RMinHash.hash_token_sets([set(runs_of(words, _RUN))])[0]
    signature = RMinHash.digest_matrix_from_token_hash_sets([hashes], HASHES, _SEED).to_rows()[0]
    thinned = (len(hashes) // _KEPT).bit_length()
    digest = hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest() if words else ""
    return Sketch(digest, array("Q", sorted(_thin(hashes, thinned))), array("I", signature), thinned)


def _thin(runs: Iterable[int], thinned: int) -> set[int]:
    mask = (1 << thinned) - 1
    return {one for one in runs if not one & mask}
