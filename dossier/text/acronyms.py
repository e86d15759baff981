"""Acronyms: whether letters stand for a name."""

from collections.abc import Iterator
from functools import lru_cache

from dossier.text.names import CACHED_NAMES, JOINING_WORDS, clean, tokens, without_legal_form
from dossier.text.word_lists import word_lists

_COUNTRY_LETTERS = word_lists("dossier.text", "name_words.toml")["country_letters"]
_MIN_INNER_CAPITALS = 3
"""Capitals within one word that make an acronym: "GSK" for GlaxoSmithKline. Set by hand."""
_MIN_ACRONYM_LETTERS, _MAX_ACRONYM_LETTERS = 2, 8
"""Letters of an acronym, full stops not counted. Set by hand; no measurement is recorded."""
_LETTERS_WITHOUT_FIELD = 3
"""Letters of an acronym, at least, that leaves out the last field of a name: two fit too many. Set by hand."""


@lru_cache(maxsize=CACHED_NAMES)
def is_acronym_of(short: str, full: str) -> bool:
    """Whether ``short``, all in capitals, consists of the initials of ``full``, with or without its small words.

    A long name may have been given a second field later, and a country may stand before it.

    >>> is_acronym_of("ISIS", "Islamic State of Iraq and Syria")
    True
    >>> is_acronym_of("CFC", "U.S. Centers for Flood Control and Drainage")
    True
    >>> is_acronym_of("HMK", "HadleyMarineKraft Plc"), is_acronym_of("HM", "HadleyMarine")
    (True, False)
    """
    letters = short.replace(".", "").casefold()
    if not (_MIN_ACRONYM_LETTERS <= len(letters) <= _MAX_ACRONYM_LETTERS and short.replace(".", "").isupper()):
        return False
    if letters == inner_capitals(full):
        return True
    return letters in initials(full) or any(
        letters in initials(name) for name in _without_additions(full, len(letters))
    )


def _without_additions(full: str, least: int) -> Iterator[str]:
    """The name without a country in short before it, and without a last field; what is left has ``least`` words."""
    words = clean(full).split()
    own = words[1:] if len(words) > least and _is_short_country(words[0]) else words
    yield " ".join(own)
    for n, word in enumerate(own):
        if word in JOINING_WORDS and n >= least >= _LETTERS_WITHOUT_FIELD:
            yield " ".join(own[:n])


def _is_short_country(word: str) -> bool:
    return word.isupper() and word.replace(".", "").lower() in _COUNTRY_LETTERS


def initials(name: str) -> tuple[str, str]:
    """The first letters (in lower case) of all words of the name, and of those with a capital.

    >>> initials("Bank of Varna")
    ('bov', 'bv')
    """
    words = clean(name).replace("-", " ").split()
    capitals = (word[0] for word in words if word[0].isupper())
    return "".join(word[0] for word in words).casefold(), "".join(capitals).casefold()


def inner_capitals(full: str) -> str:
    """The capitals (in lower case) of a firm's name that is several words in one, at least three; else empty.

    >>> inner_capitals("HadleyMarineKraft Plc"), inner_capitals("HadleyMarine")
    ('hmk', '')
    """
    word, *others = clean(full).split() or [""]
    capitals = "".join(letter for letter in word if letter.isupper())
    is_plain = word.isalpha() and not word.isupper() and len(without_legal_form(["", *tokens(" ".join(others))])) == 1
    is_one = is_plain and len(capitals) >= _MIN_INNER_CAPITALS
    return capitals.casefold() if is_one else ""


def is_in_capitals(word: str) -> bool:
    """Whether a word of a name is one of capitals, and no initials or number of a person: not "J.R." and "III".

    >>> is_in_capitals("CEO"), is_in_capitals("J.R."), is_in_capitals("III")
    (True, False, False)
    """
    return len(word) > 1 and word.isalpha() and word.isupper() and not set("IVX").issuperset(word)
