"""Phrases around a token, by the parse."""

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import (
    COORDINATION_WITH_PUNCTUATION,
    OUTSIDE_PHRASE,
    PREMODIFIERS_WITH_PUNCTUATION,
    PREPOSITION_OR_CASE,
    TIME_ENTITIES,
)
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.syntax", "syntax_words.toml")

_PREPOSITIONS_BEFORE_A_TIME = _WORDS["prepositions_before_a_time"]
_TRAILING_MARKS = frozenset(",-.:;–—")
_MAX_PREPOSITIONAL_TOKENS = 30
"""The longest prepositional phrase that a core keeps. Set by hand; no measurement is recorded."""


def core(head: Token) -> tuple[int, int]:
    """The noun phrase of ``head`` without relative clauses, appositions, coordinated phrases and times at its end.

    As the index of its first token and that behind its last. All tokens between belong to it, with its head.
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


def _until_clause(preposition: Token, end: int) -> int:
    """The end of a prepositional phrase, cut before the first clause in it; ``end`` where the phrase is too long."""
    stop = preposition.right_edge.i + 1
    if stop - preposition.i > _MAX_PREPOSITIONAL_TOKENS:
        return end
    for token in preposition.doc[preposition.i : stop]:
        if token.dep_ in OUTSIDE_PHRASE and token.dep_ not in COORDINATION_WITH_PUNCTUATION:
            return max(end, _without_trailing(token.left_edge))
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


def _without_trailing(token: Token) -> int:
    position = token.i
    while position > 0 and token.doc[position - 1].is_punct:
        position -= 1
    return position
