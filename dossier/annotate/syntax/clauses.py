"""How the clause of a verb relates to its sentence and to the clause above, by the parse."""

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
from dossier.annotate.word_classes import LIGHT_VERBS, SPEECH_VERBS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.syntax", "syntax_words.toml")

_CONJUNCTIONS_OF_SIMULTANEITY = _WORDS["conjunctions_of_simultaneity"]
_CONJUNCTIONS_OF_ORDER = _WORDS["conjunctions_of_order"]
_MAX_STEPS_UP = 16
"""How many arcs of the parse are climbed from a verb to its main clause. Set by hand: a bound on the cost."""
ENCLOSING_PREPOSITIONS = _WORDS["enclosing_prepositions"]
"""Prepositions before an event during which the event of the verb above took place: "said at the hearing"."""


class ClausePosition(Enum):
    """What a clause is to its sentence."""

    MAIN = auto()
    """A main clause, one with its source behind it ("the roof fell in, officials said"), or a source between commas."""
    REPORTED = auto()
    """A complement with a subject of its own, mostly what someone says or thinks ("said the roof fell in")."""
    SUBORDINATE = auto()
    """Any other: relative, adverbial, participial."""


def verbs(doc: Parsed) -> list[int]:
    """The indices of the verbs and auxiliaries."""
    return doc.pos.where(VERB_POS)


def has_subject(verb: Token) -> bool:
    """Whether the verb has a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in verb.children)


def clause_position(verb: Token) -> ClausePosition:
    """The position of the clause of a verb; a coordinated verb has the position of the verb it is coordinated with."""
    if _is_interposed(verb):
        return ClausePosition.MAIN
    token = verb
    for _ in range(_MAX_STEPS_UP):
        if token.dep_ == "ROOT":
            return ClausePosition.MAIN
        if token.dep_ in REPORTED_CLAUSES:
            has_source_behind = token.i < token.head.i and token.head.lemma_ in SPEECH_VERBS
            return ClausePosition.MAIN if has_source_behind else ClausePosition.REPORTED
        if token.dep_ != "conj" or token.head.pos_ not in VERB_POS:
            return ClausePosition.SUBORDINATE
        token = token.head
    return ClausePosition.SUBORDINATE


def _is_interposed(verb: Token) -> bool:
    """Whether a verb only names the source, between commas ("The switch, he said, would come")."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None or verb.lemma_ not in SPEECH_VERBS or verb.i + 1 >= len(verb.doc):
        return False
    start = subject.left_edge.i
    return start > 0 and verb.nbor(1).text == "," and verb.doc[start - 1].text == ","


def is_when_clause(verb: Token) -> bool:
    """Whether a verb heads a clause with "when", "as" or "while", of the same time as the clause above it."""
    if verb.dep_ != "advcl":
        return False
    return any(
        child.dep_ in ADVERB_OR_MARK and child.lower_ in _CONJUNCTIONS_OF_SIMULTANEITY for child in verb.children
    )


def ordering_conjunction(verb: Token) -> str | None:
    """The conjunction that sets a clause before or after the clause above ("after the roof fell in"), if any."""
    if verb.dep_ != "advcl" or verb.head.pos_ not in VERB_POS:
        return None
    openers = (child.lower_ for child in verb.lefts if child.dep_ in CLAUSE_OPENERS)
    return next((word for word in openers if word in _CONJUNCTIONS_OF_ORDER), None)


def is_accompanying(verb: Token) -> bool:
    """Whether a verb is a participle of the same time as the verb above ("…, killing ten", "saying that …").

    One with an adverb, conjunction, preposition or auxiliary before it may be of another time ("before leaving").
    """
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.head.pos_ not in VERB_POS:
        return False
    return not any(child.dep_ in CLAUSE_OPENERS_OR_AUXILIARIES for child in verb.lefts)


def is_argument_of_light_verb(noun: Token, verb: Token) -> bool:
    """Whether the verb above an event noun says only that its event took place ("held talks", "the raid began").

    A negated verb does not say so.
    """
    is_light = noun.dep_ in SUBJECT_OBJECT_OR_PREDICATE and verb.lemma_ in LIGHT_VERBS
    return is_light and not any(child.dep_ == "neg" for child in verb.children)


def enclosed_verb(noun: Token) -> Token | None:
    """The verb whose event took place during the event of a noun: "said" in "said at the hearing"; None without one."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in ENCLOSING_PREPOSITIONS or preposition.head.pos_ != "VERB":
        return None
    return preposition.head


def light_participle(noun: Token) -> Token | None:
    """The participle behind a noun that says only that its event took place ("the suit, filed in May"), if any."""
    behind = (child for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VBN")
    return next((verb for verb in behind if verb.lemma_ in LIGHT_VERBS), None)
