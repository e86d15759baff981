"""The features of the mentions of a case: the very same objects where all that comparing asks of is the same."""

from collections.abc import Iterable, Sequence
from functools import partial

from dossier.memo import Memo
from dossier.model import Actor
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
    known, words, stems = memo.table("features"), extractor.word_rarity, extractor.stem_rarity
    called = {actor.id: (actor.name, actor.kind, extractor.actor_rarity.count(actor.id)) for actor in actors}
    found = []
    for mention in mentions:
        ids = sorted(mention.actors_in_sentence.union(_parts(mention)))
        of_actors = (part for actor in ids for part in (actor, *called[actor]))
        key = id(mention), id(words), id(stems), *extractor.surroundings.of(mention), *of_actors
        found.append(known.recall(key, partial(extractor.features, mention), (mention, words, stems)))
    return found


def _parts(mention: ResolvedMention) -> set[str]:
    """The ids of those who take part, and of the place."""
    parts = {player.entity for player in mention.players if player.entity}
    return parts | {mention.place.entity} if mention.place and mention.place.entity else parts
