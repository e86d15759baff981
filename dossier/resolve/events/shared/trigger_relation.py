"""How the triggers of two mentions are related: one word, words of one family, or words that paraphrase each other."""

from enum import StrEnum

from dossier.model import OTHER_TYPE
from dossier.resolve.events.features.mention_features import MentionFeatures
from dossier.resolve.events.mentions.content_words import UNSPECIFIC_VERBS
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention

_BEGINNING = 4
"""Letters with which two words of one family begin alike: "success", "succeed". Chosen on ECB+."""


class TriggerRelation(StrEnum):
    """How the triggers of two mentions are related."""

    TYPED = "same_typed_word"
    """One word, of a type of the ontology: "arrested", "arrest"."""
    UNTYPED = "same_untyped_word"
    UNSPECIFIC = "same_unspecific_verb"
    PARAPHRASE = "paraphrase"
    """Two words that can tell of one event: "sacked", "ousted"."""
    FAMILY = "words_of_one_family"
    """Two words that begin alike."""


def trigger_relation(one: MentionFeatures, other: MentionFeatures) -> TriggerRelation | None:
    """How the triggers are related; None where they have nothing in common."""
    if one.stem == other.stem:
        return _same_word(one.mention)
    if can_paraphrase(one.mention, other.mention):
        return TriggerRelation.PARAPHRASE
    return TriggerRelation.FAMILY if stem_beginning(one.stem) == stem_beginning(other.stem) else None


def stem_beginning(stem: str) -> str:
    """The letters that the words of one family have in common."""
    return stem[:_BEGINNING]


def can_paraphrase(left: ResolvedMention, right: ResolvedMention) -> bool:
    """Whether two triggers with different stems may tell one event: "sacked" and "ousted", "died" and "killed"."""
    if any(mention.lemma in mention.type.distinct_words for mention in (left, right)):
        return False
    if left.type.name == right.type.name:
        return left.type.paraphrased
    return left.type.patient_dies and right.type.patient_dies


def _same_word(mention: ResolvedMention) -> TriggerRelation:
    if mention.lemma in UNSPECIFIC_VERBS:
        return TriggerRelation.UNSPECIFIC
    return TriggerRelation.UNTYPED if mention.type.name == OTHER_TYPE else TriggerRelation.TYPED
