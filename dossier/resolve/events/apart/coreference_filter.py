"""Which pairs of mentions are not compared: they cannot be one event, or share nothing that distinguishes it."""

from dossier.model import OTHER_TYPE, Role
from dossier.resolve.events import event_weights as weights
from dossier.resolve.events.apart.first_look import may_share_a_distinction
from dossier.resolve.events.apart.part_and_whole import are_part_and_whole
from dossier.resolve.events.apart.polarities import are_contrary, are_of_two_polarities
from dossier.resolve.events.apart.same_death import are_a_year_off, are_death_and_tally, are_one_death
from dossier.resolve.events.apart.told_as_another import are_one_and_another
from dossier.resolve.events.apart.two_firsts import are_two_firsts
from dossier.resolve.events.apart.two_posts import are_to_two_posts
from dossier.resolve.events.apart.two_reports import are_as_of_two_days
from dossier.resolve.events.features.event_time import Time
from dossier.resolve.events.features.generality import is_unreal
from dossier.resolve.events.features.mention_features import CORE_ROLES, MentionFeatures
from dossier.resolve.events.mentions.content_words import UNSPECIFIC_VERBS
from dossier.resolve.events.shared.affair_evidence import are_in_one_affair, can_share_realis
from dossier.resolve.events.shared.anchors import (
    are_about_one_and_many,
    are_done_by_anybody,
    are_done_by_other_groups,
    are_done_by_others,
    happens_to_anybody,
    lack_an_anchor,
)
from dossier.resolve.events.shared.counts import comparable_quantities, count_otherwise, says_other_numbers
from dossier.resolve.events.shared.distinctions import (
    Distinction,
    distinctions,
)
from dossier.resolve.events.shared.reports import (
    are_in_one_article,
    are_reported_apart,
    is_saying,
    tell_one_matter_undated,
)
from dossier.resolve.events.shared.sentence_similarity import sentence_similarity, similarity_of_what_is_said
from dossier.resolve.events.shared.shared_roles import share_a_role
from dossier.resolve.events.shared.single_happening import tell_of_no_happening
from dossier.resolve.events.shared.trigger_relation import can_paraphrase, trigger_relation

_SAYINGS_BY = frozenset((Distinction.AGENT_AND_DATE, Distinction.OBJECT))
"""What makes two sayings in other words one."""

_SOON = 5 * 365
"""Days within which what happened "after 1985" mostly came. Set by hand."""


def can_corefer(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether two mentions can be one event, and share something that distinguishes it.

    They cannot if one of these holds:
    - they differ in realis (one is a fact, the other a plan), or one sentence tells both;
    - they are questions, or speak to "you", in two articles;
    - their words do not paraphrase each other, their ordinals differ, or one denies what the other says;
    - in two articles, two known actors or two groups do it, or it happens to somebody in one, and to an unknown "him"
      in the other, or each gives the count of its day, or they report weeks apart what may recur;
    - one was over before the other began, or their dates lie apart: in one article by anything, else by some days;
    - the trigger of one tells of several events, each at a time of its own, and the other has no date;
    - their sentences are less alike than such words need, or somebody says other numbers in each.

    What tells of one person's death is one event. In one affair a related trigger is enough, unless it is all that ties
    the two (``anchors.py``), and a fact may be told as general or possible elsewhere. A distinction
    (``distinctions.py``) is always enough.
    """
    return _may_be_tied(one, other) and can_be_one(one, other) and _are_tied(one, other)


def _may_be_tied(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether ``_are_tied`` may be true: a first look, which most pairs do not pass."""
    if are_one_death(one, other) or are_in_one_affair(one, other):
        return True
    return may_share_a_distinction(one, other) or _are_alike(one, other)


def _are_tied(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether the two share something that distinguishes the event."""
    if are_one_death(one, other):
        return True
    if are_in_one_affair(one, other):
        is_related = trigger_relation(one, other) is not None and not lack_an_anchor(one, other)
        return is_related and can_share_realis(one, other)
    return bool(distinctions(one, other)) or _are_alike(one, other)


def _are_alike(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether trigger and sentence are alike enough for two mentions that no distinction ties."""
    if one.realis != other.realis or (one.stem != other.stem and not can_paraphrase(one.mention, other.mention)):
        return False
    in_one_article = are_in_one_article(one, other)
    if not in_one_article and not _may_share_no_distinction(one, other):
        return False
    similarity = sentence_similarity(one, other)
    if similarity < _least_similarity(one, other):
        return False
    if similarity < weights.SIMILAR and not _share_a_distinction(one, other):
        return False
    return in_one_article or not tell_of_no_happening(one, other)


def _may_share_no_distinction(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether two reports may be one event without a distinction: both are dated, or it befalls one person once."""
    if (one.time and other.time) or tell_one_matter_undated(one, other):
        return True
    kind = one.mention.type
    befalls_once = kind.rare_per_person or (kind.paraphrased and not are_reported_apart(one, other))
    return befalls_once and bool(shared_defining_actors(one, other))


def can_be_one(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether sentence, hearer, ordinal, polarity, numbers that are said, date and names let the two be one event."""
    if one.mention.sentence == other.mention.sentence or _address_others(one, other):
        return False
    if not are_in_one_article(one, other) and _tell_of_others(one, other):
        return False
    if _has_other_ordinal(one, other) or are_contrary(one, other) or _are_two_sayings(one, other):
        return False
    if are_death_and_tally(one, other):
        return False
    if are_a_year_off(one, other):
        return True
    return not _happen_apart(one, other) and not _have_other_names(one, other)


def _tell_of_others(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether two articles tell of two that do it, of somebody to whom it happens and of anybody, or of two counts.

    Or of a part and the whole, of two firsts, of one and another, of what was so on two days, or of what may have come
    again since.
    """
    if are_done_by_others(one, other) or are_done_by_other_groups(one, other) or are_about_one_and_many(one, other):
        return True
    if happens_to_anybody(one, other) or are_done_by_anybody(one, other) or are_of_two_polarities(one, other):
        return True
    if are_part_and_whole(one, other) or are_as_of_two_days(one, other):
        return True
    if are_two_firsts(one, other) or are_to_two_posts(one, other) or are_one_and_another(one, other):
        return True
    return _are_counts_of_two_days(one, other) or _may_have_come_again(one, other)


def _may_have_come_again(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether reports, or a date and a report, lie weeks apart, and nothing says that it is what happened then.

    Who does or undergoes it says so, or what distinguishes an event, such as its object.
    """
    if (one.time and other.time) or are_one_death(one, other):
        return False
    dated, undated = (one, other) if one.time else (other, one)
    is_late = are_reported_apart(one, other, weights.RECURS_WITHIN)
    if dated.time:
        is_late = undated.published is not None and undated.published - dated.time.end > weights.RECURS_WITHIN
    return is_late and not share_a_role(one, other) and not distinctions(one, other)


def _are_counts_of_two_days(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether reports of two days count otherwise, and neither says when it was: a toll that grows, as of each day."""
    if one.time or other.time or one.published is None or other.published is None:
        return False
    is_counted = bool(comparable_quantities(one, other)) and count_otherwise(one, other)
    return is_counted and abs(one.published - other.published) >= 1


def _are_two_sayings(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether two reports tell of two sayings: somebody speaks every day, and is described in the same words each time.

    Reports of one day or the next may give one saying in words that are less alike, and so may those of a dated one.
    """
    if not (is_saying(one) and is_saying(other)) or are_in_one_article(one, other):
        return False
    is_otherwise = says_other_numbers(one, other) or _are_other_words(one, other)
    return is_otherwise and _SAYINGS_BY.isdisjoint(distinctions(one, other))


def _are_other_words(one: MentionFeatures, other: MentionFeatures) -> bool:
    if one.published is None or other.published is None:
        return False
    is_soon = abs(one.published - other.published) <= 1
    return similarity_of_what_is_said(one, other) < (weights.MUCH_ALIKE if is_soon else weights.SAME_WORDS)


def shared_defining_actors(one: MentionFeatures, other: MentionFeatures) -> frozenset[str]:
    """The actors that both mentions have in the defining role: that in which events of one type differ most.

    It is the patient. In a type whose words paraphrase each other it is the agent, if neither mention has a patient
    ("resigned"). Unspecific verbs and speech acts have no defining role.
    """
    kind = one.mention.type
    if one.mention.lemma in UNSPECIFIC_VERBS or kind.speech_act:
        return frozenset()
    has_patient = any(Role.PATIENT in it.actors_by_role or Role.PATIENT in it.words_by_role for it in (one, other))
    if not has_patient and not kind.paraphrased:
        return frozenset()
    role = Role.PATIENT if has_patient else Role.AGENT
    return one.actors_by_role.get(role, frozenset()) & other.actors_by_role.get(role, frozenset())


def takes_up(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one of the two takes up the other, in one article, as known: "the raid".

    No untyped event, speech act or unspecific verb does.
    """
    kind = one.mention.type
    if kind.name == OTHER_TYPE or kind.speech_act or one.mention.lemma in UNSPECIFIC_VERBS:
        return False
    return one.antecedent == other.mention.trigger_key or other.antecedent == one.mention.trigger_key


def _share_a_distinction(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether the two share something that distinguishes this event from others of its type.

    It is one of these: an actor in the defining role; a trigger that takes up the other; two dates of three days at
    most; a headline and its article; half of the patients' words; two actors, if roles may change or words paraphrase.
    """
    if shared_defining_actors(one, other) or takes_up(one, other):
        return True
    if one.time and other.time and max(one.time.length, other.time.length) <= weights.DATES_APART:
        return True
    if one.mention.is_headline != other.mention.is_headline and are_in_one_article(one, other):
        return True
    left, right = (it.words_by_role.get(Role.PATIENT, frozenset()) for it in (one, other))
    if 2 * len(left & right) >= max(1, len(left), len(right)):
        return True
    shared, kind = one.actors & other.actors, one.mention.type
    if len(shared) < 2 or not (kind.symmetric or kind.paraphrased):
        return False
    return any(_has_core_role(one, actor) and _has_core_role(other, actor) for actor in shared)


def _happen_apart(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether their dates differ, or one is told at several times and no date says at which the other happened."""
    if (one.is_one_of_several or other.is_one_of_several) and (one.time is None) != (other.time is None):
        return True
    return not _can_share_date(one, other)


def _has_core_role(features: MentionFeatures, actor: str) -> bool:
    return any(actor in features.actors_by_role.get(role, ()) for role in CORE_ROLES)


def _address_others(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether two articles both ask something, or both speak to "you", who is somebody else in each.

    Two that speak to "you" about one actor are left out.
    """
    if are_in_one_article(one, other):
        return False
    if one.is_question and other.is_question:
        return True
    return one.is_addressed and other.is_addressed and one.actors.isdisjoint(other.actors)


def _least_similarity(one: MentionFeatures, other: MentionFeatures) -> float:
    """How similar the sentences must be: the more, the less the trigger alone says which event it is."""
    if is_unreal(one.mention):
        return weights.SIMILAR_SPEECH if are_in_one_article(one, other) else weights.NEARLY_EQUAL
    if one.mention.type.speech_act:
        return weights.SIMILAR_SPEECH
    return weights.SIMILAR_UNSPECIFIC if one.mention.lemma in UNSPECIFIC_VERBS else 0.0


def _have_other_names(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether two known nouns have different names: "the Asian crisis", "the Mexican crisis"."""
    left, right = (it.known.names if it.known else frozenset() for it in (one, other))
    return bool(left and right and left.isdisjoint(right))


def _has_other_ordinal(one: MentionFeatures, other: MentionFeatures) -> bool:
    return bool(one.ordinal and other.ordinal and one.ordinal != other.ordinal)


def _can_share_date(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether neither was over before the other began or came years before it, and two dates are near."""
    if _is_over_before(one, other) or _is_over_before(other, one):
        return False
    if _began_years_before(one, other) or _began_years_before(other, one):
        return False
    if one.time is None or other.time is None:
        return True
    return _are_near(one.time, other.time, in_one_article=are_in_one_article(one, other))


def _began_years_before(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether ``one`` is told as of after a time that lay years before the date of ``other``: "after 1985", "2011"."""
    return one.begins is not None and other.time is not None and other.time.start - one.begins > _SOON


def _is_over_before(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether ``one`` took place before the date of ``other`` began, if only because it was published by then."""
    return one.over_by is not None and other.time is not None and other.time.from_on >= one.over_by


def _are_near(one: Time, other: Time, *, in_one_article: bool) -> bool:
    """Whether the dates overlap, or, in two articles, are short and only a slip of a few days apart."""
    gap = one.gap(other)
    if gap < 0:
        return True
    return not in_one_article and gap < weights.DATES_APART and max(one.length, other.length) < weights.SHORT_DATE
