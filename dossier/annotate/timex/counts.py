"""How many: the number that words name."""

import re
from collections.abc import Sequence
from itertools import pairwise

from dossier.annotate.timex.lexicon import CARDINALS, CLASSES, FRACTIONS, ORDINALS

UNKNOWN = "X"
_VAGUE = CLASSES["vague"] | frozenset(("couple", "pair", "dozens"))
_BIG = 100


def count(words: Sequence[str]) -> str:
    """What a phrase of quantity counts, as TIMEX3 writes it: a number, or X where it is not known.

    >>> count("a".split()), count("2 1/2".split()), count("a couple of".split()), count("two to three".split())
    ('1', '2.5', '2', 'X')
    >>> count("one hundred and twenty".split()), count("several".split()), count("one and a half".split())
    ('120', 'X', '1.5')
    """
    words = [word for word in words if word not in ("-", "of", "the")]
    if words[-3:] == ["a", "couple"] or words[-1:] == ["couple"] or words[-1:] == ["pair"]:
        return "2"
    if any(word in _VAGUE for word in words) or any(word in ("to", "or") for word in words):
        return UNKNOWN
    if "half" in words and not {"and"} & set(words):
        return "0.5"
    if len([word for word in words if word[0].isdigit() and word not in FRACTIONS]) > 1 or _is_choice(words):
        return UNKNOWN
    return f"{_sum(words):g}"


def _is_choice(words: Sequence[str]) -> bool:
    """Whether one number stands beside another: three-four."""
    numbers = [CARDINALS.get(word, 0) for word in words]
    return any(0 < left < _BIG and 0 < right < _BIG and left % 10 for left, right in pairwise(numbers))


def _sum(words: Sequence[str]) -> float:
    total, current = 0.0, float(words[:1] in (["a"], ["an"]) and (len(words) == 1 or words[1] == "and"))
    for word in words:
        if word in FRACTIONS:
            total += FRACTIONS[word]
        elif CARDINALS.get(word, 0) >= _BIG or word == "dozen":
            current = max(current, 1) * CARDINALS[word]
        elif word in CARDINALS:
            current += CARDINALS[word]
        elif word[0].isdigit():
            current += number(word)
    return total + current


def number(word: str) -> float:
    """The number that a word of digits writes: "1,500", "2½"."""
    whole = word.rstrip("½¼¾").replace(",", "")
    return float(whole or 0) + sum(FRACTIONS[sign] for sign in word[len(whole) :] if sign in FRACTIONS)


def digits(word: str) -> int:
    """The digits of a word as one number: 14 of "14th", 1990 of "1990s". Raises ValueError where it has none."""
    return int(re.sub(r"\D", "", word))


def ordinal(word: str) -> int:
    """The place that an ordinal names: "third", "21st". Raises ValueError for anything else."""
    return ORDINALS[word] if word in ORDINALS else digits(word)
