"""Whether a verb is of the time that the text is telling of, or of its own."""

import re

from dossier.annotate.parsed import Token, TokenSpan
from dossier.annotate.syntax.labels import SUBJECTS
from dossier.annotate.word_classes import BEFOREHAND, BIOGRAPHY, DOCUMENTS, DURATIVES
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.dating", "dating_words.toml")

_BACKWARD = _WORDS["backward"]
_EARLY = _WORDS["early"]
_ORDERING = _WORDS["ordering"]
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d(?:s)?", re.ASCII)


def is_of_a_life(verb: Token) -> bool:
    """Whether it tells of a life or a state, or of a stretch of time."""
    if verb.lemma_ in DURATIVES or verb.lemma_ in BIOGRAPHY:
        return True
    return any(child.lower_ == "during" for child in verb.children)


def looks_back(sentence: TokenSpan) -> bool:
    """Whether a sentence names a year or what once was."""
    return any(token.lower_ in _BACKWARD or _YEAR.fullmatch(token.lower_) for token in sentence)


def is_set_apart(verb: Token) -> bool:
    """Whether a statement is of its own time: from a writing, an early report, or before or after something."""
    doer = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if doer is not None:
        is_early = any(child.lower_ in _EARLY for child in doer.children)
        if doer.lemma_.lower() in DOCUMENTS or is_early:
            return True
    if any(child.dep_ == "prep" and child.lower_ in _ORDERING for child in verb.children):
        return True
    clauses = (child for child in verb.children if child.dep_ == "advcl")
    return any(child.lower_ in _ORDERING for clause in clauses for child in clause.lefts)


def is_beforehand(verb: Token) -> bool:
    """Whether an adverb takes it out of the time that the text was telling of."""
    return any(child.lower_ in BEFOREHAND for child in verb.children)
