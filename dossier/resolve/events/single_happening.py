"""Which pairs of reports tell of no single happening, so that they are one only where one copies the other's words."""

from dossier.resolve.events import event_weights as weights
from dossier.resolve.events.generality import is_kind
from dossier.resolve.events.mention_features import MentionFeatures
from dossier.resolve.events.reports import is_a_report_undated
from dossier.resolve.events.sentence_similarity import sentence_similarity


def tell_of_no_happening(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one of two reports tells of what is general or but possible, and they do not copy each other.

    What is told of a kind may be what goes on just now: two reports of these days in nearly the same words are one.
    Articles without a date are left out: nothing says that theirs are not the same days.
    """
    if one.wording == other.wording or is_a_report_undated(one, other):
        return False
    if one.is_general or other.is_general:
        return True
    return (is_kind(one.mention) or is_kind(other.mention)) and not _are_nearly_copies(one, other)


def _are_nearly_copies(one: MentionFeatures, other: MentionFeatures) -> bool:
    if one.published is None or other.published is None or abs(one.published - other.published) > weights.FEW_DAYS:
        return False
    return sentence_similarity(one, other) >= weights.SAME_WORDS
