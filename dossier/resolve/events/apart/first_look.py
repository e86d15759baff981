"""A first look at two mentions: most that blocking brings together share too little for any of the dearer rules."""

from dossier.model import Role
from dossier.resolve.events import event_weights as weights
from dossier.resolve.events.features.mention_features import MentionFeatures
from dossier.resolve.events.shared.sentence_similarity import near_words, sentence_similarity

_NOBODY: frozenset[str] = frozenset()


def may_share_a_distinction(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether the two share what one of the distinctions asks for at least (see ``distinctions.py``).

    Where it is false, ``distinctions`` finds none: it changes no result, and costs a tenth.
    """
    if one.stem != other.stem or one.realis is not other.realis:
        return False
    if (one.known is not None and other.known is not None) or _do_to_one_thing(one, other):
        return True
    has_patient = _share_in_role(one, other, Role.PATIENT)
    return (has_patient and _share_in_role(one, other, Role.AGENT)) or _are_told_alike(one, other, has_patient)


def _do_to_one_thing(one: MentionFeatures, other: MentionFeatures) -> bool:
    left, right = one.deed, other.deed
    return left.is_done and right.is_done and not left.words.keys().isdisjoint(right.words)


def _are_told_alike(one: MentionFeatures, other: MentionFeatures, has_patient: bool) -> bool:
    """Whether the words near the triggers are alike, and a patient, a date each or the sentences help."""
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
