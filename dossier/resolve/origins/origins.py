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
    """Which articles are copies, and which outlets each article depends on. Articles are given by their ids."""

    copies: Mapping[str, str] = field(default_factory=dict)
    """The original of each copy."""
    sources: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By article the keys of the outlets that it depends on: those it is credited to, else its publisher.

    A group of copies has one set of them; where none of the group has a credit or a publisher, it is the original's id.
    """
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Why an article is no source of its own, in words for the reader."""
    outlets: Outlets = field(default_factory=Outlets, compare=False, repr=False)
    """The outlets of the case."""

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
        that print one sentence. An article that depends on several outlets counts once, and only where
        none of them is counted already. An article without credit, publisher and web address is a source of its own.
        The order of the pieces changes nothing.
        """
        if len(evidence) < 2:
            return 1
        counted = self._with_outlets(sorted(evidence, key=lambda piece: (piece.article, piece.trigger.span)))
        connected = Clusters({key for _, outlets in counted for key in outlets})
        for left, right in same_passages([piece.quote.exact for piece, _ in counted]):
            connected.join(min(counted[left][1]), min(counted[right][1]))
        return _count_independent({frozenset(min(connected.of(key)) for key in outlets) for _, outlets in counted})

    def with_origins(self, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
        """The same pieces, each with its origin (an article's id), where it is not a source of its own.

        The origin of a copy is its original. The origin of a piece that quotes an outlet is the first article, among
        those of the pieces, that depends on this outlet, or the original of that article.
        """
        articles = sorted({piece.article for piece in evidence})
        article_of_outlet = {
            outlet: self.of(article) for article in reversed(articles) for outlet in self._sources(article)
        }
        several = len(articles) > 1
        found = [
            self.copies.get(piece.article) or (article_of_outlet.get(self._quoted(piece)) if several else None)
            for piece in evidence
        ]
        pairs = zip(evidence, found, strict=True)
        return tuple(replace(piece, origin=origin) if origin else piece for piece, origin in pairs)

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
        """The keys of the outlets that the article depends on; the original's id where it depends on none."""
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
    """How many sets of outlets are counted: from the smallest on, each with no outlet in a set counted before."""
    covered: set[str] = set()
    count = 0
    for outlets in sorted(relied_on, key=lambda outlets: (len(outlets), sorted(outlets))):
        if covered.isdisjoint(outlets):
            covered |= outlets
            count += 1
    return count


def _with_sources_behind(said: Attribution | None) -> Iterator[Attribution]:
    """The attribution, then the one behind it (whom its source cites), and so on."""
    while said:
        yield said
        said = said.via


NO_COPIES = Origins()
"""The origins of a case in which every article is a source of its own."""
