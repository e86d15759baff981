"""Whether a number of four digits is a year, or counts, costs or names something."""

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import (
    AMOUNT_ENTITIES,
    AUXILIARIES,
    NOUN_POS,
    NUMERIC_MODIFIERS,
    OBJECT_OR_PASSIVE,
    PAST_TAGS,
    PLURAL_NOUN_TAGS,
    SUBJECTS,
)
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.timex", "timex_words.toml")

_BEFORE_YEAR = _WORDS["before_year"]
_BEFORE_ROUND_NUMBER = _WORDS["before_round_number"]
_VERBS_WITH_BARE_YEARS = _WORDS["verbs_with_bare_years"]
_VERBS_TAKING_PEOPLE = _WORDS["verbs_taking_people"]
_VERBS_OF_AMOUNTS = _WORDS["verbs_of_amounts"]
_GROUPS_OF_PEOPLE = _WORDS["groups_of_people"]
_PLURAL_AUXILIARIES = _WORDS["plural_auxiliaries"]
_VERBS_OF_BARE_YEARS = _WORDS["verbs_of_bare_years"]
_AFTER_MEASURED_NUMBER = _WORDS["after_measured_number"]
_BEFORE_IDENTIFYING_NUMBER = _WORDS["before_identifying_number"]
_AFTER_COUNTED_PEOPLE = _WORDS["after_counted_people"]
_BEFORE_COUNTS = _WORDS["before_counts"]
_BEFORE_SUBJECTS = _BEFORE_ROUND_NUMBER | {"over", "only"}
_MEASURED_SUBJECTS = _WORDS["measured_subjects"]
_MAX_STEPS_UP = 16
"""How many coordinated numbers are climbed. Set by hand: a bound on the cost."""


def is_year(token: Token) -> bool:
    """Whether the number is a year: the recogniser or the word before says so, and it counts or identifies nothing.

    After "the" it is one unless the recogniser takes it for an amount or a measure follows: "the 2019 floods".
    """
    before = token.nbor(-1).lower_ if token.i else ""
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if before == "the" and token.ent_type_ not in AMOUNT_ENTITIES and after not in _AFTER_MEASURED_NUMBER:
        return not _is_partitive(token)
    counts = token.dep_ in NUMERIC_MODIFIERS and token.head.tag_ in PLURAL_NOUN_TAGS
    if counts or after in _AFTER_MEASURED_NUMBER or before in _BEFORE_IDENTIFYING_NUMBER or before in _BEFORE_COUNTS:
        return False
    if _counts_those_who_act(token, before, after):
        return False
    if _stands_for_people_or_things(token):
        return before in _BEFORE_YEAR - _BEFORE_ROUND_NUMBER - {"and"}
    return not _is_amount(token) and (token.ent_type_ == "DATE" or before in _BEFORE_YEAR)


def _counts_those_who_act(number: Token, before: str, after: str) -> bool:
    """Whether the number counts those of whom a verb or an adjective tells: "over 2000 marched", "2003 hurt".

    So it does before "of them".
    """
    if number.i + 1 >= len(number.doc):
        return False
    following = number.nbor(1)
    is_act = following.tag_ in PAST_TAGS and following.lemma_ not in _VERBS_OF_BARE_YEARS
    if before in _BEFORE_SUBJECTS and is_act:
        return number.nbor(-1).is_sent_start or not any(child.dep_ in SUBJECTS for child in following.children)
    is_free = before not in _BEFORE_YEAR
    is_of_them = after == "of" and number.i + 2 < len(number.doc) and number.nbor(2).pos_ == "PRON"
    return is_free and (after in _AFTER_COUNTED_PEOPLE or is_of_them)


def _is_partitive(number: Token) -> bool:
    """Whether others are picked out of the number: "of the 2018 on board"."""
    return (
        number.dep_ == "pobj" and number.head.lower_ == "of" and any(child.dep_ == "prep" for child in number.children)
    )


def _is_amount(number: Token) -> bool:
    """Whether the words above the number make it an amount, a house or a headcount.

    "At 2010 Elm Road", "a crowd of 2005", "the index closed at 2015", "shares rose to 2019 from 1998", "up from 1995",
    "turnout was 2010".
    """
    above = number.head
    if number.dep_ == "attr":
        return _is_measured(above)
    if above.lower_ == "at" or (
        number.dep_ in NUMERIC_MODIFIERS and above.pos_ == "PROPN" and above.head.lower_ == "at"
    ):
        return True
    if number.dep_ != "pobj":
        return False
    if above.lower_ in _BEFORE_ROUND_NUMBER:
        return above.head.lemma_ in _VERBS_TAKING_PEOPLE and not _has_object_or_is_passive(above.head)
    if above.lower_ == "of":
        return above.head.lemma_ in _GROUPS_OF_PEOPLE
    return above.lower_ in ("to", "from") and _follows_a_change(above)


def _is_measured(verb: Token) -> bool:
    """Whether the subject of the verb is something that is measured: "turnout was 2010", "there were 2001"."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS or child.dep_ == "expl"]
    return any(subject.dep_ == "expl" or subject.lemma_.lower() in _MEASURED_SUBJECTS for subject in subjects)


def _follows_a_change(preposition: Token) -> bool:
    """Whether "to" follows a verb of change, or "from" follows such a "to", or "up": not "rose from 2015 to 2019"."""
    above = preposition.head
    if above.lower_ in ("up", "down"):
        return True
    sides = [child.lower_ for child in above.children if child.lower_ in ("to", "from")]
    return above.lemma_ in _VERBS_OF_AMOUNTS and sides[0] == "to"


def _stands_for_people_or_things(number: Token) -> bool:
    """Whether a number without a preposition stands where those do of whom a verb tells: "left 2000 homeless".

    Some verbs have a bare year there ("died 2013", "2013 saw two storms"). The parse may take an object for an extent
    ("displaced 2005"): this it may be of verbs that take people and have no other object.
    """
    for _ in range(_MAX_STEPS_UP):
        if number.dep_ != "conj" or not number.head.like_num:
            break
        number = number.head
    verb = number.head
    if number.dep_ == "dobj":
        return verb.lemma_ not in _VERBS_WITH_BARE_YEARS
    if number.dep_ == "npadvmod":
        return verb.lemma_ in _VERBS_TAKING_PEOPLE and not _has_object_or_is_passive(verb)
    auxiliaries = {child.lower_ for child in verb.lefts if child.dep_ in AUXILIARIES}
    is_plural = not auxiliaries or not _PLURAL_AUXILIARIES.isdisjoint(auxiliaries)
    if number.dep_ == "nsubjpass" and verb.lemma_ in _VERBS_TAKING_PEOPLE:
        return True
    is_told_of = number.dep_ in SUBJECTS and verb.pos_ not in NOUN_POS
    return is_told_of and is_plural and verb.lemma_ not in _VERBS_OF_BARE_YEARS


def _has_object_or_is_passive(verb: Token) -> bool:
    return any(child.dep_ in OBJECT_OR_PASSIVE for child in verb.children)
