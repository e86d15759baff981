"""Words by which a verb or sentence leaves the time that the text narrates: "earlier", "grew up", "during the war"."""

import re

from dossier.annotate.parsed import Token, TokenSpan
from dossier.annotate.syntax.labels import SUBJECTS
from dossier.annotate.word_classes import HABITUAL_ADVERBS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.dating", "dating_words.toml")

_LOOKING_BACK = _WORDS["looking_back"]
_EARLY_ADJECTIVES = _WORDS["early_adjectives"]
_CONNECTIVES_OF_OWN_TIME = _WORDS["connectives_of_own_time"]
_WORDS_OF_ANOTHER_TIME = HABITUAL_ADVERBS | _WORDS["words_of_another_time"]
_BIOGRAPHICAL_VERBS = _WORDS["biographical_verbs"]
_DURATIVE_VERBS = _WORDS["durative_verbs"]
_DOCUMENT_NOUNS = _WORDS["document_nouns"]
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d(?:s)?", re.ASCII)


def tells_of_a_life(verb: Token) -> bool:
    """Whether a verb tells of a life, a state or a stretch of time: "grew up", "owned", "during the war"."""
    if verb.lemma_ in _DURATIVE_VERBS or verb.lemma_ in _BIOGRAPHICAL_VERBS:
        return True
    return any(child.lower_ == "during" for child in verb.children)


def looks_back(sentence: TokenSpan) -> bool:
    """Whether a sentence names a year (1000 to 2099), or what once was ("former", "ago")."""
    return any(token.lower_ in _LOOKING_BACK or _YEAR.fullmatch(token.lower_) for token in sentence)


def has_time_of_its_own(verb: Token) -> bool:
    """Whether a statement has a time of its own: it is in a document or an early report, or before or after an event.

    "The law says …", "an earlier report said …", "said after the vote …".
    """
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if subject is not None:
        is_early = any(child.lower_ in _EARLY_ADJECTIVES for child in subject.children)
        if subject.lemma_.lower() in _DOCUMENT_NOUNS or is_early:
            return True
    if any(child.dep_ == "prep" and child.lower_ in _CONNECTIVES_OF_OWN_TIME for child in verb.children):
        return True
    clauses = (child for child in verb.children if child.dep_ == "advcl")
    return any(child.lower_ in _CONNECTIVES_OF_OWN_TIME for clause in clauses for child in clause.lefts)


def leaves_narrated_time(verb: Token) -> bool:
    """Whether an adverb or preposition takes a verb out of the narrated time: "earlier left", "often left"."""
    return any(child.lower_ in _WORDS_OF_ANOTHER_TIME for child in verb.children)
