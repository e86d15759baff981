"""The number that words name: "two and a half" is 2.5, "several" is not known."""

import re
from collections.abc import Sequence
from itertools import pairwise

from dossier.annotate.timex.words.lexicon import CARDINALS, CLASSES, FRACTIONS, ORDINALS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.timex", "timex_words.toml")

UNKNOWN = "X"
"""What TIMEX3 writes for a number that is not known."""
_VAGUE_COUNTS = CLASSES["vague"] | _WORDS["vague_counts"]
_SMALLEST_MULTIPLIER = 100
"""From here on, a number word multiplies the one before it: "two hundred"."""


def count(words: Sequence[str]) -> str:
    """The number that a phrase of quantity names, as TIMEX3 writes it, or UNKNOWN.

    >>> count("a".split()), count("2 1/2".split()), count("a couple of".split()), count("two to three".split())
    ('1', '2.5', '2', 'X')
    >>> count("one hundred and twenty".split()), count("several".split()), count("one and a half".split())
    ('120', 'X', '1.5')
    """
    words = [word for word in words if word not in ("-", "of", "the")]
    if words[-1:] in (["couple"], ["pair"]):
        return "2"
    if any(word in _VAGUE_COUNTS for word in words) or any(word in ("to", "or") for word in words):
        return UNKNOWN
    if "half" in words and "and" not in words:
        return "0.5"
    if len([word for word in words if word[0].isdigit() and word not in FRACTIONS]) > 1 or _is_choice(words):
        return UNKNOWN
    return f"{_sum(words):g}"


def _is_choice(words: Sequence[str]) -> bool:
    """Whether one number stands beside another ("three-four"); "twenty four" is one number."""
    numbers = [CARDINALS.get(word, 0) for word in words]
    return any(
        0 < left < _SMALLEST_MULTIPLIER and 0 < right < _SMALLEST_MULTIPLIER and left % 10
        for left, right in pairwise(numbers)
    )


def _sum(words: Sequence[str]) -> float:
    """The value of number words, digits and fractions together.

    "A" counts one where it stands alone or before "and": "a", "a and a half".
    """
    total, current = 0.0, float(words[:1] in (["a"], ["an"]) and (len(words) == 1 or words[1] == "and"))
    for word in words:
        if word in FRACTIONS:
            total += FRACTIONS[word]
        elif CARDINALS.get(word, 0) >= _SMALLEST_MULTIPLIER or word == "dozen":
            current = max(current, 1) * CARDINALS[word]
        elif word in CARDINALS:
            current += CARDINALS[word]
        elif word[0].isdigit():
            current += number(word)
    return total + current


def number(word: str) -> float:
    """The value of a word of digits: "1,500", "2½". Raises ValueError for anything else."""
    whole = word.rstrip("½¼¾").replace(",", "")
    return float(whole or 0) + sum(FRACTIONS[sign] for sign in word[len(whole) :] if sign in FRACTIONS)


def digits(word: str) -> int:
    """The digits of a word as one number: 14 for "14th", 1990 for "1990s". Raises ValueError where it has none."""
    return int(re.sub(r"\D", "", word))


def ordinal(word: str) -> int:
    """The number of an ordinal: "third", "21st". Raises ValueError for a word without digits that is no ordinal."""
    return ORDINALS[word] if word in ORDINALS else digits(word)
