"""Who takes part in an event, by the parse."""

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.annotate.doc import Argument
from dossier.annotate.phrases import core
from dossier.model import Role

_RELATIVE = frozenset("WDT WP WP$ WRB".split())
_ROLES = {
    "nsubj": Role.AGENT,
    "csubj": Role.AGENT,
    "nsubjpass": Role.PATIENT,
    "dobj": Role.PATIENT,
    "obj": Role.PATIENT,
    "dative": Role.RECIPIENT,
    "iobj": Role.RECIPIENT,
}
_SUBJECTS = ("nsubj", "nsubjpass")
_PLACE_PREPOSITIONS = frozenset("in at near outside inside across throughout".split())
_PLACES = frozenset(("GPE", "LOC", "FAC"))


def of_verb(verb: Token) -> tuple[Argument, ...]:
    """The participants of a verb: its own subject, objects and agent, and those it shares or inherits."""
    found = [*_own(verb)]
    if not any(child.dep_ in _SUBJECTS for child in verb.children):
        found.extend(_inherited(verb))
    return _distinct(found)


def of_noun(noun: Token, of: Role) -> tuple[Argument, ...]:
    """The participants of an event noun: whom it is said of, by whom, against whom."""
    found: list[Argument] = []
    for child in noun.children:
        if child.dep_ == "poss":
            found.extend(_phrases(child, of))
        elif child.dep_ in ("prep", "agent"):
            role = {"of": of, "by": Role.AGENT, "on": Role.PATIENT, "against": Role.PATIENT}.get(child.lower_)
            if role is not None:
                found.extend(argument for obj in _objects(child) for argument in _phrases(obj, role))
    return _distinct(found)


def place(trigger: Token) -> Argument | None:
    """The first place that prepositions tie to the trigger ("killed in a raid on a house in Syria")."""
    for child in trigger.children:
        if child.dep_ != "prep" and not (child.dep_ == "acl" and trigger.pos_ == "NOUN"):
            continue
        located = child.dep_ == "prep" and child.lower_ in _PLACE_PREPOSITIONS
        for obj in _objects(child) if child.dep_ == "prep" else [child]:
            if located and obj.ent_type_ in _PLACES:
                return Argument(*core(obj), obj.i, Role.PLACE)
            further = place(obj)
            if further:
                return further
    return None


def has_subject(verb: Token) -> bool:
    """Whether the verb has a subject of its own."""
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive, or a past participle on its own ("the bombs used")."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def _own(verb: Token) -> Iterator[Argument]:
    for child in verb.children:
        role = _ROLES.get(child.dep_)
        if role is not None and child.pos_ == "ADP":
            yield from (argument for obj in _objects(child) for argument in _phrases(obj, role))
        elif role is not None:
            yield from _phrases(_antecedent(child, verb), role)
        elif child.dep_ == "agent":
            yield from (argument for obj in _objects(child) for argument in _phrases(obj, Role.AGENT))
        elif child.dep_ == "prep" and child.lower_ in ("with", "against", "to", "for"):
            yield from (argument for obj in _objects(child) for argument in _phrases(obj, Role.OTHER))


def _inherited(verb: Token) -> Iterator[Argument]:
    """The subject that a coordinated, participial or infinitive verb takes from the clause above it."""
    role = Role.PATIENT if is_passive(verb) else Role.AGENT
    if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
        if verb.tag_ in ("VBN", "VBG") and not any(child.tag_ in _RELATIVE for child in verb.children):
            yield from _phrases(verb.head, role)
    elif verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.pos_ in ("VERB", "AUX"):
        for child in verb.head.children:
            if child.dep_ in _SUBJECTS:
                yield from _phrases(_antecedent(child, verb.head), role)


def _antecedent(token: Token, verb: Token) -> Token:
    """For a relative pronoun the noun it stands for, else the token itself."""
    return verb.head if token.tag_ in _RELATIVE and verb.dep_ == "relcl" else token


def _objects(preposition: Token) -> list[Token]:
    return [child for child in preposition.children if child.dep_ == "pobj"]


def _phrases(head: Token, role: Role) -> Iterator[Argument]:
    """The phrase of the head, and those coordinated with it."""
    yield Argument(*core(head), head.i, role)
    for other in head.conjuncts:
        if other.i > head.i and other.pos_ in ("NOUN", "PROPN", "PRON"):
            yield Argument(*core(other), other.i, role)


def _distinct(found: list[Argument]) -> tuple[Argument, ...]:
    return tuple({argument.head: argument for argument in reversed(found)}.values())[::-1]
