"""Which actors a pronoun cannot mean, by the parse: principles B and C of binding, and what it is part of."""

from collections.abc import Iterator

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import (
    AGENT_OR_PREDICATE,
    AGENT_OR_PREPOSITION,
    APPOSITION_OR_COMPOUND,
    APPOSITION_OR_CONJUNCT,
    CONJUNCT_OPEN_COMPLEMENT_OR_ADVERBIAL,
    FULL_COMPLEMENT_OR_ADVERBIAL,
    NOMINAL_POS,
    SUBJECTS,
    VERB_OBJECTS,
    VERB_POS,
)
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")

_ARGUMENTS = VERB_OBJECTS | SUBJECTS | AGENT_OR_PREDICATE
# "he took his wife with him": in a phrase of place a plain pronoun may mean the subject
_PLACING = _WORDS["placing"]


# in a sentence of thousands of clauses each would look at all the rest
_FAR = 120


def others(pronoun: Token) -> Iterator[int]:
    """Token indices of phrase heads that stand beside the pronoun in its clause and so mean someone else."""
    if pronoun.dep_ == "poss":
        yield from _possessed(pronoun.head)
        return
    verb = governor(pronoun)
    if verb is None:
        return
    for child in verb.children:
        if child.i != pronoun.i:
            yield from _beside(child, pronoun.dep_ in SUBJECTS)
    if pronoun.dep_ in VERB_OBJECTS and verb.dep_ in CONJUNCT_OPEN_COMPLEMENT_OR_ADVERBIAL and not _has_subject(verb):
        yield from (child.i for child in verb.head.children if child.dep_ in SUBJECTS)


def _beside(child: Token, is_subject: bool) -> Iterator[int]:
    """The phrase heads at a child of the verb: arguments, and for a subject what prepositions tie to the verb."""
    if child.dep_ in _ARGUMENTS:
        yield from _phrase(child)
    elif is_subject and child.dep_ in AGENT_OR_PREPOSITION:
        for noun in child.children:
            if noun.dep_ == "pobj":
                yield from _phrase(noun)


def joined(pronoun: Token) -> Token | None:
    """The phrase to which what the pronoun owns is joined, and which owns it: "the soldiers and their families"."""
    owned = pronoun.head
    if pronoun.dep_ != "poss" or owned.dep_ != "conj" or owned.head.pos_ not in NOMINAL_POS:
        return None
    return owned.head if owned.left_edge.i == pronoun.i else None


def rivals(pronoun: Token) -> tuple[Token, Token] | None:
    """The subject and the object of the verb on whose clause the pronoun's hangs, both of which it can mean.

    "Ada told Bea that she …", "Hadley sold a ship because it …".
    """
    clause = pronoun.head
    if pronoun.dep_ not in SUBJECTS or clause.dep_ not in FULL_COMPLEMENT_OR_ADVERBIAL or clause.i < clause.head.i:
        return None
    subject = next((child for child in clause.head.lefts if child.dep_ in SUBJECTS), None)
    object_ = next((child for child in clause.head.rights if child.dep_ in VERB_OBJECTS), None)
    return (subject, object_) if subject is not None and object_ is not None else None


def governor(pronoun: Token) -> Token | None:
    """The verb whose argument the pronoun is, directly or through a preposition that does not place it."""
    head = pronoun.head
    if pronoun.dep_ in _ARGUMENTS:
        return head if head.pos_ in VERB_POS else None
    if pronoun.dep_ == "pobj" and head.lower_ not in _PLACING and head.head.pos_ in VERB_POS:
        return head.head
    return None


def commanded(pronoun: Token) -> tuple[int, int]:
    """The tokens (half-open) in which a name cannot mean a pronoun that is the subject: the rest of its clause."""
    if pronoun.dep_ not in SUBJECTS:
        return 0, 0
    return pronoun.i + 1, min(pronoun.head.right_edge.i, pronoun.i + _FAR) + 1


def _possessed(noun: Token) -> Iterator[int]:
    """What the pronoun owns, and what stands beside that as its name: "his wife, Ada"."""
    yield noun.i
    yield from (child.i for child in noun.children if child.dep_ in APPOSITION_OR_CONJUNCT)
    if noun.dep_ in APPOSITION_OR_COMPOUND:
        yield noun.head.i


def _phrase(head: Token) -> Iterator[int]:
    yield head.i
    yield from (child.i for child in head.children if child.dep_ in APPOSITION_OR_CONJUNCT)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)
