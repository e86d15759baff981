"""Where an event happened, by the prepositions that tie a place to it."""

from dossier.annotate.doc import Argument
from dossier.annotate.parsed import Token
from dossier.annotate.roles.participant_phrases import preposition_objects
from dossier.annotate.roles.role_words import EVENT_PLACE_PREPOSITIONS
from dossier.annotate.syntax.labels import NOUN_POS, PHRASE_OR_CLAUSE_OF_NOUN, PLACE_ENTITIES
from dossier.annotate.syntax.phrases import core
from dossier.model import Role
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.roles", "role_words.toml")

_BEFORE_PLACE_HOLDERS = _WORDS["prepositions_before_place_holders"]
_SITE_NOUNS = _WORDS["site_nouns"]
_MAX_PHRASE_DEPTH = 4
"""Through how many phrases a place is looked for: three in "killed in a raid on a house in Syria".

Set by hand, to bound the work; no measurement is recorded.
"""


def event_place(trigger: Token, sharing: tuple[Token, ...], max_depth: int = _MAX_PHRASE_DEPTH) -> Argument | None:
    """The first named place that prepositions tie to the trigger, or else to a word in ``sharing``.

    It may stand in a phrase or reduced clause under the trigger, at most ``max_depth`` deep: "killed in a raid on a
    house in Syria" and "an operation carried out in Syria" give Syria. "Fled from Syria" and "talks about Syria" give
    none. For a word in ``sharing`` the place may lie one step less deep.
    """
    if not max_depth:
        return None
    for child in trigger.children:
        found = _place_under(child, max_depth) if child.dep_ in PHRASE_OR_CLAUSE_OF_NOUN else None
        if found:
            return found
    return next((found for word in sharing if (found := event_place(word, (), max_depth - 1))), None)


def is_named_place(head: Token) -> bool:
    """Whether the phrase with this head is the name of a place."""
    return head.ent_type_ in PLACE_ENTITIES


def is_place(head: Token) -> bool:
    """Whether the phrase with this head means a place: a named one, or a site ("his office")."""
    return is_named_place(head) or (head.lemma_.lower() in _SITE_NOUNS and head.pos_ in NOUN_POS)


def _place_under(child: Token, max_depth: int) -> Argument | None:
    """The place in a prepositional phrase or a reduced clause of the trigger."""
    if child.dep_ == "acl":
        # "an operation carried out in Syria"
        is_reduced_passive = child.head.pos_ == "NOUN" and child.tag_ == "VBN"
        return event_place(child, (), max_depth - 1) if is_reduced_passive else None
    preposition = child.lower_
    if preposition not in EVENT_PLACE_PREPOSITIONS and preposition not in _BEFORE_PLACE_HOLDERS:
        return None
    for head in preposition_objects(child):
        if preposition in EVENT_PLACE_PREPOSITIONS and is_named_place(head):
            return Argument(*core(head), head.i, Role.PLACE)
        found = event_place(head, (), max_depth - 1)
        if found:
            return found
    return None
