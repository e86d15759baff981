"""Whether two mentions say that it was, or one that it was and the other that it was not."""

from dossier.model import Polarity, Tense
from dossier.resolve.events.features.mention_features import MentionFeatures
from dossier.resolve.events.shared.reports import tell_one_matter_undated
from dossier.resolve.events.shared.shared_roles import share_a_role

_CONTRARY = {Polarity.POSITIVE, Polarity.NEGATIVE}
_WITHOUT_TENSE = (None, Tense.BARE)
"""None is that of a noun."""


def are_of_two_polarities(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one says that it was and the other that it was not, and no denial: of two, it seems.

    A denial is a verb with a tense, of what somebody known does or undergoes in both: "did not pay". "Avoided paying",
    and "no resistance", tell of something else.
    """
    if not _differ(one, other) or tell_one_matter_undated(one, other):
        return False
    is_no_denial = any(_is_negative(it) and it.mention.evidence.tense in _WITHOUT_TENSE for it in (one, other))
    return is_no_denial or not share_a_role(one, other)


def are_contrary(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one says that it was and the other that it was not, and both say so in the article's own voice.

    A claim and its denial by somebody are accounts of one event; "paid" and "did not pay" are two events.
    """
    return _differ(one, other) and not any(it.mention.evidence.attribution for it in (one, other))


def _is_negative(features: MentionFeatures) -> bool:
    return features.mention.evidence.factuality.polarity is Polarity.NEGATIVE


def _differ(one: MentionFeatures, other: MentionFeatures) -> bool:
    return {it.mention.evidence.factuality.polarity for it in (one, other)} == _CONTRARY
