"""The names of outlets (newspapers, agencies, broadcasters): one key for all names of one outlet."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from dossier.text import acronyms, names
from dossier.text.word_lists import word_lists

_OUTLET_NOUNS = "|".join(sorted(word_lists("dossier.resolve.origins", "origin_words.toml")["outlet_nouns"]))
_OUTLET_NOUN = re.compile(rf" (?:news agency|{_OUTLET_NOUNS})$")
_MAX_OUTLETS_OF_WORD = 50
"""Most outlets with one word of which a name with it may be a part. Set by hand: bounds the cost."""


class Outlets:
    """The outlets of a case. ``known`` are their full names."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._keys: dict[str, str] = {}
        self._by_word: dict[str, list[str]] = {}
        self._by_initials: dict[str, list[tuple[str, str]]] = {}
        for name in sorted(set(known)):
            key = _normal_name(name)
            if key and key not in self._keys:
                self._keys[key] = key
                for letters in set(acronyms.initials(name)):
                    self._by_initials.setdefault(letters, []).append((key, name))
                for word in set(key.split()):
                    self._by_word.setdefault(word, []).append(key)
        self._known = frozenset(self._keys)

    def knows(self, name: str) -> bool:
        """Whether the case has an outlet of that name."""
        return self.key(name) in self._known

    def key(self, name: str) -> str:
        """The key of the outlet that the name means.

        It is the normal form of the name. Initials of one known outlet only have the key of that outlet, and so has a
        part of its name, of two words or more.

        >>> outlets = Outlets(["The Orlov Evening Times", "United Orlov Press"])
        >>> outlets.key("Orlov Evening Times"), outlets.key("UOP"), outlets.key("the Evening Times")
        ('orlov evening times', 'united orlov press', 'orlov evening times')
        """
        found = self._keys.get(name)
        if found is None:
            found = self._keys[name] = self._find(name)
        return found

    def _find(self, name: str) -> str:
        normal = _normal_name(name)
        if not normal or normal in self._known:
            return normal
        clean, words = names.clean(name), normal.split()
        letters = clean.replace(".", "").casefold()
        full = {key for key, full in self._by_initials.get(letters, ()) if acronyms.is_acronym_of(clean, full)}
        if len(words) > 1:
            full |= {key for key in self._outlets_sharing(words) if names.is_short_for(normal, key)}
        return full.pop() if len(full) == 1 else normal

    def _outlets_sharing(self, words: Iterable[str]) -> list[str]:
        """The outlets whose names have the rarest of the words; none where too many have it."""
        rarest = min((self._by_word.get(word, []) for word in words), key=len)
        return rarest if len(rarest) <= _MAX_OUTLETS_OF_WORD else []


def _normal_name(name: str) -> str:
    """The normal name without a word at its end that only says what kind of outlet it is.

    The word stays where a single other word is left that is no outlet's name. "News" stays wherever no such name is
    left.

    >>> _normal_name("Orlov Press news agency"), _normal_name("BBC News"), _normal_name("Orlov News")
    ('orlov press', 'bbc', 'orlov news')
    """
    normal = names.normal(name)
    bare = _OUTLET_NOUN.sub("", normal)
    if names.is_outlet(bare):
        return bare.removesuffix(" news")
    return bare if " " in bare and not normal.endswith(" news") else normal


def host_of(url: str | None) -> str:
    """The host of a web address without "www."; empty where the address has none, or is none.

    >>> host_of("https://www.orlov-times.example/a/b")
    'orlov-times.example'
    """
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
