"""How a verb's clause stands to its sentence, by the parse."""

from enum import Enum, auto

from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import (
    ADVERB_OR_MARK,
    CLAUSE_OPENERS,
    CLAUSE_OPENERS_OR_AUXILIARIES,
    REPORTED_CLAUSES,
    SUBJECT_OBJECT_OR_PREDICATE,
    SUBJECTS,
    VERB_POS,
)
from dossier.annotate.word_classes import LIGHT_VERBS, SPEECH
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.syntax", "syntax_words.toml")

_SIMULTANEOUS = frozenset("when as while".split())
_ORDERING = _WORDS["ordering"]
_STEPS = 16
ENCLOSING = frozenset("in at during".split())
"""Prepositions that lead from what is done to the event that it is a part of."""


class Clause(Enum):
    """What a clause is to its sentence."""

    MAIN = auto()
    """Told by the article itself, or with its source behind it ("the roof fell in, officials said")."""
    REPORTED = auto()
    """What someone says or thinks."""
    SUBORDINATE = auto()
    """Any other: relative, adverbial, participial."""


def verbs(doc: Parsed) -> list[int]:
    """The indices of the verbs and auxiliaries."""
    return doc.pos.where(VERB_POS)


def has_subject(verb: Token) -> bool:
    """Whether the verb has a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in verb.children)


def clause(verb: Token) -> Clause:
    """The clause in which a verb stands; one coordinated with another stands in the same."""
    if _is_interposed(verb):
        return Clause.MAIN
    token = verb
    for _ in range(_STEPS):
        if token.dep_ == "ROOT":
            return Clause.MAIN
        if token.dep_ in REPORTED_CLAUSES:
            # the source behind: "…, officials said"
            return Clause.MAIN if token.i < token.head.i and token.head.lemma_ in SPEECH else Clause.REPORTED
        if token.dep_ != "conj" or token.head.pos_ not in VERB_POS:
            return Clause.SUBORDINATE
        token = token.head
    return Clause.SUBORDINATE


def _is_interposed(verb: Token) -> bool:
    """Whether it only names the source, between commas ("The switch, he said, would come")."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None or verb.lemma_ not in SPEECH or verb.i + 1 >= len(verb.doc):
        return False
    start = subject.left_edge.i
    return start > 0 and verb.nbor(1).text == "," and verb.doc[start - 1].text == ","


def is_when_clause(verb: Token) -> bool:
    """Whether it is a clause of the same time as the one above it ("when the roof fell in")."""
    marks = ADVERB_OR_MARK
    return verb.dep_ == "advcl" and any(c.dep_ in marks and c.lower_ in _SIMULTANEOUS for c in verb.children)


def clause_side(verb: Token) -> str | None:
    """The conjunction that sets a clause in order against the one above it ("after the roof fell in"), if any."""
    if verb.dep_ != "advcl" or verb.head.pos_ not in VERB_POS:
        return None
    return next((c.lower_ for c in verb.lefts if c.dep_ in CLAUSE_OPENERS and c.lower_ in _ORDERING), None)


def is_accompanying(verb: Token) -> bool:
    """Whether it is a participle of the same time as the verb above it ("…, killing ten", "saying that …")."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.head.pos_ not in VERB_POS:
        return False
    return not any(child.dep_ in CLAUSE_OPENERS_OR_AUXILIARIES for child in verb.lefts)


def is_named_by(noun: Token, verb: Token) -> bool:
    """Whether a verb says no more than that the event named by the noun took place ("held talks", "the raid began")."""
    told = noun.dep_ in SUBJECT_OBJECT_OR_PREDICATE and verb.lemma_ in LIGHT_VERBS
    return told and not any(child.dep_ == "neg" for child in verb.children)


def taking_place_in(noun: Token) -> Token | None:
    """The verb of what takes place in the event named by the noun ("said at the hearing"), if there is one."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in ENCLOSING or preposition.head.pos_ != "VERB":
        return None
    return preposition.head


def participle(noun: Token) -> Token | None:
    """The participle behind an event noun that only says that it took place ("the suit, filed in May")."""
    behind = (child for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VBN")
    return next((verb for verb in behind if verb.lemma_ in LIGHT_VERBS), None)
