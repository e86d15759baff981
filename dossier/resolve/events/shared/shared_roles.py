"""How much of who does something, or of what it is done to, two mentions share."""

from dossier.model import Role
from dossier.resolve.events import event_weights as weights
from dossier.resolve.events.features.deed import NO_OBJECT_STEMS
from dossier.resolve.events.features.mention_features import CORE_ROLES, MentionFeatures


def shared_in_role(one: MentionFeatures, other: MentionFeatures, role: Role) -> float:
    """How much of the participant in the role both share, from 0 to 1: an actor, else words where one is no actor.

    Words for what is no known actor count only where they may name the actor of the other (see ``_may_name``).
    """
    left, right = one.actors_by_role.get(role), other.actors_by_role.get(role)
    if left and right:
        return float(bool(left & right))
    words, others = (it.role_words.get(role, frozenset()) - NO_OBJECT_STEMS for it in (one, other))
    if bool(left) != bool(right) and not _may_name(*((one, other) if left else (other, one)), role):
        return 0.0
    return len(words & others) / max(1, min(len(words), len(others)))


def share_a_role(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether somebody known does it in both, or undergoes it in both."""
    nobody: frozenset[str] = frozenset()
    both = ((it.actors_by_role.get(role, nobody) for it in (one, other)) for role in CORE_ROLES)
    return any(not left.isdisjoint(right) for left, right in both)


def name_one_thing(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether both sentences name one actor, or a number or two words say what it is done to.

    "Treatment" may be anybody's.
    """
    left, right = (it.actors | it.mention.actors_in_sentence | it.context.numbers for it in (one, other))
    return not left.isdisjoint(right) or len(one.deed.words.keys() & other.deed.words.keys()) > 1


def _may_name(named: MentionFeatures, worded: MentionFeatures, role: Role) -> bool:
    """Whether words in the role may mean the actor in it: half of his words at least, or a phrase that names him.

    Health officials are no World Health Organization, but "the organization's committee" may act for it where the
    organization is told to be this one.
    """
    actors = named.actors_by_role.get(role, frozenset())
    if not actors.isdisjoint(worded.actors):
        return True
    words, others = named.role_words.get(role, frozenset()), worded.role_words.get(role, frozenset())
    return words <= others or (others <= words and len(others) >= weights.HALF * len(words))
