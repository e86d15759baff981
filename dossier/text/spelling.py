"""Whether two spellings, perhaps from another script, are of one word."""

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import DamerauLevenshtein

_LETTERS = re.compile(r"[^a-z0-9]+")
_CONSONANTS = (
    ("tsch", "c"),
    ("tch", "c"),
    ("sch", "s"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("sh", "s"),
    ("ch", "c"),
    ("zh", "j"),
    ("ck", "k"),
    ("cz", "c"),
    ("x", "ks"),
    ("q", "k"),
    ("w", "v"),
)
_HARD_C = re.compile(r"c(?=[aourlt]|$)")
_OTHERS_C = re.compile(r"c(?=[eiy])")
_DOUBLE = re.compile(r"([a-z])\1+")
_DIGIT = re.compile(r"\d")
_VOWELS = re.compile(r"(?:[aeiou]|(?<!^)y)+")
_LAST_H = re.compile(r"(?<=[aeiouy])h$")
_CLASS = {"a": "a", "e": "e", "i": "e", "y": "e", "o": "o", "u": "o"}
_ROUND = ("ou", "oo", "eu", "au")
_SHORT = 4
_LONG = 7


@lru_cache(maxsize=65536)
def latin(word: str) -> str:
    """The word in lower-case letters a to z and digits, whatever its script and marks.

    >>> latin("Édouard"), latin("Брандт")
    ('edouard', 'brandt')
    """
    return _LETTERS.sub("", anyascii(word).lower())


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A form that the usual transliterations of one word share: "Khaled" and "Khalid", "Yunis" and "Younes".

    Digraphs become one letter, doubled letters single, and vowels within the word one of two classes (a, e, i; o, u),
    since Latin spellings of Arabic, Russian and Persian disagree about those. The first and the last sound are kept
    apart: "Maria" is no "Mario", "Allen" no "Ellen".

    >>> sound("al-Zarrouni") == sound("al-Zarruni"), sound("Maria") == sound("Mario")
    (True, False)
    """
    folded = latin(word)
    for letters, one in _CONSONANTS:
        folded = folded.replace(letters, one)
    folded = _DOUBLE.sub(r"\1", _LAST_H.sub("", _OTHERS_C.sub("s", _HARD_C.sub("k", folded))))
    return _VOWELS.sub(lambda run: _vowel(run, len(folded)), folded)


def _vowel(run: re.Match[str], length: int) -> str:
    """The class of a run of vowels: one of two within a word, one of three at its edges and in short words."""
    if run.end() == length:
        return _CLASS[run[0][-1]]
    heard = "o" if run[0] in _ROUND else _CLASS[run[0][0]]
    return "a" if heard == "e" and run.start() and length > _SHORT else heard


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of its sound, and its first letter: what blocks spellings of one word together.

    >>> skeleton("Khums"), skeleton("Khoms"), skeleton("Adel")
    ('kms', 'kms', 'adl')
    """
    heard = sound(word)
    return heard[:1] + _VOWELS.sub("", heard[1:])


def is_heard_alike(left: str, right: str) -> bool:
    """Whether the two can be transliterations of one word; a number is spelled in one way alone.

    >>> is_heard_alike("Khaled", "Khalid"), is_heard_alike("Hansen", "Hanson"), is_heard_alike("44", "444")
    (True, False, False)
    """
    if _has_digit(left, right):
        return latin(left) == latin(right)
    return sound(left) == sound(right)


def is_slip(left: str, right: str) -> bool:
    """Whether the two, both long, differ in one letter, or in two that changed places: perhaps a misprint.

    >>> is_slip("Buttigieg", "Buttigeig"), is_slip("Brandt", "Brand")
    (True, False)
    """
    left, right = latin(left), latin(right)
    if min(len(left), len(right)) < _LONG or left[0] != right[0] or _has_digit(left, right):
        return False
    return DamerauLevenshtein.distance(left, right, score_cutoff=1) == 1


def _has_digit(left: str, right: str) -> bool:
    return bool(_DIGIT.search(left) or _DIGIT.search(right))
