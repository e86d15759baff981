"""The jurisdiction of a public body: the country or state whose parliament an article calls "Parliament"."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from dossier.model import ActorChain, Form, Kind
from dossier.resolve.actors.traits.canonical_names import (
    CAPITAL,
    COUNTRY_NAME_LENGTHS,
    PARTISANS,
    canonical_name,
    is_generic,
    is_people,
    named_country,
    sorted_content_words,
    with_country_names,
)
from dossier.text.names import tokens
from dossier.text.weights import weight_table
from dossier.text.word_lists import word_lists, word_tables

_WORDS = word_lists("dossier.resolve.actors", "actor_name_words.toml")
_COUNTRIES_OF_BODIES = {
    sorted_content_words(body): country
    for body, country in word_tables("dossier.resolve.actors", "actor_name_words.toml")["countries_of_bodies"].items()
}
_UNIONS = _WORDS["unions"]
_DIRECTIONS = _WORDS["directions"]
_WEIGHTS = weight_table("dossier.resolve.actors", "actor_weights.toml")
_MENTIONS_FOR_TITLE = _WEIGHTS.count("mentions_for_title", "mentions")
_FIRST_IN_TITLE_TIMES = _WEIGHTS.count("first_in_title_times", "times")
_MAX_GAP_CHARACTERS = 2
"""Characters between "Washington" and "DC": a comma and a blank at most."""
_CHARACTERS_BESIDE = 60
"""Characters beside a body's name in which its country or state is looked for. Set by hand: longer than its name."""
_NAME = r"(?P<name>[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2})"
_TERRITORY = rf"(?P<territory>{'|'.join(sorted(_WORDS['territory_nouns']))})"
# "Orlov's own " and "the state's " before "Senate"
_OWNER_BEFORE = re.compile(rf"(?:\b{_NAME}|\b[Tt]he {_TERRITORY})['’]s? (?:state |own )?$")
# " of the state" and " of Orlov" after "Senate"
_OWNER_AFTER = re.compile(rf"^ of (?:the {_TERRITORY}\b|(?:the )?{_NAME})")


class Jurisdiction:
    """The countries of an article and their parts, by its title, its text and all its chains."""

    def __init__(self, title: str | None, chains: Iterable[ActorChain], text: str = "") -> None:
        self._chains = tuple(chains)
        self._text = text
        self._parts = self._parts_of_countries()
        self._title = f" {' '.join(tokens(with_country_names(title or '')))} ".replace("'s ", " ")
        self._named = frozenset(canonical_name(chain.name) for chain in self._chains if chain.kind is not Kind.PERSON)
        self._ranked = self._rank_countries(title or "")
        self.country = self._main_country()
        """The country that the article is mostly about; None where it names none, or two rank first."""
        self._part = self._main_part()

    def key(self, chain: ActorChain) -> str:
        """The canonical name of the chain. A body that every country has gets its country's or state's name before it.

        "Washington" right before "DC" gets the name of the federal district.
        """
        is_person = chain.kind is Kind.PERSON and not is_people(chain.name)
        name = canonical_name(chain.name, is_person)
        if is_person:
            return name
        if name == CAPITAL.split()[0] and self._is_in_district(chain):
            return CAPITAL
        if is_generic(name.split()):
            known = _COUNTRIES_OF_BODIES.get(sorted_content_words(name))
            owner = self._owner_in_text(chain) or known or self._owner_by_article(name)
            return f"{owner} {name}" if owner else name
        return name

    def _owner_in_text(self, chain: ActorChain) -> str | None:
        """The country or state named right beside a mention: "Orlov's Senate", "the Senate of the state"."""
        for mention in chain.mentions:
            if mention.form is Form.NAME:
                span = mention.quote.span
                before = _OWNER_BEFORE.search(self._text[max(0, span.start - _CHARACTERS_BESIDE) : span.start])
                after = _OWNER_AFTER.match(self._text[span.end : span.end + _CHARACTERS_BESIDE])
                for found in filter(None, (before, after)):
                    if owner := self._owner_named(found):
                        return owner
        return None

    def _owner_named(self, found: re.Match[str]) -> str | None:
        """The country or state that the longest run of the words names. "The state" is the most mentioned one."""
        if found["territory"]:
            return next((part for part, _ in self._parts.most_common(1)), None)
        words = found["name"].split()
        runs = (words[:n] for n in range(len(words), 0, -1)) if found.re is _OWNER_AFTER else _tails(words)
        for name in map(" ".join, runs):
            country = named_country(name)
            place = country or canonical_name(name)
            if country or place in self._parts:
                return place
        return None

    def _parts_of_countries(self) -> Counter[str]:
        """The places that are no countries, by their mentions: states and provinces, but also towns."""
        counts: Counter[str] = Counter()
        for chain in sorted(self._chains, key=lambda chain: chain.name):
            if chain.kind is Kind.PLACE and not named_country(chain.name):
                counts[canonical_name(chain.name)] += len(chain.mentions)
        return counts

    def _owner_by_article(self, body: str) -> str | None:
        """The country whose name stands before the body's in the title, or in another name in the article.

        Else it is the state that the article is about, except for a party, which is national. Else it is the country
        that the article is mostly about.
        """
        for country in self._ranked:
            if f" {country} {body} " in self._title or f"{country} {body}" in self._named:
                return country
        is_party = body.rsplit(maxsplit=1)[-1] in PARTISANS | {"party"}
        return self.country if is_party or self._part is None else self._part

    def _main_part(self) -> str | None:
        """The state or province that the title names, if the text names it right beside a public body."""
        bodies = (chain for chain in self._chains if chain.kind is not Kind.PERSON)
        generic = (chain for chain in bodies if is_generic(canonical_name(chain.name).split()))
        owners = {self._owner_in_text(chain) for chain in generic}
        return next(
            (part for part, _ in self._parts.most_common() if part in owners and f" {part} " in self._title), None
        )

    def _main_country(self) -> str | None:
        ranked = self._ranked.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    def _rank_countries(self, title: str) -> Counter[str]:
        """The countries by their mentions. One in the title counts as four mentions more, the first there as eight."""
        counts: Counter[str] = Counter()
        for chain in self._chains:
            country = named_country(chain.name) if chain.kind in (Kind.PLACE, Kind.GROUP) else None
            if country and country not in _UNIONS:
                counts[country] += len(chain.mentions)
        in_title = [country for country in _countries_in(title) if country not in _UNIONS]
        for number, country in enumerate(in_title):
            counts[country] += _MENTIONS_FOR_TITLE * (1 if number else _FIRST_IN_TITLE_TIMES)
        return counts

    def _is_in_district(self, chain: ActorChain) -> bool:
        """Whether a name of the federal district stands right behind a mention of the chain."""
        starts = {
            mention.quote.span.start
            for other in self._chains
            if canonical_name(other.name) == CAPITAL
            for mention in other.mentions
        }
        gaps = range(1, _MAX_GAP_CHARACTERS + 1)
        return any(mention.quote.span.end + gap in starts for mention in chain.mentions for gap in gaps)


def _tails(words: Sequence[str]) -> Iterable[Sequence[str]]:
    return (words[n:] for n in range(len(words)))


def _countries_in(title: str) -> Iterable[str]:
    """The countries in a title, in its order, each once. "New South" before Wales makes it another place."""
    found: dict[str, None] = {}
    words = title.replace("_", " ").split()
    n = 0
    while n < len(words):
        length, country = next(
            ((size, name) for size in COUNTRY_NAME_LENGTHS if (name := named_country(" ".join(words[n : n + size])))),
            (1, None),
        )
        if country and not (n and words[n - 1] in _DIRECTIONS):
            found[country] = None
        n += length
    return found
