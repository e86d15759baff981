"""Of which affair each article tells, and what the articles of an affair have in common."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from math import log2

from dossier.memo import Memo, ids
from dossier.resolve.events import event_weights as weights
from dossier.resolve.events.affairs import Bag, affairs, closeness
from dossier.resolve.events.article_telling import ArticleTelling


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
        """The share of the articles of this affair that have a trigger with the stem ``word``."""
        affair = self._affairs[article]
        return self._tellers[affair][word] / self._sizes[affair]

    def told_again(self, article: str, word: str) -> float:
        """The binary log of how often an article that has a trigger with this stem has it: 0 for once each."""
        affair = self._affairs[article]
        tellers = self._tellers[affair][word]
        return log2(self._told[affair][word] / tellers) if tellers else 0.0

    def standing(self, article: str) -> tuple[object, ...]:
        """All that the affair says of the article and of its triggers."""
        affair = self._affairs[article]
        told, tellers = self._told[affair], self._tellers[affair]
        counts = (count for word in self._stems[article] for count in (told[word], tellers[word]))
        return affair, self.is_close(article), self._sizes[affair], *counts


def _grouped(bags: Mapping[str, Bag], memo: Memo) -> tuple[Mapping[str, str], Mapping[str, float]]:
    """The affair of each article, and how much the articles of each affair tell the same."""
    found = affairs(bags, memo)
    return found, closeness(bags, found)
