"""How alike the sentences of two mentions are."""

from dossier.resolve.events import event_weights as weights
from dossier.resolve.events.mention_features import MentionFeatures


def sentence_similarity(one: MentionFeatures, other: MentionFeatures) -> float:
    """The cosine of the two sentences' content words, weighted by rarity, from 0 to 1; short sentences count less."""
    few, many = sorted((one.sentence, other.sentence), key=len)
    cosine = sum(weight * many[word] for word, weight in few.items() if word in many)
    return round(cosine * length_factor(one if few is one.sentence else other), 3)


def length_factor(features: MentionFeatures) -> float:
    """How much the sentence counts, 1 from ``FULL_SENTENCE`` words on: short ones are alike by chance."""
    return min(1.0, len(features.sentence) / weights.FULL_SENTENCE)
