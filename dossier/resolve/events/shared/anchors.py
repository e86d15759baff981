"""What ties two mentions in two articles to one event beside their trigger: somebody or something that both name.

Where one names to whom it happened, a pronoun that nobody is known for in the other ("arrested him") may be anybody.
In one affair, where most mentions share actors and words, a trigger that says little is no tie, nor is one that tells
of many ("payments"), or of a habit ("pays on time").
"""

import re

from dossier.model import Number, Role, Tense
from dossier.resolve.events.event_weights import MUCH_ALIKE, SAME_WORDS
from dossier.resolve.events.features.deed import NO_OBJECT_STEMS
from dossier.resolve.events.features.mention_features import CORE_ROLES, MentionFeatures
from dossier.resolve.events.mentions.content_words import stem
from dossier.resolve.events.shared.affair_evidence import are_in_one_affair
from dossier.resolve.events.shared.reports import tell_one_matter_undated
from dossier.resolve.events.shared.sentence_similarity import near_words, sentence_similarity
from dossier.resolve.events.shared.shared_roles import share_a_role
from dossier.resolve.events.shared.trigger_relation import TriggerRelation, trigger_relation

_WEAK = (TriggerRelation.FAMILY, TriggerRelation.UNSPECIFIC, TriggerRelation.PARAPHRASE)
"""Relations of triggers that make no event one where nobody and nothing that takes part is called alike:
"left", and "killed" beside "suicide"."""

# "unions", "the maintenance workers": not "the press", nor "the minister's"
_GROUP = re.compile(r"(?:[\w'’-]+ )*[\w'’-]*[^\Ws'’]s")


def happens_to_anybody(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one names to whom it happens, and the other has but a pronoun, nor names him in its sentence."""
    return _is_to_a_pronoun(one, other) or _is_to_a_pronoun(other, one)


def are_done_by_anybody(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one does not tell who does it, so that it may be somebody else than in the other.

    It has but a pronoun or a number ("we", "all three"), and they are not much alike; or its article has several do
    such a thing, and it is no copy. A step of a scale, which is taken once, what somebody known undergoes in both, and
    undated reports of one matter are left out.
    """
    is_by_any = one.may_be_by_any or other.may_be_by_any
    is_by_anybody = (_is_by_anybody(one) or _is_by_anybody(other)) and all(map(_has_agent, (one, other)))
    if not (is_by_any or is_by_anybody) or tell_one_matter_undated(one, other):
        return False
    if share_a_role(one, other) or one.deed.steps & other.deed.steps:
        return False
    similarity = sentence_similarity(one, other)
    if is_by_any:
        return similarity < SAME_WORDS
    return max(similarity, near_words(one, other)) < MUCH_ALIKE


def are_done_by_others(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether two known actors do it, each named by one alone; a step of a scale is taken by a body and by its head.

    A name that is a part of the other is no other actor: "the ministry", "the ministry of trade".
    """
    left, right = (it.actors_by_role.get(Role.AGENT, frozenset()) for it in (one, other))
    if not left or not right or one.mention.type.symmetric or one.deed.steps & other.deed.steps:
        return False
    if not left.isdisjoint(_named(other)) or not right.isdisjoint(_named(one)):
        return False
    words, others = (it.role_words.get(Role.AGENT, frozenset()) for it in (one, other))
    return words.isdisjoint(others) or not (words <= others or others <= words)


def are_done_by_other_groups(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether two groups do it that nobody names, each by another word: "scientists", "manufacturers".

    Sentences that are much alike may call one group by two words, and so may reports of one affair ("thieves",
    "robbers"), unless it is done to others too.
    """
    left, right = (_groups(it) for it in (one, other))
    if not left or not right or not left.isdisjoint(right):
        return False
    if are_in_one_affair(one, other) and not _have_other_patients(one, other):
        return False
    return sentence_similarity(one, other) < MUCH_ALIKE


def are_about_one_and_many(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one speaks about a thing, the other about such things in general: "condemned the raid", "… raids"."""
    if not (one.mention.type.speech_act and other.mention.type.speech_act):
        return False
    left, right = (it.words_by_role.get(Role.PATIENT, frozenset()) for it in (one, other))
    return left.isdisjoint(right) and not _stems(left).isdisjoint(_stems(right))


def lack_an_anchor(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether nothing but the trigger, which says too little, ties two mentions of one affair."""
    if _share_words(one, other):
        return False
    if trigger_relation(one, other) in _WEAK:
        return True
    left, right = _names_alone(one, other), _names_alone(other, one)
    if left and right:
        return True
    return (left or right) and any(_tells_of_many(it) for it in (one, other))


def _has_agent(features: MentionFeatures) -> bool:
    return any(player.role is Role.AGENT for player in features.mention.players)


def _is_by_anybody(features: MentionFeatures) -> bool:
    """Whether it has an agent of whom nothing is said: no known actor, and no word that says who it is."""
    return (
        _has_agent(features)
        and not features.actors_by_role.get(Role.AGENT)
        and not features.role_words.get(Role.AGENT, frozenset()) - NO_OBJECT_STEMS
    )


def _have_other_patients(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether both say to whom or what it is done, and share no word for that."""
    left, right = (it.role_words.get(Role.PATIENT, frozenset()) for it in (one, other))
    return bool(left and right) and left.isdisjoint(right)


def _stems(words: frozenset[str]) -> frozenset[str]:
    """Stems that the plural of a word has too, which ``stem`` keeps apart."""
    return frozenset(stem(word.removesuffix("s")) for word in words)


def _groups(features: MentionFeatures) -> frozenset[str]:
    """The stems of the words for those who do it; none unless all are groups that nobody names."""
    agents = [player for player in features.mention.players if player.role is Role.AGENT]
    if any(agent.entity or not _GROUP.fullmatch(agent.name) for agent in agents):
        return frozenset()
    return features.role_words.get(Role.AGENT, frozenset())


def _is_to_a_pronoun(named: MentionFeatures, unnamed: MentionFeatures) -> bool:
    patients = named.actors_by_role.get(Role.PATIENT, frozenset())
    if not patients or not patients.isdisjoint(unnamed.actors | unnamed.mention.actors_in_sentence):
        return False
    others = [player for player in unnamed.mention.players if player.role is Role.PATIENT]
    has_words = Role.PATIENT in unnamed.role_words or any(player.entity for player in others)
    return bool(others) and not has_words


def _share_words(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether a word for any participant of one stands among those of the other."""
    left, right = (frozenset(word for words in it.role_words.values() for word in words) for it in (one, other))
    return not left.isdisjoint(right)


def _names_alone(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether ``one`` names who does or undergoes it, and the sentence of the other names none of them."""
    actors = frozenset(actor for role in CORE_ROLES for actor in one.actors_by_role.get(role, ()))
    return bool(actors) and actors.isdisjoint(_named(other))


def _named(features: MentionFeatures) -> frozenset[str]:
    return features.actors | features.mention.actors_in_sentence


def _tells_of_many(features: MentionFeatures) -> bool:
    """Whether it is a noun in the plural, or stands in the present, below a headline, as a habit does."""
    evidence = features.mention.evidence
    is_habit = evidence.tense is Tense.PRESENT and not features.mention.is_headline
    return evidence.number is Number.PLURAL or is_habit
