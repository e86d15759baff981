"""What stands right around a trigger: the words near it, the countries and the numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dossier.resolve.events.event_weights import NEAR_CHARACTERS
from dossier.resolve.events.mentions.content_words import numbers, stem
from dossier.text.content_words import content_words
from dossier.text.interning import word_set
from dossier.text.place_names import places
from dossier.text.scale_steps import DIGITS

_WORD = re.compile(r"[^\W\d_][\w.-]*")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""A year of the last or this century."""
_OUTSIDE = "outside"
"""The word that makes a country the place where it was not: "the first death outside (of) Peru"."""
_MOST_NAME_WORDS = 3  # set by hand: the words of the longest names of countries that news uses


@dataclass(frozen=True, slots=True)
class TriggerContext:
    """What stands right around a trigger in its sentence."""

    near: tuple[str, ...]
    """The stems of the content words near it, each once; a tuple, which takes a seventh of the memory of a set."""
    countries: frozenset[str]
    """The countries named near it, by name or adjective; "outside Peru" is none of them, nor is it Peru."""
    numbers: frozenset[str]
    """The cardinal numbers near it, in digits; years are left out."""
    years: frozenset[str]
    """The years named near it."""


def trigger_context(sentence: str, start: int, end: int) -> TriggerContext:
    """The context of the trigger from ``start`` to ``end`` (half-open), offsets into the sentence.

    >>> sorted(trigger_context("The Peruvian minister denied the outbreak.", 22, 28).countries)
    ['Peru']
    """
    before, behind = sentence[max(0, start - NEAR_CHARACTERS) : start], sentence[end : end + NEAR_CHARACTERS]
    near = sorted({stem(word) for side in (before, behind) for word in content_words(side)})
    return TriggerContext(
        tuple(near),
        word_set(country for side in (before, behind) for country in _countries(side)),
        word_set(number for side in (before, behind) for number in _cardinals(side)),
        word_set(year for side in (before, behind) for year in YEAR.findall(side)),
    )


def _cardinals(text: str) -> Iterator[str]:
    digits = (DIGITS.get(number, number) for number in numbers(text))
    return (number for number in digits if number.replace(",", "").isdigit() and not YEAR.fullmatch(number))


def _countries(text: str) -> Iterator[str]:
    """The countries that the text names, each by its usual name; what lies outside of one is another place than it."""
    words = _WORD.findall(text)
    for at, word in enumerate(words):
        if word[0].isupper():
            names = (" ".join(words[at : at + length]).rstrip(".") for length in range(1, _MOST_NAME_WORDS + 1))
            apart = _OUTSIDE if _OUTSIDE in (it.casefold() for it in words[max(0, at - 2) : at]) else ""
            yield from (f"{apart} {_names()[name]}".lstrip() for name in names if name in _names())


@cache
def _names() -> dict[str, str]:
    """The usual name of each country, by its names and adjectives."""
    known = places()
    return {name: name for name in known.known} | known.by_name | known.by_adjective
