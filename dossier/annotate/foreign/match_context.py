"""The words beside a match, which can show that it is no date or that its year is told in words."""

import re
from functools import cache

from dossier.annotate.foreign.date_patterns import date_patterns_of
from dossier.annotate.foreign.foreign_words import date_words, stop_words
from dossier.annotate.foreign.month_names import folded

_WORDS_BEFORE, _WORDS_AFTER = 1, 4
"""Words beside a day that may say of which year it is. Set by hand; no measurement is recorded."""
_CONTEXT_CHARACTERS = 40
"""How much of the text before and after a match is looked at. Set by hand; no measurement is recorded."""


def counts_next_word(match: re.Match[str], language: str) -> bool:
    """Whether the number may count the next word: "2000 exemplaires". A stop word is not counted: "2000 et"."""
    following = re.compile(r"[ \t]{1,3}([^\W\d_]+)").match(match.string, match.end())
    return following is not None and following[1].casefold() not in stop_words(language)


def follows_amount_word(match: re.Match[str], language: str) -> bool:
    """Whether the word before the match makes the number an amount: "environ 2019"."""
    before = re.search(r"([^\W\d_]+)[ \t]+$", _context_before(match))
    return before is not None and before[1].casefold() in _folded_words(date_words(language).before_amount)


def follows_street_word(match: re.Match[str], language: str) -> bool:
    """Whether words before the match make it the name of a street or square: "rue du" before "4 septembre"."""
    return date_patterns_of(language).street.search(_context_before(match)) is not None


def names_its_year(match: re.Match[str], language: str) -> bool:
    """Whether a word near the match says of which year it is: "20 mai dernier", "12 мая прошлого года"."""
    after = match.string[match.end() : match.end() + _CONTEXT_CHARACTERS].partition("\n")[0]
    near = [*_words(_context_before(match))[-_WORDS_BEFORE:], *_words(after)[:_WORDS_AFTER]]
    return not {word.casefold() for word in near}.isdisjoint(_folded_words(date_words(language).year_words))


def _words(text: str) -> list[str]:
    """The runs of letters in the text."""
    return re.findall(r"[^\W\d_]+", text)


@cache
def _folded_words(listed: tuple[str, ...]) -> frozenset[str]:
    """The words as they stand in folded text in lower case."""
    return frozenset(folded(word).casefold() for word in listed)


def _context_before(match: re.Match[str]) -> str:
    """The characters just before the match."""
    return match.string[max(0, match.start() - _CONTEXT_CHARACTERS) : match.start()]
