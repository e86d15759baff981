"""Bare participles of headlines that are passives: "Mayor arrested in Orlov", "Brandt named director"."""

from collections.abc import Set

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.animacy import is_person
from dossier.annotate.syntax.labels import OBJECTS_AND_CLAUSES
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.syntax", "syntax_words.toml")

_TRANSITIVE_VERBS = _WORDS["transitive_verbs"] | _WORDS["verbs_of_headline_passives"]
_NAMING_VERBS = _WORDS["naming_verbs"]


def is_passive_of_headline(verb: Token, deps: Set[str]) -> bool:
    """Whether the verb, in a past form, is such a passive; ``deps`` are the relations of its children.

    Headlines tell in the present what somebody did. A verb with an object tells what its subject did ("Storm hit
    Orlov"), unless it says what a person became.
    """
    if "nsubj" not in deps or "aux" in deps or not _may_be_passive(verb, deps):
        return False
    return verb.tag_ == "VBN" or "agent" in deps or _is_without_stop(verb)


def _may_be_passive(verb: Token, deps: Set[str]) -> bool:
    if verb.lemma_ in _NAMING_VERBS:
        return is_person(next(child for child in verb.children if child.dep_ == "nsubj"))
    return verb.lemma_ in _TRANSITIVE_VERBS and deps.isdisjoint(OBJECTS_AND_CLAUSES)


def _is_without_stop(token: Token) -> bool:
    """Whether no mark ends the sentence of the token, as in a headline."""
    words = (word.text for word in reversed(list(token.sent)) if not word.is_space)
    return next((word[-1].isalnum() for word in words), False)
