"""A first look at two mentions: most that blocking brings together share too little for any of the dearer rules."""

from dossier.model import Role
from dossier.resolve.events import event_weights as weights
from dossier.resolve.events.mention_features import MentionFeatures
from dossier.resolve.events.sentence_similarity import near_words, sentence_similarity

_NOBODY: frozenset[str] = frozenset()


def may_share_a_distinction(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether the two share what one of the distinctions asks for at least (see ``distinctions.py``).

    Where it is false, ``distinctions`` finds none: it changes no result, and costs a tenth.
    """
    if one.stem != other.stem or one.realis is not other.realis:
        return False
    if one.known is not None and other.known is not None:
        return True
    if one.deed.is_done and other.deed.is_done and not one.deed.words.keys().isdisjoint(other.deed.words):
        return True
    has_patient = _share_in_role(one, other, Role.PATIENT)
    if has_patient and _share_in_role(one, other, Role.AGENT):
        return True
    near = near_words(one, other)
    if near < weights.FEW_ALIKE:
        return False
    if has_patient or near >= weights.MUCH_ALIKE or (one.time and other.time):
        return True
    return sentence_similarity(one, other) >= weights.MUCH_ALIKE


def _share_in_role(one: MentionFeatures, other: MentionFeatures, role: Role) -> bool:
    """Whether an actor, or a word for one, has the role in both."""
    if not one.role_words.get(role, _NOBODY).isdisjoint(other.role_words.get(role, _NOBODY)):
        return True
    return not one.actors_by_role.get(role, _NOBODY).isdisjoint(other.actors_by_role.get(role, _NOBODY))
