"""Of which affair each article tells, and what the articles of an affair have in common."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log2

from dossier.resolve.events import event_weights as weights
from dossier.resolve.events.affairs import Bag, affairs, closeness
from dossier.resolve.events.resolved_mention import ResolvedMention
from dossier.resolve.events.sentence_words import SentenceWords


class AffairIndex:
    """The affairs of the articles that tell the mentions, and how often each affair tells a trigger."""

    def __init__(self, mentions: Iterable[ResolvedMention], words: SentenceWords) -> None:
        told = list(mentions)
        bags = _bags(told, words)
        self._affairs = affairs(bags)
        self._closeness = closeness(bags, self._affairs)
        self._sizes = Counter(self._affairs.values())
        self._tellings: Counter[tuple[str, str]] = Counter()
        tellers: dict[tuple[str, str], set[str]] = defaultdict(set)
        for mention in told:
            article = mention.evidence.article
            key = self._affairs[article], mention.stem
            self._tellings[key] += 1
            tellers[key].add(article)
        self._tellers = {key: len(articles) for key, articles in tellers.items()}

    def of(self, article: str) -> str:
        """The affair of an article."""
        return self._affairs[article]

    def is_close(self, article: str) -> bool:
        """Whether the articles of its affair tell much the same, as reports of one happening do."""
        return self._closeness[self._affairs[article]] >= weights.CLOSE_AFFAIR

    def told_by_share(self, article: str, word: str) -> float:
        """The share of the articles of this affair that have a trigger with the stem ``word``."""
        affair = self._affairs[article]
        return self._tellers.get((affair, word), 0) / self._sizes[affair]

    def told_again(self, article: str, word: str) -> float:
        """The binary log of how often an article that has a trigger with this stem has it: 0 for once each."""
        key = self._affairs[article], word
        return log2(self._tellings[key] / self._tellers[key]) if key in self._tellers else 0.0


def _bags(mentions: Iterable[ResolvedMention], words: SentenceWords) -> dict[str, Bag]:
    """By article the words and actors of the sentences that tell of events, and in how many of these each stands."""
    bags: dict[str, Counter[object]] = defaultdict(Counter)
    counted = set()
    for mention in mentions:
        if mention.sentence not in counted:
            counted.add(mention.sentence)
            bag = bags[mention.evidence.article]
            bag.update(words.of(mention))
            bag.update((actor,) for actor in mention.actors_in_sentence)
    return {article: dict(bag) for article, bag in bags.items()}
