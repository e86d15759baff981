"""Which pairs of reports tell of the first of a kind, each for somebody else or somewhere else."""

import re

from dossier.resolve.events.features.mention_features import MentionFeatures

_FIRST = re.compile(r"\b(?:first|1st)\b", re.IGNORECASE)


def are_two_firsts(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether each is the first of what it tells, and no actor has a part in both.

    "Peru found its first case", "the first case in Asia was found": each is the first somewhere.
    """
    if not one.actors or not one.actors.isdisjoint(other.actors):
        return False
    return bool(other.actors) and _is_of_a_first(one) and _is_of_a_first(other)


def _is_of_a_first(features: MentionFeatures) -> bool:
    return any(not player.entity and _FIRST.search(player.name) for player in features.mention.players)
