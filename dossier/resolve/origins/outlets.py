"""One newspaper, one agency under its names: in full, by its initials, by the host of its pages."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from dossier.text import names

_KIND = re.compile(r" (?:(?:news )?agency|news|newspaper|magazine)$")

_MANY = 50


class Outlets:
    """The outlets of a case: ``key`` gives one word for all names of one outlet."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._keys: dict[str, str] = {}
        self._by_word: dict[str, list[str]] = {}
        self._by_initials: dict[str, list[tuple[str, str]]] = {}
        for name in sorted(set(known)):
            key = _plain(name)
            if key and key not in self._keys:
                self._keys[key] = key
                for letters in set(names.initials(name)):
                    self._by_initials.setdefault(letters, []).append((key, name))
                for word in set(key.split()):
                    self._by_word.setdefault(word, []).append(key)
        self._known = frozenset(self._keys)

    def knows(self, name: str) -> bool:
        """Whether the case has an outlet of that name."""
        return self.key(name) in self._known

    def key(self, name: str) -> str:
        """The normal name; of initials, and of words that only one outlet has in its name, that outlet's.

        >>> outlets = Outlets(["The Orlov Evening Times", "United Orlov Press"])
        >>> outlets.key("Orlov Evening Times"), outlets.key("UOP"), outlets.key("the Evening Times")
        ('orlov evening times', 'united orlov press', 'orlov evening times')
        """
        found = self._keys.get(name)
        if found is None:
            found = self._keys[name] = self._find(name)
        return found

    def _find(self, name: str) -> str:
        normal = _plain(name)
        if not normal or normal in self._known:
            return normal
        clean, words = names.clean(name), normal.split()
        letters = clean.replace(".", "").casefold()
        full = {key for key, full in self._by_initials.get(letters, ()) if names.is_acronym_of(clean, full)}
        if len(words) > 1:
            full |= {key for key in self._sharing(words) if names.is_short_for(normal, key)}
        return full.pop() if len(full) == 1 else normal

    def _sharing(self, words: Iterable[str]) -> list[str]:
        """The outlets that share the rarest of the words; none where many do, for then the words mean no one."""
        rarest = min((self._by_word.get(word, []) for word in words), key=len)
        return rarest if len(rarest) <= _MANY else []


def _plain(name: str) -> str:
    """The normal name without what only says that it is an outlet's.

    >>> _plain("Orlov Press news agency"), _plain("BBC News"), _plain("Orlov News")
    ('orlov press', 'bbc', 'orlov news')
    """
    normal = names.normal(name)
    bare = _KIND.sub("", normal)
    if names.is_outlet(bare):
        return bare.removesuffix(" news")
    return bare if " " in bare and not normal.endswith(" news") else normal


def host(url: str | None) -> str:
    """The host of a web address without "www.", empty where there is none.

    >>> host("https://www.orlov-times.example/a/b")
    'orlov-times.example'
    """
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
