"""What two dated reports tell as of their days: what was not yet, and which step of a scale was taken."""

from dossier.model import Polarity, Tense
from dossier.resolve.events.event_weights import SAME_WORDS
from dossier.resolve.events.features.mention_features import MentionFeatures
from dossier.resolve.events.shared.reports import are_reported_apart, tell_one_matter_undated
from dossier.resolve.events.shared.sentence_similarity import sentence_similarity

_UP_TO_NOW = (Tense.PRESENT, Tense.PERFECT, Tense.PLUPERFECT)
"""The tenses of "is not spreading", "has not spread" and, where somebody said so, "had not spread"."""
_A_STEP_IS_NEWS = 2
"""Days from the day of a step, or of its report, to a report that may tell of the next one where it gives no number.
Set by hand: news of a step is soon told, and another may follow within days."""


def are_as_of_two_days(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether each says that it had not happened by its day, or one tells of a step, the other of some step later.

    "It has not spread in Peru", said on two days, is no one thing that did not happen. "Raised its alert", told days
    after it was raised to four, may be the next step.
    """
    if tell_one_matter_undated(one, other):
        return False
    return _were_not_yet(one, other) or _may_be_next_step(one, other) or _may_be_next_step(other, one)


def _were_not_yet(one: MentionFeatures, other: MentionFeatures) -> bool:
    if not (_was_not_yet(one) and _was_not_yet(other)) or (one.time and other.time):
        return False
    return are_reported_apart(one, other, 1) and sentence_similarity(one, other) < SAME_WORDS


def _was_not_yet(features: MentionFeatures) -> bool:
    evidence = features.mention.evidence
    return evidence.factuality.polarity is Polarity.NEGATIVE and evidence.tense in _UP_TO_NOW


def _may_be_next_step(stepped: MentionFeatures, other: MentionFeatures) -> bool:
    if not stepped.deed.steps or other.deed.steps or other.time is not None or other.published is None:
        return False
    end = stepped.time.start + 1 if stepped.time else stepped.published
    return end is not None and abs(other.published - end) >= _A_STEP_IS_NEWS
