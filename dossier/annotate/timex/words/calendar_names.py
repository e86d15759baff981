"""Names that have words of the calendar: "Theresa May" and "May said" behind it, "Black Friday", "Mail on Sunday"."""

from collections.abc import Sequence

from dossier.annotate.actors.nouns.noun_lexicon import given_names
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.clauses import has_subject
from dossier.annotate.syntax.labels import (
    COMPOUND_RELATIONS,
    NAME_ENTITIES,
    PARTICIPANT_RELATIONS,
    PERSON_ENTITIES,
    PREPOSITION_OBJECTS,
    SUBJECTS,
    UNDERGOERS,
)
from dossier.annotate.word_classes import DENIAL_VERBS, SPEECH_VERBS
from dossier.text.calendar_words import FULL_MONTHS, FULL_WEEKDAYS
from dossier.text.names import is_titled, without_titles
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.timex", "timex_words.toml")

_BEFORE_MONTH = _WORDS["before_month"]
_BEFORE_DAY_IN_NAME = _WORDS["before_day_in_name"]
_PAPERS_ON_A_DAY = _WORDS["papers_on_a_day"]
_GROUP_NOUNS = _WORDS["group_nouns"]
_BEHIND_MARCH = _WORDS["behind_march"]
_MAX_NAME_TOKENS = 6
"""How many words of a name are looked at. Set by hand: it bounds the cost."""
_VERBS_OF_PEOPLE = SPEECH_VERBS | DENIAL_VERBS | _WORDS["verbs_of_people"]
_VERBS_DONE_TO_PEOPLE = _WORDS["verbs_done_to_people"]
_WORDS_OF_NAMED_DAYS = _WORDS["words_of_named_days"]
_MONTHS_AS_GIVEN_NAMES = _WORDS["months_as_given_names"]
_CALENDAR_WORDS = FULL_MONTHS.keys() | FULL_WEEKDAYS.keys()


def person_tokens(doc: Parsed) -> frozenset[int]:
    """The indices of months and weekdays that name people.

    They do with a given name or title before them, or a surname behind them. Then the bare word does too, wherever it
    stands in the article as one speaks of people, not of times ("police questioned May", not "in May"). Without any of
    these a month does as the only subject of a verb of people ("May said").
    """
    words = [doc[i] for i in doc.lowers.where(_CALENDAR_WORDS) if doc[i].text[0].isupper()]
    named = frozenset(token.i for token in words if _is_in_full_name(token))
    borne = {doc[i].lower_ for i in named}
    return named | {token.i for token in words if token.i not in named and _is_bare_name(token, borne)}


def _is_in_full_name(token: Token) -> bool:
    """Whether a title or a given name stands before the word, or it opens a name that was recognised as a person's."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    before = token.nbor(-1) if token.i else None
    if _is_object_of_preposition(token):
        return False
    if token.ent_type_ in PERSON_ENTITIES and following is not None and following.ent_iob_ == "I":
        return following.is_title
    if (following is not None and _is_given_name_before(token, following)) or _is_behind_long_title(token):
        return True
    if before is None or not before.is_title:
        return False
    if token.ent_type_ in PERSON_ENTITIES and token.ent_iob_ == "I":
        return True
    is_joined = before.head is token and before.dep_ == "compound"
    return is_joined and (is_titled(f"{before.text} {token.text}") or _is_given_name(before, token))


def _is_behind_long_title(token: Token) -> bool:
    """Whether a title of two words stands before the word: "Prime Minister May"."""
    if token.i < 2 or not (token.nbor(-1).is_title and token.nbor(-2).is_title):
        return False
    return without_titles(token.doc.span(token.i - 2, token.i + 1).text) == token.text


def _is_given_name_before(token: Token, surname: Token) -> bool:
    """Whether the word is the given name of the person named behind it: "June Brandt resigned", "Sunday Okafor"."""
    is_joined = token.dep_ == "compound" and token.head is surname and surname.dep_ in PARTICIPANT_RELATIONS
    if not is_joined or not surname.is_title or surname.lower_ in _WORDS_OF_NAMED_DAYS:
        return False
    return surname.ent_type_ in PERSON_ENTITIES or token.lower_ in _MONTHS_AS_GIVEN_NAMES


def _is_object_of_preposition(token: Token) -> bool:
    """Whether the word is the object of a preposition of time: in "On 5 May Ada Brandt fled" the date is, not the name.

    The parse often takes such a date for a part of the name behind it: the preposition has no object but the number.
    """
    place = token.i - 1
    while place > 0 and token.doc[place].text[0].isdigit():
        place -= 1
    before = token.doc[max(place, 0)]
    if before.dep_ != "prep" or before.lower_ not in _BEFORE_MONTH:
        return False
    return all(child.i < token.i for child in before.children if child.dep_ in PREPOSITION_OBJECTS)


def _is_given_name(word: Token, surname: Token) -> bool:
    """Whether the word before a month or weekday is a given name: a known one, or any before the subject of a verb.

    Before a weekday it is one only if it is known, stands first and goes before a subject ("Joe Friday fled"): agencies
    leave out the "on" ("Ada Brandt Friday said").
    """
    is_known, is_subject = word.lower_ in given_names(), surname.dep_ in SUBJECTS
    if surname.lower_ in FULL_WEEKDAYS:
        return is_known and is_subject and (word.i == 0 or word.nbor(-1).pos_ != "PROPN")
    return is_known or (is_subject and word.pos_ == "PROPN" and word.ent_type_ in ("", *PERSON_ENTITIES))


def _is_bare_name(token: Token, borne: set[str]) -> bool:
    """Whether the word alone is a name; ``borne`` are the words (lower case) that somebody in the article is called."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    is_time = token.i > 0 and token.nbor(-1).lower_ in _BEFORE_MONTH and token.head.dep_ != "agent"
    if is_time or following.text[0].isdigit():
        return False
    if (
        token.lower_ in borne
        and token.dep_ == "npadvmod"
        and (token.lower_ in FULL_MONTHS or not has_subject(token.head))
    ):
        return True  # a bare month is no time of a verb
    if token.lower_ in borne or (token.lower_ in FULL_MONTHS and token.ent_type_ in PERSON_ENTITIES):
        return _has_role_of_person(token)
    if token.lower_ not in FULL_MONTHS:
        return False
    acts = _is_only_subject(token) and token.head.lemma_ in _VERBS_OF_PEOPLE
    is_undergoing = token.dep_ in UNDERGOERS and _is_alone(token)
    return acts or (is_undergoing and token.head.lemma_ in _VERBS_DONE_TO_PEOPLE)


def _is_alone(token: Token) -> bool:
    """Whether nothing belongs to the word before it: not "this May", "early May"."""
    return next(iter(token.lefts), None) is None


def _has_role_of_person(token: Token) -> bool:
    """Whether the word is a subject, an object or a possessive, or coordinated with one that is no month or day."""
    for _ in range(_MAX_NAME_TOKENS):
        if token.dep_ != "conj" or token.head.lower_ in _CALENDAR_WORDS:
            break
        token = token.head
    return token.dep_ in PARTICIPANT_RELATIONS


def _is_only_subject(token: Token) -> bool:
    return token.dep_ in SUBJECTS and [child for child in token.head.children if child.dep_ in SUBJECTS] == [token]


def is_in_longer_name(token: Token) -> bool:
    """Whether the word is part of a longer name: "Friday Harbor", "Saturday Evening Post", "the Mail on Sunday".

    Also of a group ("Tuesday Group members"), and of a march ("March for Life").
    """
    before = token.nbor(-1) if token.i else None
    if _is_object_of_preposition(token):
        return False
    if before is not None and before.is_title and before.lower_ in _BEFORE_DAY_IN_NAME:
        return True
    return _modifies_name(token) or _is_in_entity(token) or _is_sunday_paper(token) or _is_march(token)


def names_group(date: Sequence[Token]) -> bool:
    """Whether the words of a date belong to the name of a group behind them: "the September 11 Committee"."""
    end = date[-1].i
    return any(
        word.dep_ in COMPOUND_RELATIONS and word.head.i > end and word.head.lemma_.lower() in _GROUP_NOUNS
        for word in date
    )


def _modifies_name(token: Token) -> bool:
    """Whether the words from the token on are a name with capitals, or name a group."""
    head = token.head
    if token.dep_ != "compound" or head.i <= token.i:
        return False
    between = [token.doc[i] for i in range(token.i + 1, min(head.i + 1, token.i + _MAX_NAME_TOKENS))]
    if between[0].lower_ in _GROUP_NOUNS:
        return True
    return head.pos_ == "PROPN" and head.is_alpha and all(word.is_title for word in between)


def _is_in_entity(token: Token) -> bool:
    """Whether the recogniser found a name that begins before the token, or goes on behind it."""
    goes_on = token.i + 1 < len(token.doc) and token.nbor(1).ent_iob_ == "I"
    return token.ent_type_ in NAME_ENTITIES and (token.ent_iob_ == "I" or goes_on)


def _is_sunday_paper(token: Token) -> bool:
    """The Mail on Sunday."""
    if token.i < 2 or token.nbor(-1).lower_ != "on":
        return False
    paper = token.nbor(-2)
    return paper.is_title and paper.lower_ in _PAPERS_ON_A_DAY


def _is_march(token: Token) -> bool:
    """March for Life; the March on Rome: not "in March for the first time"."""
    if token.lower_ != "march" or token.i + 2 >= len(token.doc):
        return False
    if token.i and token.nbor(-1).lower_ in _BEFORE_MONTH:
        return False
    preposition, goal = token.nbor(1), token.nbor(2)
    if goal.lower_ == "the" and token.i + 3 < len(token.doc):
        goal = token.nbor(3)
    return preposition.lower_ in _BEHIND_MARCH and goal.text[0].isupper()
