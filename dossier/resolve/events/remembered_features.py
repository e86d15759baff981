"""The features of the mentions of a case: the very same objects where all that comparing asks of is the same."""

from collections.abc import Iterable, Sequence
from functools import partial

from dossier.memo import Memo, ids
from dossier.model import Actor
from dossier.resolve.events.article_telling import people_of
from dossier.resolve.events.mention_features import FeatureExtractor, MentionFeatures
from dossier.resolve.events.resolved_mention import ResolvedMention


def remembered_features(
    mentions: Sequence[ResolvedMention], extractor: FeatureExtractor, actors: Iterable[Actor], memo: Memo
) -> list[MentionFeatures]:
    """The features of each mention.

    With a memo, they are the same objects as before where the mention is, the words and stems of the case are as rare,
    its article stands alike in its affair, and the actors in its sentence and parts are called alike and as rare. So
    what comparing two mentions gives rests on nothing but the two objects.
    """
    if not memo.is_kept:
        return [extractor.features(mention) for mention in mentions]
    finder = _RememberedFeatures(extractor, actors, memo)
    found = {article: iter(finder.of_article(article)) for article in extractor.tellings}
    return [next(found[mention.evidence.article]) for mention in mentions]


class _RememberedFeatures:
    def __init__(self, extractor: FeatureExtractor, actors: Iterable[Actor], memo: Memo) -> None:
        self._extractor = extractor
        self._rarity = extractor.word_rarity, extractor.stem_rarity
        rare = extractor.actor_rarity.count
        self._called = {actor.id: (actor.id, actor.name, actor.kind, rare(actor.id)) for actor in actors}
        self._articles = memo.table("features of an article")
        self._mentions = memo.table("features")

    def of_article(self, article: str) -> list[MentionFeatures]:
        """The features of its mentions, in their order: all at once where nothing of it has changed."""
        extractor = self._extractor
        telling, own = extractor.tellings[article], extractor.mentions_of[article]
        held = telling, *self._rarity
        standing = extractor.surroundings.affairs.standing(article)
        called = map(self._called.__getitem__, telling.everybody)
        found: list[MentionFeatures] = self._articles.recall(
            (*ids(held), *standing, *called), lambda: list(map(self._of_mention, own)), held
        )
        return found

    def _of_mention(self, mention: ResolvedMention) -> MentionFeatures:
        held = mention, *self._rarity
        called = map(self._called.__getitem__, people_of(mention))
        key = *ids(held), *self._extractor.surroundings.of(mention), *called
        return self._mentions.recall(key, partial(self._extractor.features, mention), held)  # type: ignore[no-any-return]
