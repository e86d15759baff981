"""Whether a noun phrase is of people, or of a body of people that acts."""

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import ACTING_ENTITIES, NAME_OR_PRONOUN_POS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.roles", "role_words.toml")

_PRONOUNS = _WORDS["pronouns"]
_PEOPLE = _WORDS["people"]
_BODIES = _WORDS["bodies"]
_ROUND = _WORDS["round"]
_COUNTS = _ROUND | _WORDS["counts_more"]
_DOERS = ("er", "or", "ist", "ian", "eer", "man", "ee", "side", "party")


def is_person(head: Token) -> bool:
    """Whether the phrase of ``head`` is of one or more people ("he", "ten villagers", a personal name)."""
    if head.ent_type_ == "PERSON" or (head.ent_type_ == "NORP" and head.pos_ != "ADJ"):
        return True
    if head.lemma_ in _COUNTS:
        of = next((child for child in head.children if child.lower_ == "of"), None)
        return head.lemma_ in _ROUND if of is None else any(is_person(behind) for behind in of.children)
    if head.pos_ == "PRON":
        return head.lower_ in _PRONOUNS or head.lower_ in _PEOPLE
    return (head.pos_ == "NOUN" and head.lemma_ in _PEOPLE) or (head.pos_ == "NUM" and head.ent_type_ != "MONEY")


def may_act(head: Token) -> bool:
    """Whether the phrase is of people or a body, known as such or by the form of its noun ("the strikers")."""
    return can_act(head) or head.pos_ in NAME_OR_PRONOUN_POS or head.lemma_.endswith(_DOERS)


def can_act(head: Token) -> bool:
    """Whether the phrase is of people or of a body of people ("the army", "Iraq")."""
    return head.ent_type_ in ACTING_ENTITIES or is_person(head) or head.lemma_ in _BODIES
