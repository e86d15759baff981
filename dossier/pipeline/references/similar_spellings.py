"""Names that are spelled like another name, found without comparing it with all names."""

from collections.abc import Iterable, Sequence
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein, Indel

MAX_NEAR_NAMES = 3
"""How many near names a message offers. Set by hand; no measurement is recorded."""
_MIN_SIMILARITY = 0.6
"""Near names reach this normalised indel similarity (0 to 1). Set by hand; no measurement is recorded."""
_MIN_LETTERS = 6
"""Words of at least so many letters may be misspelled: one letter makes another name of a shorter word ("Brand",
"Brandt"). Set by hand; no measurement is recorded."""


class SpellingIndex:
    """An index of names in the form in which names are compared (``text.names.normal``).

    A spelling slip is one letter that is missing, added, replaced or swapped with the next one. Only long words have
    slips: ``_MIN_LETTERS`` letters or more, and no digits.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(dict.fromkeys(names))
        self._by_place: dict[tuple[int, int, str], list[str]] = {}
        """The names by their number of words, the place of a word in them, and that word."""
        self._long_words: dict[str, list[str]] = {}
        """The long words by their beginning and by their end."""
        for name in self._names:
            words = name.split()
            for place, word in enumerate(words):
                self._by_place.setdefault((len(words), place, word), []).append(name)
        for word in dict.fromkeys(word for _, _, word in self._by_place):
            if _is_long(word):
                for end in _ends(word):
                    self._long_words.setdefault(end, []).append(word)
        self._slips = cache(self._find_slips)

    def misspelled(self, name: str) -> list[str]:
        """The names that are ``name``, or differ from it by at most one slip in each long word."""
        words = name.split()
        sharing_a_word = [self._with_word(len(words), place, word) for place, word in enumerate(words)]
        fewest = min(sharing_a_word, key=len, default=[])
        return [known for known in fewest if all(map(_is_slip, words, known.split()))]

    def near(self, name: str) -> list[str]:
        """At most ``MAX_NEAR_NAMES`` names that look like ``name``, the most similar first. Compares it with all."""
        found = process.extract(
            name,
            self._names,
            scorer=Indel.normalized_similarity,
            score_cutoff=_MIN_SIMILARITY,
            limit=MAX_NEAR_NAMES,
        )
        return [known for known, _, _ in found]

    def _with_word(self, count: int, place: int, word: str) -> list[str]:
        """The names of ``count`` words that have the word, or a slip of it, at this place."""
        return [name for slip in (word, *self._slips(word)) for name in self._by_place.get((count, place, slip), ())]

    def _find_slips(self, word: str) -> Sequence[str]:
        """The other long words of the index that are one slip from this one."""
        if not _is_long(word):
            return ()
        candidates = [known for end in _ends(word) for known in self._long_words.get(end, ()) if known != word]
        found = process.extract(word, candidates, scorer=DamerauLevenshtein.distance, score_cutoff=1, limit=None)
        return sorted({known for known, _, _ in found})


def _ends(word: str) -> tuple[str, str]:
    """The beginning and the end of a long word: one slip changes at most one of the two."""
    return f"{word[:2]}-", f"-{word[-3:]}"


def _is_slip(left: str, right: str) -> bool:
    """Whether the words are equal, or both long and one slip apart."""
    if left == right:
        return True
    return _is_long(left) and _is_long(right) and DamerauLevenshtein.distance(left, right, score_cutoff=1) <= 1


def _is_long(word: str) -> bool:
    """Whether a word one slip away is taken for this one; a word with a digit never is: it may be another number."""
    return len(word) >= _MIN_LETTERS and not any(map(str.isdigit, word))
