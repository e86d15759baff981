"""Whose words an article prints, and how many independent sources pieces of evidence have."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dossier.model import Attribution, Evidence
from dossier.resolve.clustering import Clusters
from dossier.resolve.origins.credits import quotes_outlet
from dossier.resolve.origins.outlets import Outlets
from dossier.resolve.origins.reprinted_passages import same_passages
from dossier.text import names


@dataclass(frozen=True, slots=True)
class Origins:
    """Of each article: whose words it prints, which outlets it rests on, and why.

    ``copies`` gives for each copy the article whose words it prints (ids). ``sources`` gives for an article the keys of
    the outlets that it comes from: those it is credited to, else its publisher, else itself. ``reasons`` are words for
    the reader. ``outlets`` are those of the case.
    """

    copies: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, frozenset[str]] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    outlets: Outlets = field(default_factory=Outlets, compare=False, repr=False)

    def of(self, article: str) -> str:
        """The id of the article that the words of this one come from; itself, where it is no copy."""
        return self.copies.get(article, article)

    def reason(self, article: str) -> str:
        """Why the article is no source of its own, in words; empty where it is one."""
        return self.reasons.get(article, "")

    def count(self, evidence: Sequence[Evidence]) -> int:
        """How many independent sources the pieces of evidence have, at least one.

        Not independent of each other are a text and its copies, what is credited to one agency, the articles of one
        publisher (a newspaper does not corroborate itself), an article and the outlet that it quotes for the event, and
        two that print one sentence. What rests on several outlets adds nothing to them. An article whose publisher is
        unknown stands for itself. The order of the pieces changes nothing.
        """
        if len(evidence) < 2:
            return 1
        told = self._told(sorted(evidence, key=lambda piece: (piece.article, piece.trigger.span)))
        ties = Clusters({key for _, keys in told for key in keys})
        for left, right in same_passages([piece.quote.exact for piece, _ in told]):
            ties.join(min(told[left][1]), min(told[right][1]))
        return _independent({frozenset(min(ties.of(key)) for key in keys) for _, keys in told})

    def traced(self, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
        """The same pieces, each with its origin: the article that it copies, or the one among them that it quotes."""
        articles = sorted({piece.article for piece in evidence})
        homes = {outlet: self.of(article) for article in reversed(articles) for outlet in self._sources(article)}
        several = len(articles) > 1
        found = [self.copies.get(p.article) or (homes.get(self._quoted(p)) if several else None) for p in evidence]
        return tuple(replace(p, origin=origin) if origin else p for p, origin in zip(evidence, found, strict=True))

    def _told(self, evidence: Sequence[Evidence]) -> list[tuple[Evidence, frozenset[str]]]:
        """The pieces, each with the outlets that it rests on.

        Where an article quotes another outlet for the event, what it tells in its own voice is left out: it may be no
        more than that.
        """
        quoted = [(piece, self._quoted(piece)) for piece in evidence]
        relying = {piece.article for piece, outlet in quoted if outlet}
        return [
            (piece, frozenset((outlet,)) if outlet else self._sources(piece.article))
            for piece, outlet in quoted
            if outlet or piece.attribution or piece.article not in relying
        ]

    def _sources(self, article: str) -> frozenset[str]:
        return self.sources.get(article) or frozenset((self.of(article),))

    def _quoted(self, piece: Evidence) -> str:
        """The key of the other outlet that the piece quotes; empty where it quotes none."""
        own = self._sources(piece.article)
        for said in _chain(piece.attribution):
            name = said.name or said.text
            if self.outlets.knows(name) or quotes_outlet(name):
                key = self.outlets.key(name)
                if not any(key == outlet or names.is_short_for(key, outlet) for outlet in own):
                    return key
        return ""


def _independent(rested_on: Iterable[frozenset[str]]) -> int:
    """How many there are, from the one that rests on least, without those that share what they rest on with another."""
    covered: set[str] = set()
    count = 0
    for outlets in sorted(rested_on, key=lambda outlets: (len(outlets), sorted(outlets))):
        if covered.isdisjoint(outlets):
            covered |= outlets
            count += 1
    return count


def _chain(said: Attribution | None) -> Iterator[Attribution]:
    while said:
        yield said
        said = said.via


NO_COPIES = Origins()
"""Where every article stands for itself."""
