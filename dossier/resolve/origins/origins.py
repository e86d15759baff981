"""The origin of an article's words, and how many independent sources pieces of evidence have."""

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
    """Which articles are copies, and which outlets each article depends on.

    ``copies`` gives the original of each copy (ids). ``sources`` gives an article (by id) the keys of the outlets that
    it depends on: those it is credited to, else its publisher; of a copy without either, the original's id. ``reasons``
    says in words, for the reader, why an article is no source of its own. ``outlets`` are those of the case.
    """

    copies: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, frozenset[str]] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    outlets: Outlets = field(default_factory=Outlets, compare=False, repr=False)

    def of(self, article: str) -> str:
        """The id of the article's original; its own id where it is no copy."""
        return self.copies.get(article, article)

    def reason(self, article: str) -> str:
        """Why the article is no source of its own, in words; empty where it is one."""
        return self.reasons.get(article, "")

    def count(self, evidence: Sequence[Evidence]) -> int:
        """How many independent sources the pieces of evidence have, at least one.

        Not independent are an article and its copies, articles credited to one agency, articles of one publisher (a
        newspaper does not corroborate itself), an article and the outlet that it quotes for the event, and two articles
        that print one sentence. An article that depends on several outlets adds nothing to them. An article whose
        publisher is unknown is a source of its own. The order of the pieces changes nothing.
        """
        if len(evidence) < 2:
            return 1
        relying = self._with_outlets(sorted(evidence, key=lambda piece: (piece.article, piece.trigger.span)))
        connected = Clusters({key for _, keys in relying for key in keys})
        for left, right in same_passages([piece.quote.exact for piece, _ in relying]):
            connected.join(min(relying[left][1]), min(relying[right][1]))
        return _count_independent({frozenset(min(connected.of(key)) for key in keys) for _, keys in relying})

    def with_origins(self, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
        """The same pieces, each with its origin (an article's id), where it is not a source of its own.

        The origin is the original of its article; else the article, among those of the pieces, whose outlet it quotes.
        """
        articles = sorted({piece.article for piece in evidence})
        article_of_outlet = {
            outlet: self.of(article) for article in reversed(articles) for outlet in self._sources(article)
        }
        several = len(articles) > 1
        found = [
            self.copies.get(p.article) or (article_of_outlet.get(self._quoted(p)) if several else None)
            for p in evidence
        ]
        return tuple(replace(p, origin=origin) if origin else p for p, origin in zip(evidence, found, strict=True))

    def _with_outlets(self, evidence: Sequence[Evidence]) -> list[tuple[Evidence, frozenset[str]]]:
        """The pieces, each with the keys of the outlets that it depends on.

        Where an article quotes another outlet for the event, its pieces in its own voice are left out: they may say no
        more than the outlet did.
        """
        quoted = [(piece, self._quoted(piece)) for piece in evidence]
        quoting = {piece.article for piece, outlet in quoted if outlet}
        return [
            (piece, frozenset((outlet,)) if outlet else self._sources(piece.article))
            for piece, outlet in quoted
            if outlet or piece.attribution or piece.article not in quoting
        ]

    def _sources(self, article: str) -> frozenset[str]:
        return self.sources.get(article) or frozenset((self.of(article),))

    def _quoted(self, piece: Evidence) -> str:
        """The key of the outlet that the piece quotes, other than its article's own; empty where it quotes none."""
        own = self._sources(piece.article)
        for said in _with_sources_behind(piece.attribution):
            name = said.name or said.text
            if self.outlets.knows(name) or quotes_outlet(name):
                key = self.outlets.key(name)
                if not any(key == outlet or names.is_short_for(key, outlet) for outlet in own):
                    return key
        return ""


def _count_independent(relied_on: Iterable[frozenset[str]]) -> int:
    """How many of the sets of outlets can be counted, smallest first, so that no outlet is in two of those counted."""
    covered: set[str] = set()
    count = 0
    for outlets in sorted(relied_on, key=lambda outlets: (len(outlets), sorted(outlets))):
        if covered.isdisjoint(outlets):
            covered |= outlets
            count += 1
    return count


def _with_sources_behind(said: Attribution | None) -> Iterator[Attribution]:
    """The attribution, then the source that it names, and so on."""
    while said:
        yield said
        said = said.via


NO_COPIES = Origins()
"""The origins of a case in which every article is a source of its own."""
