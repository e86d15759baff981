"""The core of a noun phrase, by the parse."""

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import (
    COORDINATION_WITH_PUNCTUATION,
    FINITE_TAGS,
    OUTSIDE_PHRASE,
    PREMODIFIERS_WITH_PUNCTUATION,
    PREPOSITION_OR_CASE,
    SUBJECTS,
    TIME_ENTITIES,
)
from dossier.annotate.word_classes import SPEECH_VERBS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.syntax", "syntax_words.toml")

_PREPOSITIONS_BEFORE_A_TIME = _WORDS["prepositions_before_a_time"]
_TRAILING_MARKS = frozenset(",-.:;–—")
_MAX_PREPOSITIONAL_TOKENS = 30
"""Of how many tokens a prepositional phrase in a core may be. Set by hand; no measurement is recorded."""


def core(head: Token) -> tuple[int, int]:
    """The tokens (half-open) of the noun phrase of ``head``, without the clauses, appositions and conjuncts behind it.

    A prepositional phrase is cut before a time that goes with the verb, and left out if it is too long: the core in
    "the mayor of Varna on Sunday" is "the mayor of Varna".
    """
    start, end = head.i, head.i + 1
    for child in head.lefts:
        if child.dep_ in PREMODIFIERS_WITH_PUNCTUATION and child.dep_ != "punct":
            start = min(start, child.left_edge.i)
    for child in head.rights:
        if child.dep_ in OUTSIDE_PHRASE or child.left_edge.i != end:
            break
        if child.dep_ in PREPOSITION_OR_CASE:
            until = _until_clause(child, end)
            stop = _until_time(child, until)
            end = max(end, stop)
            if stop < until:
                break
    while end > head.i + 1 and head.doc[end - 1].text in _TRAILING_MARKS:
        end -= 1
    return start, end


def is_apposition(token: Token) -> bool:
    """Whether a phrase explains the noun before it, as the parser has it.

    Not one that is the subject of the speech right behind it: "in Orlov, a witness who had fled told police".
    """
    if token.dep_ != "appos":
        return False
    start, end = token.left_edge.i, token.right_edge.i + 1
    is_set_off = start > 0 and token.doc[start - 1].text == ","
    if not is_set_off or end >= len(token.doc):
        return True
    verb = token.doc[end]
    if verb.tag_ not in FINITE_TAGS or verb.lemma_ not in SPEECH_VERBS or verb.dep_ == "ROOT":
        return True
    return any(child.dep_ in SUBJECTS for child in verb.children)


def _until_clause(preposition: Token, end: int) -> int:
    """The end of a prepositional phrase, cut before the first clause or apposition in it; ``end`` if it is too long."""
    stop = preposition.right_edge.i + 1
    if stop - preposition.i > _MAX_PREPOSITIONAL_TOKENS:
        return end
    for token in preposition.doc[preposition.i : stop]:
        if token.dep_ in OUTSIDE_PHRASE and token.dep_ not in COORDINATION_WITH_PUNCTUATION:
            return max(end, _before_marks(token.left_edge))
    return stop


def _until_time(preposition: Token, end: int) -> int:
    """The end of a prepositional phrase, cut before a time that goes with the verb ("the mayor of Varna on Sunday")."""
    for token in preposition.doc[preposition.i : end]:
        if is_before_a_time(token):
            return token.i
    return end


def is_before_a_time(preposition: Token) -> bool:
    """Whether a word is a preposition with a time behind it."""
    return preposition.lower_ in _PREPOSITIONS_BEFORE_A_TIME and any(
        child.dep_ == "pobj" and child.ent_type_ in TIME_ENTITIES for child in preposition.rights
    )


def _before_marks(token: Token) -> int:
    """The index of the token, or that of the first of the marks right before it."""
    position = token.i
    while position > 0 and token.doc[position - 1].is_punct:
        position -= 1
    return position
