"""What the features of a mention take from the other mentions of its case."""

from collections.abc import Mapping
from typing import NamedTuple

from dossier.memo import Memo
from dossier.model import TriggerKey
from dossier.resolve.events.features.affair_index import AffairIndex
from dossier.resolve.events.features.article_telling import ArticleTelling, doers_of
from dossier.resolve.events.features.known_nouns import KnownNoun
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention


class Surroundings(NamedTuple):
    """What the features of a mention take from the others, but for how rare words are; see ``MentionFeatures``."""

    affair: str
    is_of_close_affair: bool
    told_by_share: float
    told_again: float
    antecedent: TriggerKey | None
    is_one_of_several: bool
    known: KnownNoun | None
    is_general: bool
    may_be_by_any: bool


class SurroundingsFinder:
    """Finds the surroundings of the mentions of one case; ``tellings`` are those of its articles, by id."""

    def __init__(self, tellings: Mapping[str, ArticleTelling], memo: Memo) -> None:
        self._tellings = tellings
        self.affairs = AffairIndex(tellings, memo)

    def of(self, mention: ResolvedMention) -> Surroundings:
        """The surroundings of one of the mentions."""
        article, word, key = mention.evidence.article, mention.stem, mention.trigger_key
        own = self._tellings[article]
        return Surroundings(
            affair=self.affairs.of(article),
            is_of_close_affair=self.affairs.is_close(article),
            told_by_share=self.affairs.told_by_share(article, word),
            told_again=self.affairs.told_again(article, word),
            antecedent=own.antecedents.get(key),
            is_one_of_several=key[:2] in own.of_several,
            known=own.known_nouns.of(mention),
            is_general=own.generality.of(mention),
            may_be_by_any=word in own.of_several_doers and not doers_of(mention),
        )
