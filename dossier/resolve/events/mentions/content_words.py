"""The words by which mentions are compared: numbers, ordinals, names, stems of triggers, and how rare words are."""

import re
from collections.abc import Hashable, Mapping
from functools import cache, lru_cache
from math import log2

from dossier.resolve.events.event_weights import BACKGROUND_ARTICLES
from dossier.text.content_words import UNINFORMATIVE, content_words, is_long
from dossier.text.interning import word_set
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.resolve.events", "event_comparison_words.toml")

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
UNSPECIFIC_VERBS = _WORDS["unspecific_verbs"]
_NUMBER_WORDS = _WORDS["cardinals"] | _WORDS["ordinals"]
# "before the second presidential " before "debate"
_ORDINAL = re.compile(
    rf"\b({'|'.join(sorted(_WORDS['ordinals']))}|\d+(?:st|nd|rd|th))\b(?:\W+\w+){{0,2}}\W*$", re.IGNORECASE
)

# "They were also " before "elected"
_AGAIN = re.compile(r"\b(?:also|again)\W+$", re.IGNORECASE)
# "After a second police " before "raid"
_ANOTHER = re.compile(r"\b(?:an?|another)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)

_ENDINGS = re.compile(r"(?:[ai]?tion|ate|sion|ment|ings?|al|[ae]nce|ure|e|y)$")
_STEPS_OF_CASE = 4
"""Steps in a doubling of the articles. Set by hand: with one step the news of an illness had 20 joined pairs more of
698, of which a third were wrong; with four 7 more."""
_MIN_STEM_CHARACTERS = 3  # set by hand: what is left of a shorter word is no stem, as "r" of "ration"


class Rarity:
    """In how many articles of a case each thing stands, in steps: a few articles more leave most things as rare.

    Things are words, actors or stems. A step is a doubling; of the articles of the case, whose count weighs on all
    things at once, a quarter of one.
    """

    def __init__(self, articles: int, found: Mapping[Hashable, int]) -> None:
        """``found`` are the articles with each thing, of so many articles in all."""
        self.most = round(log2(articles + BACKGROUND_ARTICLES) * _STEPS_OF_CASE) / _STEPS_OF_CASE
        """The bits of a thing that stands in no article."""
        self._found = found

    def level(self, thing: Hashable) -> int:
        """The step: 0 for a thing in no article, 1 for one article, 2 for two to four, 3 for five to ten."""
        return round(log2(self._found.get(thing, 0) + 1))

    def bits(self, thing: Hashable) -> float:
        """The bits for two mentions that share the thing: the binary log of one over its share of the articles.

        ``BACKGROUND_ARTICLES`` without the thing are added to those of the case.
        """
        return self.most - self.level(thing)


def numbers(text: str) -> frozenset[str]:
    """The numbers of a sentence, in words or digits: "won ten seats" and "won twelve seats" tell two events."""
    words = (word.casefold() for word in _WORD.findall(text))
    return word_set(word for word in words if word[0].isdigit() or word in _NUMBER_WORDS)


def ordinal(before: str) -> str:
    """Which of several events is meant, by the ordinal before its trigger; empty where there is none.

    >>> ordinal("before the second presidential "), ordinal("In the second week of the ")
    ('second', '')
    """
    found = _ORDINAL.search(before)
    return found[1].casefold() if found else ""


def is_another(before: str, trigger: str, lemma: str) -> bool:
    """Whether an event is told as a new one, by the words before its trigger: "also", "again", "a", "another".

    "A" and "another" count only before a word without an ending, which may be a noun.

    >>> is_another("They were also ", "elected", "elect"), is_another("After a second police ", "raid", "raid")
    (True, True)
    >>> is_another("After a banker ", "resigned", "resign")
    False
    """
    return bool(_AGAIN.search(before) or (trigger.casefold().endswith(lemma) and _ANOTHER.search(before)))


def name_words(phrase: str) -> frozenset[str]:
    """The words of a phrase that are capitalised as names are, case-folded.

    >>> sorted(name_words("The Harbour Party's primary election in Tarnow"))
    ['harbour', 'party', 'tarnow']
    """
    words = (word for word in _WORD.findall(phrase) if word[0].isupper())
    return word_set(word.casefold() for word in words if word.casefold() not in UNINFORMATIVE and is_long(word))


@cache
def stem(lemma: str) -> str:
    """The beginning that a verb and the nouns made of it have in common.

    >>> stem("explode"), stem("resignation"), stem("nominate"), stem("ruling")
    ('explod', 'resign', 'nomin', 'rul')
    """
    short = _ENDINGS.sub("", lemma)
    return short if len(short) >= _MIN_STEM_CHARACTERS else lemma


@lru_cache(maxsize=20_000)
def phrase_words(phrase: str) -> tuple[str, ...]:
    """The content words of a name or a phrase: the same ones come again and again.

    >>> phrase_words("the Port of Orlov")
    ('orlov', 'port')
    """
    return content_words(phrase)


@lru_cache(maxsize=20_000)
def phrase_stems(phrase: str) -> frozenset[str]:
    """The stems of these words."""
    return word_set(map(stem, content_words(phrase)))


PERFORMATIVE_STEMS = frozenset(map(stem, _WORDS["performatives"]))
"""The stems of verbs of saying by which something is done: "declared", "the declaration"."""
