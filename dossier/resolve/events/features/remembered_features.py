"""The features of the mentions of a case: the very same objects where all that comparing asks of is the same."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from dossier.memo import Memo, MemoTable
from dossier.model import Actor
from dossier.resolve.events.features.article_telling import ArticleTelling, people_of
from dossier.resolve.events.features.mention_features import FeatureExtractor, MentionFeatures
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention

_HELD = 50_000
"""Features that are held at a time, of 4 kB each. Set by hand: no smaller case makes any of them twice."""


def features_by_index(
    mentions: Sequence[ResolvedMention], extractor: FeatureExtractor
) -> Callable[[int], MentionFeatures]:
    """What gives the features of the mention with an index: those not asked for lately are made again."""

    @lru_cache(_HELD)
    def features(n: int) -> MentionFeatures:
        return extractor.features(mentions[n])

    return features


def remembered_features(
    mentions: Sequence[ResolvedMention], extractor: FeatureExtractor, actors: Iterable[Actor], memo: Memo
) -> list[MentionFeatures]:
    """The features of each mention, for a memo that is kept.

    They are the same objects as before where the mention is, its words and its stem are as rare, its
    article stands alike in its affair, and the actors in its sentence and parts are called alike and as rare. So
    what comparing two mentions gives rests on nothing but the two objects.
    """
    finder = _RememberedFeatures(extractor, actors, memo)
    found = {article: iter(finder.of_article(article)) for article in extractor.tellings}
    return [next(found[mention.evidence.article]) for mention in mentions]


class _OfMention(NamedTuple):
    """The features of a mention, all else on which they rest, and the words whose rarity they rest on."""

    key: tuple[object, ...]
    mention: ResolvedMention
    features: MentionFeatures
    words: Collection[str]
    levels: Sequence[int]


class _OfArticle(NamedTuple):
    """The same of an article, with that of its mentions in their order."""

    key: tuple[object, ...]
    telling: ArticleTelling
    own: Sequence[_OfMention]
    words: Collection[str]
    levels: Sequence[int]


class _RememberedFeatures:
    def __init__(self, extractor: FeatureExtractor, actors: Iterable[Actor], memo: Memo) -> None:
        self._extractor = extractor
        self._level = extractor.word_rarity.level
        rare = extractor.actor_rarity.level
        self._called = {actor.id: (actor.id, actor.name, actor.kind, rare(actor.id)) for actor in actors}
        self._known: MemoTable[_OfArticle] = memo.table("features of an article")

    def of_article(self, article: str) -> list[MentionFeatures]:
        """The features of its mentions, in their order: all at once where nothing of it has changed."""
        extractor = self._extractor
        telling, last = extractor.tellings[article], self._known.get(article)
        standing = extractor.surroundings.affairs.standing(article)
        called = map(self._called.__getitem__, telling.everybody)
        stems = map(extractor.stem_rarity.level, telling.stems)
        key = id(telling), extractor.word_rarity.most, *stems, *standing, *called
        if last is None or last.key != key or not self._are_as_rare(last.words, last.levels):
            known = {one.mention.trigger_key: one for one in last.own} if last else {}
            own = [self._of_mention(one, known.get(one.trigger_key)) for one in extractor.mentions_of[article]]
            words = frozenset[str]().union(*(one.words for one in own))
            last = _OfArticle(key, telling, own, words, self._levels(words))
        self._known.put(article, last)
        return [one.features for one in last.own]

    def _of_mention(self, mention: ResolvedMention, last: _OfMention | None) -> _OfMention:
        extractor = self._extractor
        called = map(self._called.__getitem__, people_of(mention))
        rare = extractor.word_rarity.most, extractor.stem_rarity.level(mention.stem)
        key = id(mention), *rare, *extractor.surroundings.of(mention), *called
        if last and last.key == key and self._are_as_rare(last.words, last.levels):
            return last
        features = extractor.features(mention)
        words = _words(features)
        return _OfMention(key, mention, features, words, self._levels(words))

    def _levels(self, words: Iterable[str]) -> list[int]:
        return list(map(self._level, words))

    def _are_as_rare(self, words: Iterable[str], levels: Sequence[int]) -> bool:
        return self._levels(words) == levels


def _words(features: MentionFeatures) -> frozenset[str]:
    """The words on whose rarity the features rest, or a comparison by them."""
    return frozenset(features.sentence).union(features.deed.spelled, *features.words_by_role.values())
