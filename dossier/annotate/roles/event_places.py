"""Where an event happened, by the prepositions that tie a place to it."""

from dossier.annotate.doc import Argument
from dossier.annotate.parsed import Token
from dossier.annotate.roles.participant_phrases import objects
from dossier.annotate.roles.role_words import PLACED, SITES
from dossier.annotate.syntax.labels import NOUN_POS, PHRASE_OR_CLAUSE_OF_NOUN, PLACE_ENTITIES
from dossier.annotate.syntax.phrases import core
from dossier.model import Role
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.roles", "role_words.toml")

_THROUGH = _WORDS["through"]
"""Prepositions whose noun may hold the place ("killed in a raid on a house in Syria"); one of origin does not."""
_DEPTH = 4


def place(trigger: Token, through: tuple[Token, ...] = (), depth: int = _DEPTH) -> Argument | None:
    """The first named place that prepositions tie to the trigger, to its reduced clause, or to a phrase in ``through``.

    "killed in a raid on a house in Syria": Syria. "fled from Syria", "talks about Syria": none.
    """
    if not depth:
        return None
    for child in trigger.children:
        found = _behind(child, depth) if child.dep_ in PHRASE_OR_CLAUSE_OF_NOUN else None
        if found:
            return found
    return next((found for head in through if (found := place(head, (), depth - 1))), None)


def is_named_place(head: Token) -> bool:
    """Whether the phrase is a name of a place."""
    return head.ent_type_ in PLACE_ENTITIES


def is_place(head: Token) -> bool:
    """Whether the phrase is of a place: a named one, or a site ("his office")."""
    return head.ent_type_ in PLACE_ENTITIES or (head.lemma_.lower() in SITES and head.pos_ in NOUN_POS)


def _behind(child: Token, depth: int) -> Argument | None:
    if child.dep_ == "acl":
        # "an operation carried out in Syria"
        return place(child, (), depth - 1) if child.head.pos_ == "NOUN" and child.tag_ == "VBN" else None
    word = child.lower_
    if word not in PLACED and word not in _THROUGH:
        return None
    for head in objects(child):
        if word in PLACED and is_named_place(head):
            return Argument(*core(head), head.i, Role.PLACE)
        found = place(head, (), depth - 1)
        if found:
            return found
    return None
