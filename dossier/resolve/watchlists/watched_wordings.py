"""Wordings of a watched name in texts: "U.S. dollar" for "US dollar", "global ports" for "ports worldwide"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dossier.text.place_names import places
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.resolve", "phrase_words.toml")
_WORLDWIDE_BEFORE = sorted(_WORDS["worldwide_before"])
_WORLDWIDE_AFTER = sorted(_WORDS["worldwide_after"])
_ARTICLES = sorted(_WORDS["country_articles"])
_MAX_COUNTRY_WORDS = 3
"""The words of the longest name of a country, "United Arab Emirates". Set by hand."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a watched name.

    ``is_description``: it says what somebody is and where ("French farmers"), and may stand all in lower case.
    ``is_short``: it leaves out of what sort ("French farmers" for dairy farmers), so it means the same only in the
    headline of an article that has a full wording.
    """

    text: str
    is_description: bool = False
    is_short: bool = False


@lru_cache(maxsize=65536)
def wordings(name: str) -> tuple[Wording, ...]:
    """The name as it is, then its other wordings, each once.

    A country at its beginning may have another of its names. A description, which is a plural in lower case with a
    country or with words for the whole world, may have these before or behind it.

    >>> [one.text for one in wordings("Ada Brandt")], [one.text for one in wordings("UK pound")][:3]
    (['Ada Brandt'], ['UK pound', 'United Kingdom pound', 'U.K. pound'])
    """
    found = {name: Wording(name, is_description=_described(name) is not None)}
    for wording in _other_wordings(name):
        found.setdefault(wording.text, wording)
    return tuple(found.values())


def begins_with_country(name: str) -> bool:
    """Whether the name begins with a country, which it is not: "US dollar".

    >>> begins_with_country("US dollar"), begins_with_country("United States"), begins_with_country("Ada Brandt")
    (True, False, False)
    """
    return places().known.isdisjoint((name,)) and bool(_split_country(name)[1])


def _other_wordings(name: str) -> Iterator[Wording]:
    described = _described(name)
    if described is None:
        country, rest = _split_country(name)
        yield from (Wording(f"{other} {rest}") for other in _names(country) if rest)
        return
    country, things = described
    last = things.split()[-1]
    for noun, is_short in ((things, False), (last, True)) if last != things else ((things, False),):
        for text in _scoped(noun, country):
            yield Wording(text, is_description=True, is_short=is_short)


def _described(name: str) -> tuple[str, str] | None:
    """The country, empty for the whole world, and the things of a description; None where the name is none.

    >>> _described("US stock markets"), _described("fishermen worldwide"), _described("US Dollar")
    (('United States', 'stock markets'), None, None)
    """
    lowered = name.casefold()
    for words in _WORLDWIDE_AFTER:
        if lowered.endswith(f" {words}"):
            return _things("", name[: -len(words) - 1])
    for words in _WORLDWIDE_BEFORE:
        if lowered.startswith(f"{words} "):
            return _things("", name[len(words) + 1 :])
    country, rest = _split_country(name)
    return _things(country, rest) if country else None


def _things(country: str, words: str) -> tuple[str, str] | None:
    """Both, where the words are a plural in lower case."""
    is_plural = words.endswith("s") and not words.endswith("ss")
    return (country, words) if is_plural and (words.islower() or not country) else None


def _split_country(name: str) -> tuple[str, str]:
    """The usual name of the country that the name begins with, and the words behind it; two empty ones without."""
    words = name.split()
    for length in range(min(_MAX_COUNTRY_WORDS, len(words) - 1), 0, -1):
        first = " ".join(words[:length])
        country = places().by_name.get(first) or places().by_adjective.get(first)
        if country or first in places().known:
            return country or first, " ".join(words[length:])
    return "", ""


def _scoped(things: str, country: str) -> Iterator[str]:
    """The things with the country, or with words for the whole world, before and behind them."""
    if not country:
        yield from (f"{words} {things}" for words in _WORLDWIDE_BEFORE)
        yield from (f"{things} {words}" for words in _WORLDWIDE_AFTER)
        return
    for name in _names(country):
        yield f"{name} {things}"
        yield f"{name}'s {things}"
        yield from (f"{things} in {article}{name}" for article in _ARTICLES)
    yield from (f"{adjective} {things}" for adjective, place in places().by_adjective.items() if place == country)


def _names(country: str) -> Iterator[str]:
    """The names of a country: the usual one first; none of no country."""
    if country:
        yield country
        yield from (name for name, usual in places().by_name.items() if usual == country)
