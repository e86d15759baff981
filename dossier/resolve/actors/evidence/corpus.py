"""Statistics over all articles: which names appear in which, and how many people have a given name or surname."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from math import log2
from typing import NamedTuple

from dossier.model import Kind
from dossier.resolve.actors.evidence.body_names import acronym_letters
from dossier.resolve.actors.traits.canonical_names import named_country, split_country
from dossier.resolve.actors.traits.chain_groups import ChainGroup
from dossier.resolve.actors.traits.profiles import Profile
from dossier.text.diminutives import is_common_given_name
from dossier.text.person_names import generation, name_parts
from dossier.text.surnames import COMMON_SURNAMES
from dossier.text.weights import weight_table

_WEIGHTS = weight_table("dossier.resolve.actors", "actor_weights.toml")
_UNSEEN_ARTICLES = _WEIGHTS.count("unseen_articles", "articles")
_MAX_ARTICLES_READ = _WEIGHTS.count("articles_read_for_company", "articles")
_SHARED_BY_ONE = _WEIGHTS.share("shared_by_one")
_NAMES_PER_TRY = _WEIGHTS.count("names_beside_per_try", "names")
_NAMES_COUNTED = _WEIGHTS.count("names_counted", "names")
_ROLES_COUNTED = _WEIGHTS.count("roles_counted", "words")
_MAX_FOR_COMPANY = _WEIGHTS.bits("company_at_most")
_MAX_FOR_HOME_COUNTRY = _WEIGHTS.bits("home_country_at_most")
_MAX_FOR_FOREIGN_COUNTRY = _WEIGHTS.bits("foreign_country_at_most")
_MIN_FOR_SHARED_NAME = _WEIGHTS.bits("shared_name_at_least")
_SHARE_OF_MAIN_COUNTRY = _WEIGHTS.share("main_country_of_body")
_MIN_ARTICLES_OF_MAIN_COUNTRY = _WEIGHTS.count("main_country_in_articles", "articles")
_BEARERS_OF_COMMON_NAME = _WEIGHTS.count("bearers_of_common_name", "people")


class NamedAlike(NamedTuple):
    """Who is named alike in some ``articles``, each with whether the name is that of the outlet that printed it.

    ``key`` is the canonical name, ``name`` that which is printed; ``acronyms`` are those that are stated as an alias.
    The rest is as in a profile.
    """

    key: str
    name: str
    kind: Kind
    articles: Sequence[tuple[str, bool]]
    roles: Collection[str] = ()
    is_personal: bool = False
    acronyms: Collection[str] = ()


class Corpus:
    """Counts of the case: articles by the names in them, names by role words, and people by given name and surname.

    Frequencies are reckoned as if there were thirty more articles (``unseen_articles``): a name that two of three
    articles have need not be common in the world. The outlet that printed an article counts as nobody's company.
    """

    def __init__(self, actors: Iterable[NamedAlike]) -> None:
        """The actors are gone through once, and need not be held."""
        met = _NamesMet()
        for one in actors:
            met.add(one)
        full_names = {acronym: found.pop() for acronym, found in met.acronyms.items() if len(found) == 1}
        company = frozenset[str]().union(*met.named.values())
        people = set(map(name_parts, met.people))
        self._main_countries = _main_countries(met.named)
        self._named = {
            article: frozenset(names)
            if full_names.keys().isdisjoint(names)
            else frozenset(full_names.get(name, name) for name in names)
            for article, names in met.named.items()
        }
        self._printed = {key: name for _, key, name in sorted((count, *pair) for pair, count in met.used.items())}
        self._articles_with = Counter(name for names in self._named.values() for name in names)
        self._described_by = Counter(role for role, _ in met.described)
        self._described = len({key for _, key in met.described})
        self._given_names = Counter(names[0] for names in people if len(names) > 1)
        self._surnames = Counter(names[-1] for names in people if len(names) > 1)
        self._surnames_of_people = frozenset(name_parts(key)[-1] for key in met.personal if " " in key)
        self._younger = frozenset(name_parts(key) for key in company if generation(key) not in ("", "sr"))
        self._size = len(self._named) + _UNSEEN_ARTICLES
        self._last: tuple[ChainGroup | None, frozenset[str]] = (None, frozenset())

    @classmethod
    def of(cls, profiles: Iterable[Profile]) -> "Corpus":
        """That of the profiles of a case."""
        return cls(map(_named_in_article, profiles))

    def rare_names(self, article: str, share: float) -> Sequence[str]:
        """The names in the article that at most this share of all articles has, the unseen ones included; sorted."""
        return sorted(name for name in self._named[article] if self._articles_with[name] <= share * self._size)

    def names_beside(self, group: ChainGroup, without: frozenset[str]) -> frozenset[str]:
        """The names in the first forty of the group's articles that are not in ``without``; its own name too."""
        articles = sorted(group.articles - without)[:_MAX_ARTICLES_READ]
        return frozenset[str]().union(*(self._named[article] for article in articles))

    def shared_company(self, left: ChainGroup, right: ChainGroup) -> tuple[float, Sequence[str]]:
        """The bits for the names that appear with both groups, and those names as they are printed, the best first.

        Articles that have both groups do not count, nor do names that share a word with a group's own. The best name
        counts in full, the second half, the third a third.
        """
        both = left.articles & right.articles
        sides = self._names_beside_cached(left, both), self.names_beside(right, both)
        names = sides[0] & sides[1]
        # Two groups in many articles beside many names share one by chance more easily.
        tries = max(1, min(len(left.articles), len(right.articles)))
        tries *= max(1, min(map(len, sides)) // _NAMES_PER_TRY)
        own_words = {*left.words, *right.words}
        countries = {*left.countries, *right.countries}
        weighed = [
            (self._name_bits(name, tries, countries), name) for name in names if own_words.isdisjoint(name.split())
        ]
        bits, best = _harmonic_sum(weighed, _NAMES_COUNTED)
        return min(_MAX_FOR_COMPANY, bits), [self._printed[name] for name in best]

    def shared_roles(self, roles: Iterable[str]) -> tuple[float, Sequence[str]]:
        """The bits for two groups that are both described by these words, and the best of the words, at most two."""
        described = _SHARED_BY_ONE * (self._described + _UNSEEN_ARTICLES)
        return _harmonic_sum([(log2(described / self._described_by[role]), role) for role in roles], _ROLES_COUNTED)

    def are_common(self, names: Sequence[str]) -> tuple[bool, bool]:
        """Whether many people have the given name (the first of ``names``), and whether many have the surname."""
        given, surname = names[0], names[-1]
        return (
            is_common_given_name(given) or self._given_names[given] >= _BEARERS_OF_COMMON_NAME,
            surname in COMMON_SURNAMES or self._surnames[surname] >= _BEARERS_OF_COMMON_NAME,
        )

    def main_country(self, body: str) -> str | None:
        """The country whose body of this name nearly all articles mean that name a country's; None where none is."""
        return self._main_countries.get(body)

    def others_with(self, word: str, name: str, article: str) -> bool:
        """Whether a name in the article has the word, but is neither it nor one that begins with ``name``."""
        named = (other for other in self._named[article] if word in other.split())
        return any(other != word and not f"{other} ".startswith(f"{name} ") for other in named)

    def is_surname(self, key: str) -> bool:
        """Whether the word is the surname of a person of a full name, of whom an article speaks as of people."""
        return key in self._surnames_of_people

    def has_younger(self, names: Sequence[str]) -> bool:
        """Whether somebody of these names has the suffix of a younger generation: "Peter Brandt Jr."."""
        return tuple(names) in self._younger

    def _names_beside_cached(self, group: ChainGroup, without: frozenset[str]) -> frozenset[str]:
        """``names_beside``, kept until another group is asked about: pairs come sorted by their left group."""
        if without:
            return self.names_beside(group, without)
        if self._last[0] is not group:
            self._last = group, self.names_beside(group, without)
        return self._last[1]

    def _name_bits(self, name: str, tries: int, countries: Collection[str]) -> float:
        """The bits for one shared name: how much likelier one actor shares it than two do by chance in so many tries.

        A country is worth more where the articles are not about it; ``countries`` are those that they are about.
        """
        chance = min(1.0, tries * self._articles_with[name] / self._size)
        bits = log2(_SHARED_BY_ONE / chance)
        if named_country(name.title()):
            return min(_MAX_FOR_HOME_COUNTRY if name in countries else _MAX_FOR_FOREIGN_COUNTRY, bits)
        return max(_MIN_FOR_SHARED_NAME, bits)


def _harmonic_sum(weighed: Iterable[tuple[float, str]], count: int) -> tuple[float, list[str]]:
    """The ``count`` words with the most bits above 0, and the sum of their bits: each divided by its rank."""
    best = sorted((pair for pair in weighed if pair[0] > 0), key=lambda pair: (-pair[0], pair[1]))[:count]
    return sum(bits / rank for rank, (bits, _) in enumerate(best, 1)), [word for _, word in best]


def _main_countries(named: Mapping[str, Set[str]]) -> dict[str, str]:
    """For each name of a body without its country the one country that nearly all articles mean by it."""
    names = frozenset[str]().union(*named.values())
    of_country = {key: (country, body) for key in names for country, body in [split_country(key)] if country}
    articles: dict[str, Counter[str]] = {}
    for keys in named.values():
        for country, body in {of_country[key] for key in of_country.keys() & keys}:
            articles.setdefault(body, Counter())[country] += 1
    best = {body: counts.most_common(1)[0] for body, counts in articles.items()}
    return {
        body: country
        for body, (country, count) in best.items()
        if count >= _MIN_ARTICLES_OF_MAIN_COUNTRY and count >= _SHARE_OF_MAIN_COUNTRY * articles[body].total()
    }


def _named_in_article(profile: Profile) -> NamedAlike:
    return NamedAlike(
        key=profile.key,
        name=profile.chain.name,
        kind=profile.chain.kind,
        articles=((profile.article, profile.is_outlet),),
        roles=profile.roles,
        is_personal=profile.is_personal,
        acronyms=[alias.key for alias in profile.stated_aliases if acronym_letters(alias.text)],
    )


class _NamesMet:
    """What is said of all who are named in a case, by canonical names: who is in an article, described, a person.

    ``acronyms`` are those that articles state as an alias, with the names of which they do. The outlet that printed an
    article is in ``used`` alone, which counts the names as they are printed.
    """

    def __init__(self) -> None:
        self.named: dict[str, set[str]] = {}
        self.used: Counter[tuple[str, str]] = Counter()
        self.acronyms: dict[str, set[str]] = {}
        self.described: set[tuple[str, str]] = set()
        self.people: set[str] = set()
        self.personal: set[str] = set()

    def add(self, one: NamedAlike) -> None:
        key, is_company = one.key, False
        self.used[key, one.name] += len(one.articles)
        for article, is_outlet in one.articles:
            named = self.named.setdefault(article, set())
            if not is_outlet:
                is_company = True
                named.add(key)
        for acronym in one.acronyms:
            self.acronyms.setdefault(acronym, set()).add(key)
        if is_company:
            self.described.update((role, key) for role in one.roles)
            if one.kind is Kind.PERSON:
                self.people.add(key)
                if one.is_personal:
                    self.personal.add(key)
