"""Where words come from: which articles print, or quote, the words of others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dossier.model import Article, Evidence


@dataclass(frozen=True, slots=True)
class Origins:
    """For each article that is a copy, the article whose words it prints (ids)."""

    copies: Mapping[str, str] = field(default_factory=dict)

    def of(self, article: str) -> str:
        """The id of the article that the words of this one come from; itself, where it is no copy."""
        return self.copies.get(article, article)

    def count(self, evidence: Sequence[Evidence]) -> int:
        """How many independent origins the pieces of evidence have, at least one."""
        return len({piece.quote.exact for piece in evidence})


NO_COPIES = Origins()
"""Where every article stands for itself."""


def find_origins(articles: Iterable[Article]) -> Origins:
    """The origins of the articles. The order in which they come changes nothing."""
    return Origins({article.id: article.id for article in articles})
