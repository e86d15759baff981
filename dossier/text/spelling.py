"""Whether two words are spellings of one, perhaps transliterated from another script."""

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import DamerauLevenshtein

_NO_LETTERS_OR_DIGITS = re.compile(r"[^a-z0-9]+")
_CONSONANT_SOUNDS = (
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
"""Letters and the letter that stands for their sound, in the order in which they are replaced: "tsch" before "sch"."""
_HARD_C = re.compile(r"c(?=[aourlt]|$)")
_SOFT_C = re.compile(r"c(?=[eiy])")
_REPEATED_LETTER = re.compile(r"([a-z])\1+")
_DIGIT = re.compile(r"\d")
_VOWELS = re.compile(r"(?:[aeiou]|(?<!^)y)+")
_LAST_H = re.compile(r"(?<=[aeiouy])h$")
_VOWEL_SOUNDS = {"a": "a", "e": "e", "i": "e", "y": "e", "o": "o", "u": "o"}
"""The three classes of vowels, each named by one of them."""
_ROUND_DIPHTHONGS = ("ou", "oo", "eu", "au")
"""Pairs of vowels that are heard as "o", whatever the first one is: "Younes", "Yunis"."""
_FRONT_DIPHTHONGS = ("ai", "ay", "ei", "ey")
"""Pairs of letters that are heard as "e": "Saif", "Seif"."""

_MAX_LETTERS_OF_SHORT_WORD = 4
"""Letters of a word, its digraphs as one, up to which "a" and "e" within it differ: "Jan", "Jen".

Set by hand; no measurement is recorded.
"""
_MIN_LETTERS_OF_SLIP = 7
"""Letters that both words must have for one letter to be a misprint: "Brand" and "Brandt" are two names.

Set by hand; no measurement is recorded.
"""
_CACHED_WORDS = 1 << 16
"""Words for which a function keeps its result. Set by hand; no measurement is recorded."""


@lru_cache(maxsize=_CACHED_WORDS)
def latin(word: str) -> str:
    """The word transliterated to the lower-case letters a to z and digits.

    >>> latin("Édouard"), latin("Брандт")
    ('edouard', 'brandt')
    """
    return _NO_LETTERS_OR_DIGITS.sub("", anyascii(word).lower())


@lru_cache(maxsize=_CACHED_WORDS)
def sound(word: str) -> str:
    """A key that the usual transliterations of one word share: "Khaled" and "Khalid", "Yunis" and "Younes".

    Digraphs become one letter, and doubled letters single. Vowels within the word become one of two classes (a, e, i;
    o, u), since Latin spellings of Arabic, Russian and Persian disagree about those. The first vowel of a word that
    begins with one, the last of a word that ends in one, and those of short words become one of three classes (a; e, i;
    o, u): "Maria" is no "Mario", "Allen" no "Ellen".

    >>> sound("al-Zarrouni") == sound("al-Zarruni"), sound("Maria") == sound("Mario")
    (True, False)
    """
    folded = latin(word)
    for letters, sound_letter in _CONSONANT_SOUNDS:
        folded = folded.replace(letters, sound_letter)
    folded = _REPEATED_LETTER.sub(r"\1", _LAST_H.sub("", _SOFT_C.sub("s", _HARD_C.sub("k", folded))))
    return _VOWELS.sub(lambda run: _vowel_sound(run, len(folded)), folded)


def _vowel_sound(run: re.Match[str], length: int) -> str:
    """The class of a run of vowels: one of two within a word, one of three at its edges and in short words.

    ``length`` counts the letters of the word, its digraphs as one.
    """
    if run.end() == length:
        return _VOWEL_SOUNDS[run[0][-1]]
    heard = _VOWEL_SOUNDS[run[0][0]]
    if run[0] in _ROUND_DIPHTHONGS:
        heard = "o"
    elif run[0] in _FRONT_DIPHTHONGS:
        heard = "e"
    return "a" if heard == "e" and run.start() and length > _MAX_LETTERS_OF_SHORT_WORD else heard


@lru_cache(maxsize=_CACHED_WORDS)
def skeleton(word: str) -> str:
    """The first letter of a word's sound and the consonants behind it: a blocking key for spellings of one word.

    >>> skeleton("Khums"), skeleton("Khoms"), skeleton("Adel")
    ('kms', 'kms', 'adl')
    """
    heard = sound(word)
    return heard[:1] + _VOWELS.sub("", heard[1:])


def is_heard_alike(left: str, right: str) -> bool:
    """Whether two words can be transliterations of one: they have one sound or, with a digit in them, the same letters.

    >>> is_heard_alike("Khaled", "Khalid"), is_heard_alike("Hansen", "Hanson"), is_heard_alike("44", "444")
    (True, False, False)
    """
    if _has_digit(left, right):
        return latin(left) == latin(right)
    return sound(left) == sound(right)


def is_slip(left: str, right: str) -> bool:
    """Whether two long words may be one with a misprint: they differ in one letter, or two letters changed places.

    The first letter must be the same, and neither may have a digit.

    >>> is_slip("Buttigieg", "Buttigeig"), is_slip("Brandt", "Brand")
    (True, False)
    """
    left, right = latin(left), latin(right)
    return min(len(left), len(right)) >= _MIN_LETTERS_OF_SLIP and is_one_letter_off(left, right)


def is_one_letter_off(left: str, right: str) -> bool:
    """Whether two words of the same first letter and without a digit differ in one letter, or two changed places.

    >>> is_one_letter_off("heath", "health"), is_one_letter_off("east", "west")
    (True, False)
    """
    if not left or not right or left[0] != right[0] or _has_digit(left, right):
        return False
    return DamerauLevenshtein.distance(left, right, score_cutoff=1) == 1


def _has_digit(left: str, right: str) -> bool:
    return bool(_DIGIT.search(left) or _DIGIT.search(right))
