"""Canonical names, by which names of different articles are compared: one form of each country, and no legal forms."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from dossier.text.names import clean, is_body, normal, tokens, without_legal_form
from dossier.text.place_names import places
from dossier.text.well_known_bodies import FULL_NAMES, without_index_noun
from dossier.text.word_lists import word_lists, word_tables

_WORDS = word_lists("dossier.resolve.actors", "actor_name_words.toml")
_TABLES = word_tables("dossier.resolve.actors", "actor_name_words.toml")

_SPELLINGS = _TABLES["spellings"]
_NAMES_OF_ONE_STATE = _TABLES["names_of_one_state"]
_UNITED_NATIONS = (("united", "nations"), ("un",))
_SHORT_STATES = _TABLES["short_states"]
_NAMES_OF_CAPITAL = _TABLES["federal_district"]
CAPITAL = _NAMES_OF_CAPITAL["dc"]
"""The canonical name of the federal district of the United States."""
PARTISANS = _WORDS["partisans"]
"""What members of a party are called, folded and in the singular."""
_SMALL_WORDS = _WORDS["small_words"]
_PUBLIC_BODY_WORDS = PARTISANS | _WORDS["public_body_words"]
# The place in capitals with its country, as in a dateline: "LIMASSOL, Cyprus".
_DATELINE = re.compile(r"^([^\W\d_]{2,}(?:[ -][^\W\d_]{2,})*), \S.*$")
_FORM_OF_STATE = re.compile(rf"^(?:[A-Z]\w+ )?(?:{'|'.join(sorted(_WORDS['forms_of_state']))}) of (?:the )?(?!China)")
COUNTRY_NAME_LENGTHS = (3, 2, 1)
"""Numbers of words that a country's name may have, the longest first; set by hand for the names in places.toml."""
_LONGEST_WORD_WITHOUT_PLURAL = 4
"""Letters up to which a word in "s" is taken for no plural; set by hand, no measurement is recorded."""


@lru_cache(maxsize=65536)
def canonical_name(name: str, is_person: bool = False) -> str:
    """The name folded, with one form of each country: "U.S. Senate", "the US Senate" and "American Senate" are one.

    It also has one spelling of some words, no legal form ("Ltd"), and a people in the singular. The name of a person is
    only folded.

    >>> canonical_name("U.S. Senate"), canonical_name("Iraq's army") == canonical_name("Iraqi army")
    ('united states senate', True)
    >>> canonical_name("LIMASSOL, Cyprus"), canonical_name("Americans"), canonical_name("Ada Brandt", True)
    ('limassol', 'american', 'ada brandt')
    >>> canonical_name("Mo."), canonical_name("N.Y."), canonical_name("Missouri")
    ('missouri', 'new york', 'missouri')
    """
    if is_person:
        return normal(name)
    dateline = _DATELINE.match(name)
    if dateline and dateline[1].isupper():
        name = dateline[1]
    country = _country_names().get(clean(name)) or _country_names().get(_FORM_OF_STATE.sub("", clean(name)))
    if country := country or _short_state(name):
        return country
    head, of, tail = with_country_names(_without_legal_form(clean(name))).partition(" of ")
    state = _country_names().get(clean(tail)) or (tail if tail in _country_names().values() else None)
    if state and is_generic(tokens(head)):
        head, of, tail = f"{state} {head}", "", ""
    words = [_SPELLINGS.get(word, word) for word in (*without_legal_form(tokens(head)), *tokens(of + tail))]
    folded = _usual_name(words)
    return _NAMES_OF_CAPITAL.get(folded, folded)


def is_short_state(name: str) -> bool:
    """Whether the name is the short form of a state or province: "Mo.", "Ont."."""
    return _short_state(name) is not None


def _short_state(name: str) -> str | None:
    return _SHORT_STATES.get(clean(name).removesuffix("."))


@lru_cache(maxsize=65536)
def named_country(name: str) -> str | None:
    """The country that the name means: by its name, its adjective, or the name of its people; None where it means none.

    >>> named_country("U.S."), named_country("United Kingdom"), named_country("Iraqis"), named_country("Orlov")
    ('united states', 'united kingdom', 'iraq', None)
    """
    text = clean(name)
    return _country_names().get(text) or _adjectives().get(text) or _adjectives().get(text.removesuffix("s"))


@lru_cache(maxsize=65536)
def split_country(key: str) -> tuple[str | None, str]:
    """The country that a canonical name begins with, and the words behind it; None and the name without one.

    >>> split_country("united states senate"), split_country("orlov port authority")
    (('united states', 'senate'), (None, 'orlov port authority'))
    """
    words = key.split()
    for length in COUNTRY_NAME_LENGTHS:
        country = named_country(" ".join(words[:length]).title()) if length < len(words) else None
        if country:
            return country, " ".join(words[length:])
    return None, key


def is_generic(words: Sequence[str]) -> bool:
    """Whether every country may have a body of this name (words folded): "senate", "ministry of health"."""
    return bool(words) and all(word in _PUBLIC_BODY_WORDS or is_body(word) for word in words)


def sorted_content_words(key: str) -> tuple[str, ...]:
    """The words of the name but for small ones, sorted: the same for "ministry of health" and "health ministry"."""
    return tuple(sorted(word for word in key.split() if word not in _SMALL_WORDS))


@lru_cache(maxsize=65536)
def is_people(name: str) -> bool:
    """Whether the name is the plural of a nationality, of the members of a party or of a faith.

    >>> is_people("Iraqis"), is_people("Democrats"), is_people("French"), is_people("Ada Brandts")
    (True, True, False, False)
    """
    words = tokens(clean(name))
    return len(words) == 1 and _singular(words) != words


def with_country_names(name: str) -> str:
    """The name, or a whole text, with each short form or adjective of a country replaced by the country's name.

    A text that is nothing but a country's name stays as it is.
    """
    words = name.split()
    if len(words) == 1:
        return name
    known = _all_forms()
    result: list[str] = []
    n = 0
    while n < len(words):
        for length in COUNTRY_NAME_LENGTHS:
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


def _without_legal_form(name: str) -> str:
    """A name with "of" without the legal form at its end: "Bank of Orlov Ltd"; other names as they are."""
    words = name.split()
    kept = without_legal_form([" ".join(tokens(word)) for word in words])
    return " ".join(words[: len(kept)]) if " of " in name else name


def _usual_name(words: list[str]) -> str:
    """The name by which a body or index of these words (folded) is compared, if everybody knows it by several."""
    spelled = " ".join(words)
    known = FULL_NAMES.get(spelled)
    plain = " ".join(_without_union(_singular(without_index_noun(words))))
    return known or FULL_NAMES.get(plain, plain)


def _without_union(words: list[str]) -> list[str]:
    """The words of a body's name without "United Nations" before them, where the rest is a name of its own."""
    size = next((len(name) for name in _UNITED_NATIONS if tuple(words[: len(name)]) == name), 0)
    return words[size:] if len(words) > size + 1 and not is_generic(words[size:]) else words


def _singular(words: list[str]) -> list[str]:
    """A people's name of one word in the singular ("Americans", "American"); longer names as they are."""
    if len(words) == 1 and len(words[0]) > _LONGEST_WORD_WITHOUT_PLURAL and words[0].endswith("s"):
        singular = words[0][:-1]
        return [singular] if singular in _peoples() else words
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
    nationalities = frozenset(" ".join(tokens(adjective)) for adjective in places().by_adjective)
    return nationalities | PARTISANS | _WORDS["faith_communities"]


def _folded(place: str) -> str:
    folded = " ".join(tokens(place))
    return _NAMES_OF_ONE_STATE.get(folded, folded)
