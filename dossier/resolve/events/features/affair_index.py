"""Of which affair each article tells, and what the articles of an affair have in common."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from math import log2

from dossier.memo import Memo, ids
from dossier.resolve.events import event_weights as weights
from dossier.resolve.events.features.affairs import Bag, affairs, closeness
from dossier.resolve.events.features.article_telling import ArticleTelling

_DIGITS = 1
"""Behind the point, of shares and the like: so that one article more leaves most of them as they are."""


class AffairIndex:
    """The affairs of the articles, and how often each affair tells a trigger; ``tellings`` are by article."""

    def __init__(self, tellings: Mapping[str, ArticleTelling], memo: Memo) -> None:
        bag = memo.table("bag of an article")
        bags = {article: bag.recall(id(telling), telling.bag, telling) for article, telling in tellings.items()}
        known = memo.table("affairs")
        found: tuple[Mapping[str, str], Mapping[str, float]] = known.recall(
            ids(bags.values()), lambda: _grouped(bags, memo), bags
        )
        self._affairs, self._closeness = found
        self._sizes = Counter(self._affairs.values())
        self._stems = {article: tuple(telling.stems) for article, telling in tellings.items()}
        self._told: dict[str, Counter[str]] = defaultdict(Counter)
        self._tellers: dict[str, Counter[str]] = defaultdict(Counter)
        for article, telling in tellings.items():
            self._told[self._affairs[article]].update(telling.stems)
            self._tellers[self._affairs[article]].update(telling.stems.keys())

    def of(self, article: str) -> str:
        """The affair of an article."""
        return self._affairs[article]

    def is_close(self, article: str) -> bool:
        """Whether the articles of its affair tell much the same, as reports of one happening do."""
        return self._closeness[self._affairs[article]] >= weights.CLOSE_AFFAIR

    def told_by_share(self, article: str, word: str) -> float:
        """The share of the articles of this affair that have a trigger with the stem ``word``; 0 if it is not close."""
        if not self.is_close(article):
            return 0.0
        affair = self._affairs[article]
        return round(self._tellers[affair][word] / self._sizes[affair], _DIGITS)

    def told_again(self, article: str, word: str) -> float:
        """The binary log of how often an article that has a trigger with this stem has it: 0 for once each.

        It is 0 too where the affair is not close.
        """
        affair = self._affairs[article]
        tellers = self._tellers[affair][word]
        return round(log2(self._told[affair][word] / tellers), _DIGITS) if tellers and self.is_close(article) else 0.0

    def standing(self, article: str) -> tuple[object, ...]:
        """All that the affair says of the article and of its triggers."""
        words = self._stems[article] if self.is_close(article) else ()
        told = ((self.told_by_share(article, word), self.told_again(article, word)) for word in words)
        return self._affairs[article], self.is_close(article), *told


def _grouped(bags: Mapping[str, Bag], memo: Memo) -> tuple[Mapping[str, str], Mapping[str, float]]:
    """The affair of each article, and how much the articles of each affair tell the same."""
    found = affairs(bags, memo)
    return found, closeness(bags, found)
