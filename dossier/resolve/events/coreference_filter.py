"""Which two tellings cannot be of one event, or share too little to ask, whatever else speaks for it."""

from dossier.model import OTHER_TYPE, Polarity, Role
from dossier.resolve.events.content_words import LIGHT
from dossier.resolve.events.mention_features import CORE, Time, Traits
from dossier.resolve.events.resolved_mention import Telling

APART = 3.0
"""Days between two dates of one event, at most: a slip, or another way to count."""
_MONTH = 32
LIKE, _QUITE_LIKE, _VERY_LIKE, EQUAL = 0.4, 0.5, 0.55, 0.85
_FULL = 5  # content words from which on a sentence counts in full


def may_be_one(one: Traits, other: Traits) -> bool:
    """Whether two tellings can be of one event, and share what makes an event this one.

    One sentence tells no event twice. What is expected is not what took place. Words of different meaning, and what
    light verbs and verbs of saying tell in different words, are different events; so are those of dates far apart, and
    in one article those of any two dates.
    """
    left, right = one.telling, other.telling
    if one.sense != other.sense or left.sentence == right.sentence or _are_asked_of_others(one, other):
        return False
    if one.stem != other.stem and not _are_kin(left, right):
        return False
    if one.ordinal and other.ordinal and one.ordinal != other.ordinal:
        return False
    if _is_before(one, other) or _is_before(other, one) or _is_contrary(one, other):
        return False
    if one.time and other.time and not _are_near(one.time, other.time, _in_one_article(one, other)):
        return False
    like = likeness(one, other)
    return like >= _least_likeness(one, other) and (like >= LIKE or _is_marked(one, other))


def likeness(one: Traits, other: Traits) -> float:
    """The cosine of the two sentences' content words, weighted by rarity, from 0 to 1; few words count less."""
    few, many = sorted((one.sentence, other.sentence), key=len)
    cosine = sum(weight * many[word] for word, weight in few.items() if word in many)
    return round(cosine * fullness(one if few is one.sentence else other), 3)


def fullness(traits: Traits) -> float:
    """How far a sentence has words enough to be told from others, from 0 to 1."""
    return min(1.0, len(traits.sentence) / _FULL)


def defining(one: Traits, other: Traits) -> frozenset[str]:
    """The entities that both have in the part that makes it this event.

    That is whom or what it was done to; in a narrow type without that, who did it ("resigned").
    """
    if one.telling.lemma in LIGHT or one.telling.type.speech_act:
        return frozenset()
    has_patient = any(Role.PATIENT in it.players or Role.PATIENT in it.words for it in (one, other))
    if not has_patient and not one.telling.type.paraphrased:
        return frozenset()
    role = Role.PATIENT if has_patient else Role.AGENT
    return one.players.get(role, frozenset()) & other.players.get(role, frozenset())


def is_taken_up(one: Traits, other: Traits) -> bool:
    """Whether one of the two, in one article, speaks of the other as known: "the raid"."""
    if one.telling.type.name == OTHER_TYPE or one.telling.type.speech_act or one.telling.lemma in LIGHT:
        return False
    return one.antecedent == other.telling.place_in_text or other.antecedent == one.telling.place_in_text


def _is_marked(one: Traits, other: Traits) -> bool:
    """Whether the two share something by which this event is told from others of its kind."""
    if defining(one, other) or is_taken_up(one, other):
        return True
    if one.time and other.time and max(one.time.length, other.time.length) <= APART:
        return True
    if one.telling.is_headline != other.telling.is_headline and _in_one_article(one, other):
        return True
    patients = [it.words.get(Role.PATIENT, frozenset()) for it in (one, other)]
    if 2 * len(patients[0] & patients[1]) >= max(1, *map(len, patients)):
        return True
    shared = one.entities & other.entities
    kind = one.telling.type
    return (
        len(shared) > 1
        and (kind.symmetric or kind.paraphrased)
        and any(_is_core(one, other, entity) for entity in shared)
    )


def _is_core(one: Traits, other: Traits, entity: str) -> bool:
    return all(any(entity in it.players.get(role, ()) for role in CORE) for it in (one, other))


def _are_asked_of_others(one: Traits, other: Traits) -> bool:
    """Whether two articles ask, or address, somebody: "you" is somebody else in each."""
    if _in_one_article(one, other):
        return False
    if one.is_question and other.is_question:
        return True
    return one.is_addressed and other.is_addressed and one.entities.isdisjoint(other.entities)


def _least_likeness(one: Traits, other: Traits) -> float:
    if one.sense in ("generic", "hypothetical"):
        return _VERY_LIKE if _in_one_article(one, other) else EQUAL
    if one.telling.type.speech_act:
        return _VERY_LIKE
    return _QUITE_LIKE if one.telling.lemma in LIGHT else 0.0


def _are_kin(left: Telling, right: Telling) -> bool:
    """Whether two words may tell of one event by their types."""
    if any(telling.lemma in telling.type.distinct_words for telling in (left, right)):
        return False
    if left.type.name == right.type.name:
        return left.type.paraphrased
    return left.type.patient_dies and right.type.patient_dies


def _is_before(one: Traits, other: Traits) -> bool:
    """Whether the one was told before the other took place."""
    return one.by is not None and other.time is not None and other.time.start - other.time.slack >= one.by


def _are_near(one: Time, other: Time, in_one_article: bool) -> bool:
    gap = one.gap(other)
    if gap < 0:
        return True
    return not in_one_article and gap < APART and max(one.length, other.length) < _MONTH


def _is_contrary(one: Traits, other: Traits) -> bool:
    """Whether one says that it was and the other that it was not, and neither gives it as another's word.

    A claim and its denial are readings of one event; "paid" and "did not pay" of two.
    """
    said = {it.telling.evidence.factuality.polarity for it in (one, other)}
    voices = [it.telling.evidence.attribution for it in (one, other)]
    return said == {Polarity.POSITIVE, Polarity.NEGATIVE} and not any(voices)


def _in_one_article(one: Traits, other: Traits) -> bool:
    return one.telling.evidence.article == other.telling.evidence.article
