"""What the features of a mention take from the other mentions of its case."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dossier.model import Number, TriggerKey
from dossier.resolve.events.affair_index import AffairIndex
from dossier.resolve.events.generality import Generality
from dossier.resolve.events.known_nouns import KnownNoun, KnownNouns
from dossier.resolve.events.resolved_mention import ResolvedMention
from dossier.resolve.events.sentence_words import SentenceWords

_PARAGRAPH_CHARACTERS = 600
"""Most characters from a trigger to one that takes it up ("the raid"). Set by hand: about a paragraph."""


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


class SurroundingsFinder:
    """Finds the surroundings of the mentions of one case, which come sorted by rank."""

    def __init__(self, mentions: Sequence[ResolvedMention], words: SentenceWords) -> None:
        self._antecedents = dict(_antecedents(mentions))
        self._several = {mention.trigger_key[:2] for mention in mentions if mention.evidence.occurrence > 1}
        self._several.update(key[:2] for key, taken_up in self._antecedents.items() if taken_up[:2] in self._several)
        self._affairs = AffairIndex(mentions, words)
        self._known_nouns = KnownNouns(mentions)
        self._generality = Generality(mentions)

    def of(self, mention: ResolvedMention) -> Surroundings:
        """The surroundings of one of the mentions."""
        article, word, key = mention.evidence.article, mention.stem, mention.trigger_key
        return Surroundings(
            affair=self._affairs.of(article),
            is_of_close_affair=self._affairs.is_close(article),
            told_by_share=self._affairs.told_by_share(article, word),
            told_again=self._affairs.told_again(article, word),
            antecedent=self._antecedents.get(key),
            is_one_of_several=key[:2] in self._several,
            known=self._known_nouns.of(mention),
            is_general=self._generality.of(mention),
        )


def _antecedents(mentions: Iterable[ResolvedMention]) -> Iterator[tuple[TriggerKey, TriggerKey]]:
    """For each mention that takes up a known event ("the raid"), the one that it takes up.

    It is the last one before with the same stem, if that is near and of the same grammatical number.
    """
    last: dict[tuple[str, str], ResolvedMention] = {}
    for mention in mentions:
        key = mention.evidence.article, mention.stem
        before = last.get(key)
        if (
            before
            and mention.is_definite
            and _is_within_a_paragraph(before, mention)
            and _is_plural(before) == _is_plural(mention)
        ):
            yield mention.trigger_key, before.trigger_key
        last[key] = mention


def _is_within_a_paragraph(before: ResolvedMention, mention: ResolvedMention) -> bool:
    """Whether the second stands in another sentence, about a paragraph behind the first at most."""
    left, right = before.evidence, mention.evidence
    distance = right.trigger.span.start - left.trigger.span.end
    return left.quote.span != right.quote.span and distance <= _PARAGRAPH_CHARACTERS


def _is_plural(mention: ResolvedMention) -> bool:
    return mention.evidence.number is Number.PLURAL
