"""What all articles together tell: who is named beside whom, and how common a name is."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from math import log2

from dossier.model import Kind
from dossier.resolve.actors.body_names import letters
from dossier.resolve.actors.canonical_names import country
from dossier.resolve.actors.chain_groups import Group
from dossier.resolve.actors.profiles import Profile
from dossier.text.diminutives import is_common_given_name
from dossier.text.person_names import name_parts
from dossier.text.surnames import COMMON_SURNAMES

_UNSEEN = 30
_READ = 40
_SHARED = 0.5
_TRIES = 10
"""Names beside the one with fewer of them that count as one try more: among many, some are shared by chance."""
_COUNTED = 3
_MOST = 6.0
_AT_HOME, _ABROAD, _ANYBODY = 0.5, 2.0, 1.0
_BEARERS = 5


class Corpus:
    """The names in each article (canonical), in how many articles each is, and who bears a given name or surname.

    As if it had thirty articles more: what two of three articles share need not be rare in the world. Whoever printed
    an article is nobody's company.
    """

    def __init__(self, profiles: Sequence[Profile]) -> None:
        full = _expansions(profiles)
        named: dict[str, set[str]] = {}
        roles: Counter[str] = Counter()
        described: set[tuple[str, str]] = set()
        people: set[tuple[str, ...]] = set()
        for profile in profiles:
            named.setdefault(profile.article, set())
            if profile.is_outlet:
                continue
            named.setdefault(profile.article, set()).add(full.get(profile.key, profile.key))
            for role in profile.roles:
                if (role, profile.key) not in described:
                    described.add((role, profile.key))
                    roles[role] += 1
            if profile.chain.kind is Kind.PERSON:
                people.add(name_parts(profile.key))
        used = Counter((profile.key, profile.chain.name) for profile in profiles)
        self._printed = {key: name for _, key, name in sorted((count, *pair) for pair, count in used.items())}
        self._named = {article: frozenset(names) for article, names in named.items()}
        self._spread = Counter(name for names in named.values() for name in names)
        self._roles = roles
        self._described = len({key for _, key in described})
        self._given = Counter(names[0] for names in people if len(names) > 1)
        self._surnames = Counter(names[-1] for names in people if len(names) > 1)
        self._size = len(named) + _UNSEEN
        self._countries = frozenset(name for name in self._spread if country(name.title()))
        self._last: tuple[Group | None, frozenset[str]] = (None, frozenset())

    def rare(self, article: str, share: float) -> Sequence[str]:
        """The names in the article that at most this share of all articles has, sorted."""
        return sorted(name for name in self._named[article] if self._spread[name] <= share * self._size)

    def beside(self, group: Group, without: frozenset[str]) -> frozenset[str]:
        """The names in the group's articles, but not in those of ``without``; of the first forty articles."""
        articles = sorted(group.articles - without)[:_READ]
        return frozenset[str]().union(*(self._named[article] for article in articles))

    def shared(self, left: Group, right: Group) -> tuple[float, Sequence[str]]:
        """The bits that the names beside both are worth, and those names, the most telling first."""
        both = left.articles & right.articles
        sides = self._beside_once(left, both), self.beside(right, both)
        names = sides[0] & sides[1]
        few = max(1, min(len(left.articles), len(right.articles))) * max(1, min(map(len, sides)) // _TRIES)
        own = {*left.words, *right.words}
        homes = {*left.homes, *right.homes}
        worth = [(self._worth(name, few, homes), name) for name in names if own.isdisjoint(name.split())]
        best = sorted((pair for pair in worth if pair[0] > 0), key=lambda pair: (-pair[0], pair[1]))[:_COUNTED]
        bits = sum(bits / n for n, (bits, _) in enumerate(best, 1))
        return min(_MOST, bits), [self._printed[name] for _, name in best]

    def _beside_once(self, group: Group, without: frozenset[str]) -> frozenset[str]:
        """The same as ``beside``, kept until another group is asked about: pairs come sorted by their left group."""
        if without:
            return self.beside(group, without)
        if self._last[0] is not group:
            self._last = group, self.beside(group, without)
        return self._last[1]

    def role_worth(self, roles: Iterable[str]) -> tuple[float, Sequence[str]]:
        """The bits that sharing these words of descriptions is worth, and the two most telling."""
        worth = [(log2(_SHARED * (self._described + _UNSEEN) / self._roles[role]), role) for role in roles]
        best = sorted((pair for pair in worth if pair[0] > 0), key=lambda pair: (-pair[0], pair[1]))[:2]
        return sum(bits / n for n, (bits, _) in enumerate(best, 1)), [role for _, role in best]

    def is_common(self, names: Sequence[str]) -> tuple[bool, bool]:
        """Whether the given name is one that many have, and whether the surname is."""
        given, surname = names[0], names[-1]
        return (
            is_common_given_name(given) or self._given[given] >= _BEARERS,
            surname in COMMON_SURNAMES or self._surnames[surname] >= _BEARERS,
        )

    def _worth(self, name: str, few: int, homes: Collection[str]) -> float:
        """The bits of one name; a country tells the more where the articles are of others (``homes``)."""
        chance = min(1.0, few * self._spread[name] / self._size)
        bits = log2(_SHARED / chance)
        if name in self._countries:
            return min(_AT_HOME if name in homes else _ABROAD, bits)
        return max(_ANYBODY, bits)


def _expansions(profiles: Sequence[Profile]) -> dict[str, str]:
    """For each acronym that articles give to one name alone, that name."""
    names: dict[str, set[str]] = {}
    for profile in profiles:
        for said in profile.stated:
            if letters(said.text):
                names.setdefault(said.key, set()).add(profile.key)
    return {acronym: found.pop() for acronym, found in names.items() if len(found) == 1}
