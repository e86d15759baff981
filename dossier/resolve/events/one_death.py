"""Who dies in an event: a person dies once, so all that tell of his death tell of one event."""

from collections.abc import Collection

from dossier.model import SURE_LINK, Polarity, Realis, Role
from dossier.resolve.events.resolved_mention import ResolvedMention


def victim(mention: ResolvedMention, people: Collection[str]) -> str | None:
    """The id of the person who dies in it; None where nobody known does, others die with him, or it is no fact.

    ``people`` are the ids of all actors who are persons.
    """
    factuality = mention.evidence.factuality
    if not mention.type.patient_dies or factuality.realis is not Realis.ACTUAL:
        return None
    patients = [player for player in mention.players if player.role is Role.PATIENT]
    if factuality.polarity is not Polarity.POSITIVE or len(patients) != 1:
        return None
    only = patients[0]
    return only.entity if only.entity in people and only.confidence >= SURE_LINK else None
