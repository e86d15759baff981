"""The form of a name under which articles meet: one for all spellings of a country, and no legal forms."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from dossier.text.names import clean, is_body, normal, tokens, without_legal_form
from dossier.text.place_names import places
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.resolve.actors", "actor_name_words.toml")

_SPELLINGS = {
    "organisation": "organization",
    "organisations": "organization",
    "organizations": "organization",
    "centre": "center",
    "centres": "center",
    "centers": "center",
    "defence": "defense",
    "labour": "labor",
    "programme": "program",
}
_ONE_STATE = {"britain": "united kingdom"}
CAPITAL = "washington dc"
"""The canonical name of the federal district, whose name has two parts that a recogniser may take for two."""
_CAPITALS = {"dc": CAPITAL, "washington dc": CAPITAL, "washington, dc": CAPITAL, "district of columbia": CAPITAL}
_DATELINE = re.compile(r"^([^\W\d_]{2,}(?:[ -][^\W\d_]{2,})*), \S.*$")
_STATE = re.compile(r"^(?:[A-Z]\w+ )?(?:Republic|Kingdom|Sultanate|Commonwealth|Principality) of (?:the )?(?!China)")
PARTISANS = _WORDS["partisans"]
"""What the people of a party are called (folded): of many countries."""
_GENERIC = PARTISANS | _WORDS["generic_more"]


@lru_cache(maxsize=65536)
def canonical(name: str, is_person: bool = False) -> str:
    """The name folded, with one form of each country: "U.S. Senate", "the US Senate" and "American Senate" are one.

    >>> canonical("U.S. Senate"), canonical("Iraq's security forces") == canonical("Iraqi security forces")
    ('united states senate', True)
    >>> canonical("LIMASSOL, Cyprus"), canonical("Americans"), canonical("Ada Brandt", True)
    ('limassol', 'american', 'ada brandt')
    """
    if is_person:
        return normal(name)
    dateline = _DATELINE.match(name)
    if dateline and dateline[1].isupper():
        name = dateline[1]
    whole = _country_names().get(clean(name)) or _country_names().get(_STATE.sub("", clean(name)))
    if whole:
        return whole
    head, of, tail = with_countries(clean(name)).partition(" of ")
    state = _country_names().get(clean(tail)) or (tail if tail in _country_names().values() else None)
    if state and is_generic(tokens(head)):
        head, of, tail = f"{state} {head}", "", ""
    words = [_SPELLINGS.get(word, word) for word in (*without_legal_form(tokens(head)), *tokens(of + tail))]
    folded = " ".join(_singular(words))
    return _CAPITALS.get(folded, folded)


@lru_cache(maxsize=65536)
def country(name: str) -> str | None:
    """The country that the name, or what its people are called, stands for.

    >>> country("U.S."), country("United Kingdom"), country("Iraqis"), country("Orlov")
    ('united states', 'united kingdom', 'iraq', None)
    """
    named = clean(name)
    return _country_names().get(named) or _adjectives().get(named) or _adjectives().get(named.removesuffix("s"))


def is_generic(words: Sequence[str]) -> bool:
    """Whether bodies of many countries are called by these words (folded): "senate", "ministry of health"."""
    return bool(words) and all(word in _GENERIC or is_body(word) for word in words)


def with_countries(name: str) -> str:
    """The name, or a whole text, with the country for each adjective or short form of it; one word stays as it is."""
    words = name.split()
    if len(words) == 1:
        return name
    known = _all_forms()
    result: list[str] = []
    n = 0
    while n < len(words):
        for length in (3, 2, 1):
            part = " ".join(words[n : n + length])
            found = known.get(part) or known.get(re.sub(r"['’]s?$", "", part))
            if found and length < len(words):
                result.append(found)
                n += length
                break
        else:
            result.append(words[n])
            n += 1
    return " ".join(result)


def _singular(words: list[str]) -> list[str]:
    """One people by one name, in the singular: "Americans", "American"; longer names as they are."""
    if len(words) == 1 and len(words[0]) > 4 and words[0].endswith("s") and words[0][:-1] in _peoples():
        return [words[0][:-1]]
    return words


@cache
def _country_names() -> dict[str, str]:
    known = places()
    named = {name: _folded(place) for name, place in known.by_name.items()}
    return named | {name: _folded(name) for name in {*known.known, *known.by_name.values()} if name not in named}


@cache
def _adjectives() -> dict[str, str]:
    return {adjective: _folded(place) for adjective, place in places().by_adjective.items()}


@cache
def _all_forms() -> dict[str, str]:
    return _country_names() | _adjectives()


@cache
def _peoples() -> frozenset[str]:
    named = {" ".join(tokens(adjective)) for adjective in places().by_adjective}
    return frozenset(
        named
        | PARTISANS
        | {"muslim", "christian", "jew", "hindu", "buddhist", "sikh", "catholic", "protestant", "islamist"}
    )


def _folded(place: str) -> str:
    folded = " ".join(tokens(place))
    return _ONE_STATE.get(folded, folded)
