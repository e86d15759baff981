"""An "it" that stands for nothing: weather, time, extraposition, clefts (after Lappin & Leass 1994)."""

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import (
    CLAUSES_MEANT_BY_IT,
    COPULA_COMPLEMENTS,
    EXTRAPOSED_SUBJECTS,
    NOUN_CLAUSES,
    PREDICATE_OR_MEASURE,
    SUBJECTS,
    TIME_ENTITIES,
)
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")

_SEEMING = _WORDS["seeming"]
_WEATHER = _WORDS["weather"]
_TAKING = _WORDS["taking"]


def is_pleonastic(pronoun: Token) -> bool:
    """Whether the "it" refers to nobody and nothing, or to a clause behind."""
    verb = pronoun.head
    if pronoun.dep_ == "expl":
        return True
    if pronoun.dep_ not in SUBJECTS:
        return False
    if verb.lemma_ in _WEATHER:
        return True
    clauses = [child for child in verb.children if child.dep_ in CLAUSES_MEANT_BY_IT and child.i > verb.i]
    if verb.lemma_ == "be":
        return bool(clauses) or any(_opens_clause(child) for child in verb.children)
    if pronoun.dep_ == "nsubjpass" or verb.lemma_ in _SEEMING:
        announced = EXTRAPOSED_SUBJECTS
        return any(child.dep_ in announced or child.lower_ == "out" for child in verb.children)
    return verb.lemma_ in _TAKING and bool(clauses)


def _opens_clause(complement: Token) -> bool:
    """Whether a predicate is a time, or leads to the clause that the "it" announces."""
    if complement.dep_ in PREDICATE_OR_MEASURE and complement.ent_type_ in TIME_ENTITIES:
        return True
    if complement.dep_ not in COPULA_COMPLEMENTS:
        return False
    return any(child.dep_ in CLAUSES_MEANT_BY_IT | NOUN_CLAUSES for child in complement.children)
