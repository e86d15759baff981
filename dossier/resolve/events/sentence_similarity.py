"""How alike the sentences of two mentions are."""

from collections.abc import Mapping
from math import sqrt

from dossier.model import Role
from dossier.resolve.events import event_weights as weights
from dossier.resolve.events.content_words import stem
from dossier.resolve.events.mention_features import MentionFeatures


def sentence_similarity(one: MentionFeatures, other: MentionFeatures) -> float:
    """The cosine of the two sentences' content words, weighted by rarity, from 0 to 1; short sentences count less."""
    few, many = sorted((one.sentence, other.sentence), key=len)
    cosine = sum(weight * many[word] for word, weight in few.items() if word in many)
    return round(cosine * length_factor(one if few is one.sentence else other), 3)


def similarity_of_what_is_said(one: MentionFeatures, other: MentionFeatures) -> float:
    """The same of two reports of speech, without the words for who speaks: these are told in like words every day."""
    left, right = (_without_speaker(it) for it in (one, other))
    shared = sum(weight * right[word] for word, weight in left.items() if word in right)
    lengths = sqrt(sum(weight**2 for weight in left.values()) * sum(weight**2 for weight in right.values()))
    few = one if len(left) <= len(right) else other
    return round(shared / (lengths or 1.0) * length_factor(few), 3)


def _without_speaker(features: MentionFeatures) -> Mapping[str, float]:
    speakers = features.role_words.get(Role.AGENT, frozenset())
    return {word: weight for word, weight in features.sentence.items() if stem(word) not in speakers}


def length_factor(features: MentionFeatures) -> float:
    """How much the sentence counts, 1 from ``FULL_SENTENCE`` words on: short ones are alike by chance."""
    return min(1.0, len(features.sentence) / weights.FULL_SENTENCE)
