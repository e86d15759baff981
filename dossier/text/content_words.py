"""The words by which one sentence differs from another."""

import re
from sys import intern

from dossier.text.word_lists import word_lists

UNINFORMATIVE = word_lists("dossier.text", "line_words.toml")["uninformative"]

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


def content_words(text: str) -> tuple[str, ...]:
    """The words by which one sentence differs from another, case-folded, each once and sorted.

    >>> content_words("The freighter was searched on 2 March, and the freighter stayed.")
    ('2', 'freighter', 'march', 'searched', 'stayed')
    """
    words = {word.casefold() for word in _WORD.findall(text)}
    return tuple(sorted(intern(word) for word in words if word not in UNINFORMATIVE and is_long(word)))


def is_long(word: str) -> bool:
    """Whether the word has three letters or more, begins with a digit, or is not in ASCII."""
    return len(word) > 2 or word[0].isdigit() or not word.isascii()
