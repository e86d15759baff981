"""Which pairs of reports tell of no single happening, so that they are one only where one copies the other's words."""

from dossier.resolve.events import event_weights as weights
from dossier.resolve.events.features.generality import is_kind, is_mere_participle
from dossier.resolve.events.features.mention_features import MentionFeatures
from dossier.resolve.events.shared.reports import are_both_dated, are_reported_apart, tell_one_matter_undated
from dossier.resolve.events.shared.sentence_similarity import sentence_similarity


def tell_of_no_happening(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one of two reports tells of what is general or but possible, and they do not copy each other.

    What is told of a kind may be what goes on just now: two reports of these days in nearly the same words are one.
    Articles of one close affair without a date are left out: nothing says that theirs are not the same days.
    """
    if one.wording == other.wording or tell_one_matter_undated(one, other):
        return False
    if are_both_dated(one, other) and (one.is_general or other.is_general):
        return True
    return any(map(_tells_of_none, (one, other))) and not _are_nearly_copies(one, other)


def _tells_of_none(features: MentionFeatures) -> bool:
    return features.is_general or is_kind(features.mention) or is_mere_participle(features.mention)


def _are_nearly_copies(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether the sentences are nearly equal, and no days lie between the reports as far as these are dated."""
    if are_reported_apart(one, other, weights.FEW_DAYS):
        return False
    return sentence_similarity(one, other) >= weights.SAME_WORDS
