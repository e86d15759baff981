"""Which pairs of reports tell of two appointments of somebody who rose, or moved on."""

import re

from dossier.resolve.events.features.deed import behind_trigger, object_phrase, object_words
from dossier.resolve.events.features.mention_features import MentionFeatures
from dossier.resolve.events.shared.reports import tell_one_matter_undated

_APPOINTMENT = "appointment"
# "to be ", "as " before "head of the mint"
_TO_A_POST = re.compile(r"\b(?:to\s+be|to|as)\s+(?P<post>.+)")


def are_to_two_posts(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether each names a post to which somebody is appointed, and the posts share no word."""
    if {it.mention.type.name for it in (one, other)} != {_APPOINTMENT} or tell_one_matter_undated(one, other):
        return False
    left, right = map(_post, (one, other))
    return bool(left and right) and left.isdisjoint(right)


def _post(features: MentionFeatures) -> frozenset[str]:
    found = _TO_A_POST.search(behind_trigger(features.mention))
    return object_words(object_phrase(f" {found['post']}", is_noun=False)) if found else frozenset()
