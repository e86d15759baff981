"""Names that are spelled like another, found without comparing it with all of them."""

from collections.abc import Iterable, Sequence
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein, Indel

NEAR = 3
"""How many near names are offered."""
_LIKE = 0.6
_SURE = 6
"""Letters of a word that may be misspelled in one of them: of a shorter one it makes another name."""


class Spellings:
    """Names, in the form in which they are compared."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(dict.fromkeys(names))
        self._at: dict[tuple[int, int, str], list[str]] = {}
        self._ends: dict[str, list[str]] = {}
        for name in self._names:
            words = name.split()
            for n, word in enumerate(words):
                self._at.setdefault((len(words), n, word), []).append(name)
        for word in dict.fromkeys(word for _, _, word in self._at):
            if _is_long(word):
                for end in _ends(word):
                    self._ends.setdefault(end, []).append(word)
        self._slips = cache(self._found_slips)

    def misspelled(self, name: str) -> list[str]:
        """The names that are this one up to one letter in each long word."""
        words = name.split()
        fitting = [self._with(len(words), n, word) for n, word in enumerate(words)]
        few = min(fitting, key=len, default=[])
        return [known for known in few if all(map(_is_slip, words, known.split()))]

    def near(self, name: str) -> list[str]:
        """The names that look most like it, the best first: all are compared with it."""
        found = process.extract(name, self._names, scorer=Indel.normalized_similarity, score_cutoff=_LIKE, limit=NEAR)
        return [known for known, _, _ in found]

    def _with(self, count: int, place: int, word: str) -> list[str]:
        """The names of so many words that have the word, or a slip of it, at the place."""
        return [name for slip in (word, *self._slips(word)) for name in self._at.get((count, place, slip), ())]

    def _found_slips(self, word: str) -> Sequence[str]:
        if not _is_long(word):
            return ()
        close = [known for end in _ends(word) for known in self._ends.get(end, ()) if known != word]
        found = process.extract(word, close, scorer=DamerauLevenshtein.distance, score_cutoff=1, limit=None)
        return sorted({known for known, _, _ in found})


def _ends(word: str) -> tuple[str, str]:
    """Two stretches of a long word, of which one slip leaves one as it is."""
    return f"{word[:2]}-", f"-{word[-3:]}"


def _is_slip(left: str, right: str) -> bool:
    """Whether the words are one up to a slip."""
    if left == right:
        return True
    return _is_long(left) and _is_long(right) and DamerauLevenshtein.distance(left, right, score_cutoff=1) <= 1


def _is_long(word: str) -> bool:
    """Whether a slip leaves it the same word; a number is never misspelled."""
    return len(word) >= _SURE and not any(map(str.isdigit, word))
