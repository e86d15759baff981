"""Whether two mentions say that it was, or one that it was and the other that it was not."""

from dossier.model import Polarity
from dossier.resolve.events.features.mention_features import MentionFeatures
from dossier.resolve.events.shared.reports import tell_one_matter_undated
from dossier.resolve.events.shared.shared_roles import share_a_role

_CONTRARY = {Polarity.POSITIVE, Polarity.NEGATIVE}


def are_of_two_polarities(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one says that it was and the other that it was not, and nobody known ties them: of two, it seems."""
    if tell_one_matter_undated(one, other):
        return False
    return _differ(one, other) and not share_a_role(one, other)


def are_contrary(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one says that it was and the other that it was not, and both say so in the article's own voice.

    A claim and its denial by somebody are accounts of one event; "paid" and "did not pay" are two events.
    """
    return _differ(one, other) and not any(it.mention.evidence.attribution for it in (one, other))


def _differ(one: MentionFeatures, other: MentionFeatures) -> bool:
    return {it.mention.evidence.factuality.polarity for it in (one, other)} == _CONTRARY
