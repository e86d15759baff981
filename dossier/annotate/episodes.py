"""Whether a sentence goes on telling what the one before it told."""

import re

from spacy.tokens import Token

from dossier.annotate.words import BEFOREHAND, BIOGRAPHY, DOCUMENTS, DURATIVES

_SUBJECTS = ("nsubj", "nsubjpass")
_ONWARD = frozenset("then there thereupon instantly".split())
_OBJECTS = frozenset("him her them".split())
_OBJECT_DEPS = ("dobj", "dative", "pobj")
_BACKWARD = frozenset("former formerly ago childhood".split())
_EARLY = frozenset("initial early earlier first previous".split())
_ORDERING = frozenset("since after before until once".split())
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d(?:s)?", re.ASCII)
_ANTECEDENTS = {
    **dict.fromkeys(("he", "she"), ("NNP",)),
    "it": ("NN", "NNP"),
    "they": ("NNS", "NNPS"),
}
"""The tags of the nouns that a pronoun can stand for."""


def subject(verb: Token) -> Token | None:
    """The head of a verb's subject, or of that of the verb it is coordinated with."""
    for _ in range(len(verb.sent)):
        found = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)
        if found is not None or verb.dep_ != "conj":
            return found
        verb = verb.head
    return None


def looks_back(verb: Token) -> bool:
    """Whether it tells of a life or a state, or its sentence names a year or what once was."""
    words = [token.lower_ for token in verb.sent]
    if verb.lemma_ in DURATIVES or verb.lemma_ in BIOGRAPHY:
        return True
    if any(child.lower_ == "during" for child in verb.children):
        return True
    return any(word in _BACKWARD or _YEAR.fullmatch(word) for word in words)


def is_set_apart(verb: Token) -> bool:
    """Whether a statement is of its own time: from a writing, an early report, or before or after something."""
    doer = subject(verb)
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


def shares_subject(verb: Token, before: Token) -> bool:
    """Whether two verbs have one subject, by its word or by a pronoun for it."""
    this, that = subject(verb), subject(before)
    if this is None or that is None:
        return False
    return this.lower_ == that.lower_ or that.tag_ in _ANTECEDENTS.get(this.lower_, ())


def goes_on(verb: Token, before: Token) -> bool:
    """Whether it has the subject of the verb before it, or words that point back to what that told."""
    if any(child.lower_ in _ONWARD for child in verb.children if child.dep_ == "advmod"):
        return True
    if any(token.lower_ in _OBJECTS and token.dep_ in _OBJECT_DEPS for token in verb.subtree):
        return True
    return shares_subject(verb, before)
