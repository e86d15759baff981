"""Names of people that are words of the calendar: "Theresa May", "Joe Friday", and "May said" behind them."""

from dossier.annotate.actors.noun_lexicon import given_names
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import PARTICIPANT_RELATIONS, PERSON_ENTITIES, SUBJECTS
from dossier.annotate.word_classes import DENIAL_VERBS, SPEECH_VERBS
from dossier.text.calendar_words import FULL_MONTHS, FULL_WEEKDAYS
from dossier.text.names import is_titled
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.timex", "timex_words.toml")

_BEFORE_MONTH = _WORDS["before_month"]
_VERBS_OF_PEOPLE = SPEECH_VERBS | DENIAL_VERBS | _WORDS["verbs_of_people"]
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
    if token.ent_type_ in PERSON_ENTITIES and following is not None and following.ent_iob_ == "I":
        return following.is_title
    before = token.nbor(-1) if token.i else None
    if before is None or not before.is_title:
        return False
    if token.ent_type_ in PERSON_ENTITIES and token.ent_iob_ == "I":
        return True
    if before.head is not token or before.dep_ != "compound":
        return False
    if is_titled(f"{before.text} {token.text}"):
        return True
    return token.lower_ in FULL_MONTHS and _is_given_name(before, token)


def _is_given_name(word: Token, surname: Token) -> bool:
    """Whether the word before a month is a given name: a known one, or any before the subject of a verb.

    Before a weekday ("Ada Friday said") it tells nothing, since agencies leave out the "on".
    """
    if word.lower_ in given_names():
        return True
    return surname.dep_ in SUBJECTS and word.pos_ == "PROPN" and word.ent_type_ in ("", *PERSON_ENTITIES)


def _is_bare_name(token: Token, borne: set[str]) -> bool:
    """Whether the word alone is a name; ``borne`` are the words (lower case) that somebody in the article is called."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    is_time = token.i > 0 and token.nbor(-1).lower_ in _BEFORE_MONTH and token.head.dep_ != "agent"
    if is_time or following.text[0].isdigit():
        return False
    if token.lower_ in borne or (token.lower_ in FULL_MONTHS and token.ent_type_ in PERSON_ENTITIES):
        return _has_role_of_person(token)
    return token.lower_ in FULL_MONTHS and _is_only_subject(token) and token.head.lemma_ in _VERBS_OF_PEOPLE


def _has_role_of_person(token: Token) -> bool:
    """Whether the word is a subject, an object or a possessive, or coordinated with one that is no month or day."""
    if token.dep_ == "conj":
        return token.head.lower_ not in _CALENDAR_WORDS and _has_role_of_person(token.head)
    return token.dep_ in PARTICIPANT_RELATIONS


def _is_only_subject(token: Token) -> bool:
    return token.dep_ in SUBJECTS and [child for child in token.head.children if child.dep_ in SUBJECTS] == [token]
