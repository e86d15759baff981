"""Sketches of texts, by which copies are found: hashes of the runs of words (shingles) in each."""

import hashlib
import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rensa import RMinHash

_WORD = re.compile(r"\w+")
_TEXT_RUN_WORDS = 5
"""Words in a run. Set by hand: two reports on one matter have few such runs in common by chance, copies nearly all."""
_MAX_HASHES = 4096
"""About the most hashes kept of one text; of a longer text some are left out. Set by hand: bounds memory."""
SIGNATURE_LENGTH = 128
"""Minima in a MinHash signature. Set by hand; ``copies._MINIMA_IN_BAND`` says what they find."""
_SEED = 1
"""Seed of the hash functions. Any number would do; another one gives other signatures."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """The runs of five words of a text, as hashes (``runs``, sorted), and its MinHash ``signature``.

    Of a long text only a few thousand hashes are kept: those divisible by two to the power of ``thinned`` (sampling as
    in Broder, "On the resemblance and containment of documents", 1997). ``words_digest`` is a hash of all words in
    order; it is empty for a text without words.
    """

    words_digest: str
    runs: "array[int]"
    signature: "array[int]"
    thinned: int = 0

    def shared_with(self, other: "Sketch") -> float:
        """The share of the shorter text's runs that the other text has too; 0 where either has none."""
        thinned = max(self.thinned, other.thinned)
        one, two = _thin(self.runs, thinned), _thin(other.runs, thinned)
        return len(one & two) / min(len(one), len(two)) if one and two else 0.0


def words_of(text: str) -> list[str]:
    """The words of a text in their order, case-folded and without punctuation.

    >>> words_of("“Don’t,” she said.")
    ['don', 't', 'she', 'said']
    """
    return _WORD.findall(text.casefold())


def runs_of(words: Sequence[str], length: int) -> Iterable[str]:
    """All runs of ``length`` words, in order, each as one string; none where there are fewer words."""
    return (" ".join(words[start : start + length]) for start in range(len(words) - length + 1))


def sketch(text: str) -> Sketch:
    """The sketch of a text, in time linear in its length."""
    words = words_of(text)
    hashes = RMinHash.hash_token_sets([set(runs_of(words, _TEXT_RUN_WORDS))])[0]
    signature = RMinHash.digest_matrix_from_token_hash_sets([hashes], SIGNATURE_LENGTH, _SEED).to_rows()[0]
    thinned = (len(hashes) // _MAX_HASHES).bit_length()
    digest = hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest() if words else ""
    runs = array("Q", sorted(_thin(hashes, thinned)))
    return Sketch(words_digest=digest, runs=runs, signature=array("I", signature), thinned=thinned)


def _thin(runs: Iterable[int], thinned: int) -> set[int]:
    """The hashes that are divisible by two to the power of ``thinned``."""
    mask = (1 << thinned) - 1
    return {one for one in runs if not one & mask}
