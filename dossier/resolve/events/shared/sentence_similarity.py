"""How alike the sentences of two mentions are, and the words near their triggers."""

from collections.abc import Iterator, Mapping
from math import sqrt

from dossier.model import Role
from dossier.resolve.events import event_weights as weights
from dossier.resolve.events.features.mention_features import MentionFeatures
from dossier.resolve.events.mentions.content_words import stem
from dossier.text.content_words import content_words

_FEW_WORDS = 3
"""Content words below which a side of a sentence says nothing. Set by hand."""


def sentence_similarity(one: MentionFeatures, other: MentionFeatures) -> float:
    """The cosine of the two sentences' content words, weighted by rarity, from 0 to 1; short sentences count less."""
    few, many = sorted((one.sentence, other.sentence), key=len)
    cosine = sum(weight * many[word] for word, weight in few.items() if word in many)
    return round(cosine * length_factor(one if few is one.sentence else other), 3)


def similarity_of_what_is_said(one: MentionFeatures, other: MentionFeatures) -> float:
    """The same of two reports of speech, without the words for who speaks: these are told in like words every day.

    Where both have words before the trigger, or behind it, these must be as similar: on one side stands who speaks, and
    as what, on the other what is said. A side of few words in either says nothing.
    """
    few = one if len(one.sentence) <= len(other.sentence) else other
    whole = _cosine(_without_speaker(one), _without_speaker(other)) * length_factor(few)
    sides = zip(_sides(one), _sides(other), strict=True)
    long = (pair for pair in sides if min(map(len, pair)) >= _FEW_WORDS)
    return min([whole, *(_cosine(left, right) for left, right in long)])


def near_words(one: MentionFeatures, other: MentionFeatures) -> float:
    """The share of the words near one trigger that stand near the other, from 0 to 1; few words count less."""
    left, right = one.context.near, other.context.near
    return len(set(left).intersection(right)) / max(weights.FULL_SENTENCE, min(len(left), len(right)))


def _without_speaker(features: MentionFeatures) -> Mapping[str, float]:
    speakers = features.role_words.get(Role.AGENT, frozenset())
    return {word: weight for word, weight in features.sentence.items() if stem(word) not in speakers}


def _sides(features: MentionFeatures) -> Iterator[Mapping[str, float]]:
    """The content words before and behind the trigger, weighted as those of the sentence."""
    evidence = features.mention.evidence
    start, end = (at - evidence.quote.span.start for at in (evidence.trigger.span.start, evidence.trigger.span.end))
    for text in (evidence.quote.exact[:start], evidence.quote.exact[end:]):
        yield {word: features.sentence[word] for word in content_words(text) if word in features.sentence}


def _cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    shared = sum(weight * right[word] for word, weight in left.items() if word in right)
    lengths = sqrt(sum(weight**2 for weight in left.values()) * sum(weight**2 for weight in right.values()))
    return round(shared / (lengths or 1.0), 3)


def length_factor(features: MentionFeatures) -> float:
    """How much the sentence counts, 1 from ``FULL_SENTENCE`` words on: short ones are alike by chance."""
    return min(1.0, len(features.sentence) / weights.FULL_SENTENCE)
