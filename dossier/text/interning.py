"""Words, sets of words and offsets that many values hold: equal ones are one object, which takes less memory."""

from collections.abc import Iterable
from functools import lru_cache
from sys import intern

NO_WORDS: frozenset[str] = frozenset()
"""The empty set."""
_OFFSETS = tuple(range(1 << 14))
"""Set by hand: most articles are shorter than this."""
_KEPT = 1 << 16
"""Sets of one word that are known again. Set by hand: the names and words that a large case has often."""


def word_set(words: Iterable[str]) -> frozenset[str]:
    """The set of the words. Equal words are one object in all such sets, and so are all empty sets.

    >>> sorted(word_set(["port", "quay"])), word_set([]) is word_set(())
    (['port', 'quay'], True)
    """
    found = frozenset(map(intern, words))
    if len(found) == 1:
        return _alone(*found)
    return found or NO_WORDS


def offset(number: int) -> int:
    """The number: of those that are places in most articles, equal ones are one object."""
    return _OFFSETS[number] if 0 <= number < len(_OFFSETS) else number


@lru_cache(_KEPT)
def _alone(word: str) -> frozenset[str]:
    return frozenset((word,))
