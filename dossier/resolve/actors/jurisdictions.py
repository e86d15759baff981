"""The country whose parliament, court or ministry an article means that says only "Parliament"."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from dossier.model import ActorChain, Form, Kind
from dossier.resolve.actors.canonical_names import CAPITAL, PARTISANS, canonical, country, is_generic, with_countries
from dossier.text.names import tokens
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.resolve.actors", "actor_name_words.toml")

_UNIONS = frozenset(("european union", "europe"))
_IN_TITLE = 4
_FIRST = 2
_GAP = 2
_NEAR = 60
_NAME = r"(?P<name>[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2})"
_UNIT = r"(?P<unit>state|commonwealth|province|territory|city|county|island|region)"
_BEFORE = re.compile(rf"(?:\b{_NAME}|\b[Tt]he {_UNIT})['’]s? (?:state |own )?$")
_BEHIND = re.compile(rf"^ of (?:the {_UNIT}\b|(?:the )?{_NAME})")
_DIRECTIONS = _WORDS["directions"]


class Home:
    """What an article tells of countries: its title, its words, and the chains of all that it names."""

    def __init__(self, title: str | None, chains: Iterable[ActorChain], text: str = "") -> None:
        self._chains = tuple(chains)
        self._text = text
        self._parts = self._parts_of_countries()
        self._title = f" {' '.join(tokens(with_countries(title or '')))} ".replace("'s ", " ")
        self._named = frozenset(canonical(chain.name) for chain in self._chains if chain.kind is not Kind.PERSON)
        self._ranked = self._rank(title or "")
        self.country = self._main()
        """The country that the article mostly tells of; None where two are told of alike, or none."""
        self._part = self._main_part()

    def key(self, chain: ActorChain) -> str:
        """The canonical name; that of a body found in many countries with its country here."""
        folded = canonical(chain.name, chain.kind is Kind.PERSON)
        if chain.kind is Kind.PERSON:
            return folded
        if folded == CAPITAL.split()[0] and self._is_in_district(chain):
            return CAPITAL
        if is_generic(folded.split()):
            home = self._beside(chain) or self._of(folded)
            return f"{home} {folded}" if home else folded
        return folded

    def _beside(self, chain: ActorChain) -> str | None:
        """Whose it is by the words right before or behind a name of it: "Orlov's Senate", "the Senate of the state"."""
        for mention in chain.mentions:
            if mention.form is Form.NAME:
                span = mention.quote.span
                before = _BEFORE.search(self._text[max(0, span.start - _NEAR) : span.start])
                behind = _BEHIND.match(self._text[span.end : span.end + _NEAR])
                for found in filter(None, (before, behind)):
                    if whose := self._whose(found):
                        return whose
        return None

    def _whose(self, found: re.Match[str]) -> str | None:
        if found["unit"]:
            return next((part for part, _ in self._parts.most_common(1)), None)
        words = found["name"].split()
        runs = (words[:n] for n in range(len(words), 0, -1)) if found.re is _BEHIND else _tails(words)
        names = [" ".join(run) for run in runs]
        folded = (country(name) or canonical(name) for name in names)
        return next((one for name, one in zip(names, folded, strict=True) if country(name) or one in self._parts), None)

    def _parts_of_countries(self) -> Counter[str]:
        """The places that are no countries, by their mentions."""
        counts: Counter[str] = Counter()
        for chain in sorted(self._chains, key=lambda chain: chain.name):
            if chain.kind is Kind.PLACE and not country(chain.name):
                counts[canonical(chain.name)] += len(chain.mentions)
        return counts

    def _of(self, body: str) -> str | None:
        """Whose it is: as the title says in full, or another name in the article, or by what the article is about."""
        for found in self._ranked:
            if f" {found} {body} " in self._title or f"{found} {body}" in self._named:
                return found
        is_party = body.rsplit(maxsplit=1)[-1] in PARTISANS | {"party"}
        return self.country if is_party or self._part is None else self._part

    def _main_part(self) -> str | None:
        """The state or province that the title names, and whose some body is by the words beside it."""
        bodies = (chain for chain in self._chains if chain.kind is not Kind.PERSON)
        generic = (chain for chain in bodies if is_generic(canonical(chain.name).split()))
        found = {self._beside(chain) for chain in generic}
        return next(
            (part for part, _ in self._parts.most_common() if part in found and f" {part} " in self._title), None
        )

    def _main(self) -> str | None:
        ranked = self._ranked.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    def _rank(self, title: str) -> Counter[str]:
        """The countries by their mentions; those in the title count more, the first of them most."""
        counts: Counter[str] = Counter()
        for chain in self._chains:
            found = country(chain.name) if chain.kind in (Kind.PLACE, Kind.GROUP) else None
            if found and found not in _UNIONS:
                counts[found] += len(chain.mentions)
        for number, found in enumerate(found for found in _in_title(title) if found not in _UNIONS):
            counts[found] += _IN_TITLE * (1 if number else _FIRST)
        return counts

    def _is_in_district(self, chain: ActorChain) -> bool:
        """Whether the federal district stands right behind one of its mentions, as a name of its own."""
        starts = {
            mention.quote.span.start
            for other in self._chains
            if canonical(other.name) == CAPITAL
            for mention in other.mentions
        }
        return any(mention.quote.span.end + gap in starts for mention in chain.mentions for gap in range(1, _GAP + 1))


def _tails(words: Sequence[str]) -> Iterable[Sequence[str]]:
    return (words[n:] for n in range(len(words)))


def _in_title(title: str) -> Iterable[str]:
    """The countries in the title, in its order, each once; "New South Wales" is not Wales."""
    found: dict[str, None] = {}
    words = title.replace("_", " ").split()
    n = 0
    while n < len(words):
        length, named = next(
            ((size, place) for size in (3, 2, 1) if (place := country(" ".join(words[n : n + size])))), (1, None)
        )
        if named and not (n and words[n - 1] in _DIRECTIONS):
            found[named] = None
        n += length
    return found
