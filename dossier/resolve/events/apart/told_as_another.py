"""Which pairs of reports tell of one and of another: "some patients" and "ten other patients", or of the last time."""

import re

from dossier.resolve.events.features.mention_features import CORE_ROLES, MentionFeatures
from dossier.resolve.events.shared.reports import tell_one_matter_undated
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.resolve.events", "event_comparison_words.toml")
# "another patient", "ten other patients"; not "other" of "each other"
_OTHERS = re.compile(rf"(?:[\w,]+\s+)?(?:{'|'.join(sorted(_WORDS['others']))})\b", re.IGNORECASE)
# "the last time that a leaflet had been ": what was sent before the one of today
_LAST_TIME = re.compile(r"\bthe last time\b[^,;:]*$", re.IGNORECASE)


def are_one_and_another(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether only one of the two is told of others than those told of before, or as what came the last time.

    Undated reports of one matter may each call the same people others.
    """
    if _is_the_last_time(one) is not _is_the_last_time(other):
        return True
    return _is_of_others(one) is not _is_of_others(other) and not tell_one_matter_undated(one, other)


def _is_of_others(features: MentionFeatures) -> bool:
    players = (player for player in features.mention.players if player.role in CORE_ROLES and not player.entity)
    return any(_OTHERS.match(player.name) for player in players)


def _is_the_last_time(features: MentionFeatures) -> bool:
    evidence = features.mention.evidence
    return bool(_LAST_TIME.search(evidence.quote.exact[: evidence.trigger.span.start - evidence.quote.span.start]))
