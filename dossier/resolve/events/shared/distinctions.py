"""What two mentions share that distinguishes one event from all others: only with it two reports are one event.

Reports of one affair share most of their actors and words day after day, so that no sum of what is alike makes two of
them one. Each of these kinds was looked at by itself, in pairs of which readers said whether they are one event.
"""

from collections.abc import Iterator
from enum import StrEnum

from dossier.model import Role
from dossier.resolve.events import event_weights as weights
from dossier.resolve.events.features.deed import NO_OBJECT_STEMS, TYPES_WITH_INFINITIVES
from dossier.resolve.events.features.generality import is_unreal
from dossier.resolve.events.features.mention_features import MentionFeatures
from dossier.resolve.events.features.trigger_context import YEAR
from dossier.resolve.events.mentions.content_words import UNSPECIFIC_VERBS
from dossier.resolve.events.shared.counts import (
    both_count,
    comparable_quantities,
    count_otherwise,
    give_other_numbers,
    greatest_differ,
    have_same_numbers,
)
from dossier.resolve.events.shared.last_pair import kept_for_last_pair
from dossier.resolve.events.shared.reports import (
    are_in_one_article,
    are_reported_apart,
    only_states,
    tell_one_matter_undated,
)
from dossier.resolve.events.shared.same_dates import have_near_dates, have_one_date, have_one_day
from dossier.resolve.events.shared.sentence_similarity import (
    near_words,
    sentence_similarity,
    similarity_of_what_is_said,
)
from dossier.resolve.events.shared.shared_roles import name_one_thing, shared_in_role
from dossier.resolve.events.shared.single_happening import tell_of_no_happening

_DAYS_A_YEAR = 365.2425
"""Of the Gregorian calendar."""


class Distinction(StrEnum):
    """A kind of thing that distinguishes an event; the value is the name of its weight."""

    SENTENCE = "like_sentences"
    """The sentences are much alike, and so are their numbers."""
    CLAUSE = "like_clauses"
    """The words near the trigger are alike, it is no word of saying, and days apart something else is the same."""
    PARTS = "same_agent_and_patient"
    PATIENT = "same_patient"
    """The patient is the same, and the sentences are somewhat alike."""
    KNOWN = "known_noun"
    """Both take up what is known: "the financial crisis", "the crisis"."""
    DAY = "same_day"
    """Both give one day, and share words near the trigger."""
    AGENT_AND_DATE = "same_agent_and_date"
    """The agent is the same, and the date of one lies within that of the other: "on 11 June", "earlier this month"."""
    OBJECT = "same_object"
    """The same is done to the same, as far as both say who does it, and the dates or reports are near."""


@kept_for_last_pair
def distinctions(one: MentionFeatures, other: MentionFeatures) -> tuple[Distinction, ...]:
    """The distinctions that the two share: none where realis, trigger, numbers of it, or countries near it differ."""
    if one.stem != other.stem or one.realis != other.realis or _differ(one, other):
        return ()
    if not are_in_one_article(one, other) and tell_of_no_happening(one, other):
        return ()
    return tuple(_found(one, other))


def _found(one: MentionFeatures, other: MentionFeatures) -> Iterator[Distinction]:
    is_real = not is_unreal(one.mention)
    if is_real and _are_known(one, other):
        yield Distinction.KNOWN
    in_one_article = are_in_one_article(one, other)
    if in_one_article or _are_disjoint(one.context.numbers, other.context.numbers) or _is_long_past(one, other):
        return
    if not _happen_to_others(one, other):
        yield from _by_wording(one, other, is_real=is_real)
    count_alike = not count_otherwise(one, other) or (have_same_numbers(one, other) and not both_count(one, other))
    if is_real and count_alike and _have_one_patient(one, other):
        yield Distinction.PATIENT
    if count_alike and _have_same_parts(one, other):
        yield Distinction.PARTS
    if near_words(one, other) >= weights.FEW_ALIKE and have_one_day(one, other):
        yield Distinction.DAY
    if _does_it_on_one_date(one, other):
        yield Distinction.AGENT_AND_DATE
    if count_alike and _have_one_object(one, other):
        yield Distinction.OBJECT


def _by_wording(one: MentionFeatures, other: MentionFeatures, *, is_real: bool) -> Iterator[Distinction]:
    """Whether sentences or clauses are much alike."""
    if not have_same_numbers(one, other):
        return
    near = near_words(one, other)
    if sentence_similarity(one, other) >= weights.MUCH_ALIKE and near >= weights.FEW_ALIKE:
        yield Distinction.SENTENCE
    is_said = one.mention.type.reporting or other.mention.type.reporting
    least = weights.SAME_WORDS if are_reported_apart(one, other, weights.FEW_DAYS) else weights.MUCH_ALIKE
    if is_real and near >= least and not is_said and not _may_recur(one, other):
        yield Distinction.CLAUSE


def _may_recur(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether like words may tell of what came again: days apart, with no date, number or actor that both have.

    So do "in a telephone briefing", and "cases still under investigation"; of a noun ("on a trip") a day is enough.
    """
    is_noun = one.mention.evidence.tense is None and other.mention.evidence.tense is None
    if (one.time and other.time) or not are_reported_apart(one, other, 0 if is_noun else 1):
        return False
    nobody: frozenset[str] = frozenset()
    roles = (Role.AGENT, Role.PATIENT)
    has_actor = any(one.actors_by_role.get(role, nobody) & other.actors_by_role.get(role, nobody) for role in roles)
    return not has_actor and one.numbers.isdisjoint(other.numbers)


def _happen_to_others(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether each says what or whom it happens to, in words or names that the other does not have for that."""
    if not one.actors_by_role.get(Role.PATIENT, frozenset()).isdisjoint(other.actors):
        return False
    left, right = (it.role_words.get(Role.PATIENT, frozenset()) - NO_OBJECT_STEMS for it in (one, other))
    return _are_disjoint(left, right)


def _have_same_parts(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether the same do it to the same: within days, where nobody known does it, or a vague verb tells it."""
    agents, patients = (shared_in_role(one, other, role) for role in (Role.AGENT, Role.PATIENT))
    if not (agents and patients) or (_name_others(one, other) and not have_near_dates(one, other)):
        return False
    if tell_one_matter_undated(one, other):
        return True
    is_common = one.mention.lemma in UNSPECIFIC_VERBS or not _have_one_actor(one, other)
    return _are_soon(one, other, weights.FEW_DAYS if is_common else weights.LONG_APART)


def _does_it_on_one_date(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether the agent is the same, the date of one lies within that of the other, and the words near are alike."""
    if one.mention.lemma in UNSPECIFIC_VERBS or near_words(one, other) < weights.QUITE_ALIKE:
        return False
    if only_states(one) and similarity_of_what_is_said(one, other) < weights.SIMILAR:
        return False
    return shared_in_role(one, other, Role.AGENT) >= weights.HALF and have_one_date(one, other)


def _have_one_patient(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether the patients are one, the agents do not differ, and the reports are of the same days."""
    if one.mention.type.reporting or one.mention.lemma in UNSPECIFIC_VERBS:
        return False
    if sentence_similarity(one, other) < weights.SOMEWHAT_SIMILAR:
        return False
    if are_reported_apart(one, other) or _name_others(one, other):
        return False
    if shared_in_role(one, other, Role.PATIENT) < weights.HALF or near_words(one, other) < weights.FEW_ALIKE:
        return False
    if not name_one_thing(one, other):
        return False
    both_have_agents = one.role_words.get(Role.AGENT) and other.role_words.get(Role.AGENT)
    return not both_have_agents or shared_in_role(one, other, Role.AGENT) > 0


def _have_one_object(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one thing is done to one thing, told in words rare enough for what agents and dates leave open."""
    left, right = one.deed, other.deed
    if not (left.is_done and right.is_done) or left.words.keys().isdisjoint(right.words):
        return False
    if _may_be_done_again(one, other) or _name_others(one, other) or left.names_another(right):
        return False
    is_step = bool(left.steps & right.steps)
    have_agents = all(it.role_words.get(Role.AGENT) for it in (one, other))
    if have_agents and not is_step and shared_in_role(one, other, Role.AGENT) < weights.HALF:
        return False
    asks = one.mention.type.name in TYPES_WITH_INFINITIVES  # many ask, and what is asked stands in a verb
    if not have_agents and (asks or not (is_step or name_one_thing(one, other))):
        return False
    least, share = weights.OBJECT_OF_ONE_AGENT, weights.HALF
    if one.time and other.time:
        least, share = (least, weights.THIRD) if have_agents else (weights.OBJECT_ALONE_DATED, share)
    elif not have_agents and not is_step:
        least = weights.OBJECT_ALONE
    if left.shared(right) < least or left.share(right) < share:
        return False
    return _are_soon(one, other, weights.ABOUT_A_MONTH if is_step else weights.LONG_APART)


def _may_be_done_again(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether each may be another of its kind: somebody says much, and does much that a vague verb tells.

    Of a row ("nine new cases were confirmed") two are one where they are reported on one day, with one number.
    """
    if only_states(one):
        return True
    if one.deed.is_one_of_a_row or other.deed.is_one_of_a_row:
        is_counted_alike = not one.context.numbers.isdisjoint(other.context.numbers)
        return not is_counted_alike or are_reported_apart(one, other, 0)
    if one.mention.lemma not in UNSPECIFIC_VERBS or one.deed.steps & other.deed.steps:
        return False
    return not _have_one_actor(one, other)


def _have_one_actor(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one known actor is the agent of both."""
    left, right = (it.actors_by_role.get(Role.AGENT, frozenset()) for it in (one, other))
    return not left.isdisjoint(right)


def _are_soon(one: MentionFeatures, other: MentionFeatures, days: int) -> bool:
    """Whether no more days lie between the date of one and the report of the other; else between two dates or reports.

    Two dates are of about a month at most.
    """
    if one.time and other.time:
        return max(it.length + it.slack for it in (one.time, other.time)) <= weights.ABOUT_A_MONTH
    dated, undated = (one, other) if one.time else (other, one)
    if undated.published is None:
        return False
    if dated.time is not None:
        return undated.published - dated.time.end >= -1 and undated.published - dated.time.start - 1 <= days
    return dated.published is not None and abs(dated.published - undated.published) <= days


def _name_others(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether each names somebody or something inside a participant that the other does not: "the primary of Ohio"."""
    named = [
        (it.actors_by_role.get(Role.OTHER, frozenset()) - apart.mention.actors_in_sentence)
        | (it.object_name_words - apart.sentence.keys())
        for it, apart in ((one, other), (other, one))
    ]
    return all(named)


def _are_known(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether both are a noun for one thing that is known, in one matter, and nothing tells the two apart."""
    left, right = one.known, other.known
    if left is None or right is None or not left.may_be(right):
        return False
    if bool(one.context.countries) != bool(other.context.countries) or _is_long_past(one, other):
        return False
    if left.shares_words(right):
        return not are_reported_apart(one, other, weights.KNOWN_APART)
    return one.affair == other.affair and not are_reported_apart(one, other)


def _is_long_past(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether one gives a time that was long past when the other, which gives none, was published."""
    return any(_was_past(left, right) for left, right in ((one, other), (other, one)))


def _was_past(dated: MentionFeatures, undated: MentionFeatures) -> bool:
    if undated.time is not None or _years(undated) or undated.published is None:
        return False
    if dated.time is not None:
        return undated.published - dated.time.end > weights.LONG_PAST
    last = max(map(int, _years(dated)), default=None)
    return last is not None and undated.published - weights.LONG_PAST > _DAYS_A_YEAR * last


def _years(features: MentionFeatures) -> frozenset[str]:
    """The years near it; of a noun for what is known, all that its sentence names: "in 2003 … hid the outbreak"."""
    if features.known is None:
        return features.context.years
    return frozenset(number for number in features.numbers if YEAR.fullmatch(number))


def _differ(one: MentionFeatures, other: MentionFeatures) -> bool:
    """Whether numbers of one thing, the countries near the triggers, or the names of two known things differ."""
    if one.known and other.known and not one.known.may_be(other.known):
        return True
    if _are_disjoint(one.deed.steps, other.deed.steps):
        return True
    if greatest_differ(comparable_quantities(one, other)):
        return True
    return _are_disjoint(one.context.countries, other.context.countries) or give_other_numbers(one, other)


def _are_disjoint(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right and left.isdisjoint(right))
