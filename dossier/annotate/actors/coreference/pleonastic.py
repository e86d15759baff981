"""Pleonastic "it", which refers to nothing: weather, time, extraposition, clefts (after Lappin and Leass 1994)."""

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

_VERBS_OF_SEEMING = _WORDS["verbs_of_seeming"]
_VERBS_OF_WEATHER = _WORDS["verbs_of_weather"]
_VERBS_OF_TAKING = _WORDS["verbs_of_taking"]


def is_pleonastic(pronoun: Token) -> bool:
    """Whether the "it" refers to nothing ("it rained"), or announces a clause ("it is clear that …")."""
    verb = pronoun.head
    if pronoun.dep_ == "expl":
        return True
    if pronoun.dep_ not in SUBJECTS:
        return False
    if verb.lemma_ in _VERBS_OF_WEATHER:
        return True
    clauses = [child for child in verb.children if child.dep_ in CLAUSES_MEANT_BY_IT and child.i > verb.i]
    if verb.lemma_ == "be":
        return bool(clauses) or any(_is_time_or_has_clause(child) for child in verb.children)
    if pronoun.dep_ == "nsubjpass" or verb.lemma_ in _VERBS_OF_SEEMING:
        return any(child.dep_ in EXTRAPOSED_SUBJECTS or child.lower_ == "out" for child in verb.children)
    return verb.lemma_ in _VERBS_OF_TAKING and bool(clauses)


def _is_time_or_has_clause(complement: Token) -> bool:
    """Whether a complement of "be" is a time ("it was Monday"), or holds the clause that the "it" announces."""
    if complement.dep_ in PREDICATE_OR_MEASURE and complement.ent_type_ in TIME_ENTITIES:
        return True
    if complement.dep_ not in COPULA_COMPLEMENTS:
        return False
    return any(child.dep_ in CLAUSES_MEANT_BY_IT | NOUN_CLAUSES for child in complement.children)
