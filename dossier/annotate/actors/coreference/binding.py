"""Which actors a pronoun cannot mean, by the parse: principles B and C of binding, and possession."""

from collections.abc import Iterator

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.clauses import has_subject
from dossier.annotate.syntax.labels import (
    AGENT_OR_PREDICATE,
    AGENT_OR_PREPOSITION,
    APPOSITION_OR_COMPOUND,
    APPOSITION_OR_CONJUNCT,
    FULL_COMPLEMENT_OR_ADVERBIAL,
    NOMINAL_POS,
    RELATIONS_SHARING_A_SUBJECT,
    SUBJECTS,
    VERB_OBJECTS,
    VERB_POS,
)
from dossier.text.word_lists import word_lists

_PREPOSITIONS_OF_PLACE = word_lists("dossier.annotate.actors", "actor_words.toml")["prepositions_of_place"]
_ARGUMENTS = VERB_OBJECTS | SUBJECTS | AGENT_OR_PREDICATE
_MAX_COMMANDED_TOKENS = 120
"""Tokens behind a subject in which principle C is followed. Set by hand.

In a sentence of thousands of clauses, each would else look at all others.
"""
_MAX_GOVERNORS_ABOVE = 8
"""Steps up the parse on which subjects are looked for. Set by hand; no measurement is recorded."""


def excluded_antecedents(pronoun: Token) -> Iterator[int]:
    """Token indices of phrase heads in the pronoun's clause that it cannot corefer with.

    In "Ada met her" it is "Ada"; in "his wife, Bea" both "wife" and "Bea".
    """
    if pronoun.dep_ == "poss":
        yield from _possessed(pronoun.head)
        return
    verb = governor(pronoun)
    if verb is None:
        return
    for child in verb.children:
        if child.i != pronoun.i:
            yield from _argument_heads(child, pronoun.dep_ in SUBJECTS)
    if pronoun.dep_ in VERB_OBJECTS and not has_subject(verb):
        yield from _understood_subjects(verb)


def _understood_subjects(verb: Token) -> Iterator[int]:
    """The subject of the clause above a verb without one: "Ada wants to see her", "Ada is intent on seeing her"."""
    for _ in range(_MAX_GOVERNORS_ABOVE):
        if verb.dep_ not in RELATIONS_SHARING_A_SUBJECT:
            return
        verb = verb.head
        subjects = [child.i for child in verb.children if child.dep_ in SUBJECTS]
        if subjects:
            yield from subjects
            return


def _argument_heads(child: Token, pronoun_is_subject: bool) -> Iterator[int]:
    """The heads of an argument of the verb; beside a subject pronoun those behind a preposition, too."""
    if child.dep_ in _ARGUMENTS:
        yield from _coordinated_heads(child)
    elif pronoun_is_subject and child.dep_ in AGENT_OR_PREPOSITION:
        for noun in child.children:
            if noun.dep_ == "pobj":
                yield from _coordinated_heads(noun)


def possessing_conjunct(pronoun: Token) -> Token | None:
    """The first conjunct, which owns the second: "the soldiers" in "the soldiers and their families".

    None where the pronoun does not open the second conjunct.
    """
    owned = pronoun.head
    if pronoun.dep_ != "poss" or owned.dep_ != "conj" or owned.head.pos_ not in NOMINAL_POS:
        return None
    return owned.head if owned.left_edge.i == pronoun.i else None


def ambiguous_antecedents(pronoun: Token) -> tuple[Token, Token] | None:
    """Subject and object of the verb above, if the pronoun is the subject of a clause behind that verb.

    The pronoun may mean either: "Ada told Bea that she …", "Hadley sold a ship because it …". None elsewhere.
    """
    clause = pronoun.head
    if pronoun.dep_ not in SUBJECTS or clause.dep_ not in FULL_COMPLEMENT_OR_ADVERBIAL or clause.i < clause.head.i:
        return None
    subject = next((child for child in clause.head.lefts if child.dep_ in SUBJECTS), None)
    object_ = next((child for child in clause.head.rights if child.dep_ in VERB_OBJECTS), None)
    return (subject, object_) if subject is not None and object_ is not None else None


def subjects_above(token: Token) -> Iterator[Token]:
    """The subjects of the clauses around a word, from the inmost out, without a subject that holds the word itself."""
    verb = token.head
    for _ in range(_MAX_GOVERNORS_ABOVE):
        if verb.pos_ in VERB_POS:
            for child in verb.lefts:
                if child.dep_ in SUBJECTS and not child.left_edge.i <= token.i <= child.right_edge.i:
                    yield child
        if verb.dep_ == "ROOT":
            return
        verb = verb.head


def governor(pronoun: Token) -> Token | None:
    """The verb whose argument the pronoun is, directly or through a preposition that is not one of place."""
    head = pronoun.head
    if pronoun.dep_ in _ARGUMENTS:
        return head if head.pos_ in VERB_POS else None
    if pronoun.dep_ == "pobj" and head.lower_ not in _PREPOSITIONS_OF_PLACE and head.head.pos_ in VERB_POS:
        return head.head
    return None


def c_command_span(pronoun: Token) -> tuple[int, int]:
    """The tokens (half-open) whose names a pronoun cannot mean that is the subject: those behind it in its clause.

    At most 120 tokens; none for a pronoun that is no subject.
    """
    if pronoun.dep_ not in SUBJECTS:
        return 0, 0
    return pronoun.i + 1, min(pronoun.head.right_edge.i, pronoun.i + _MAX_COMMANDED_TOKENS) + 1


def _possessed(noun: Token) -> Iterator[int]:
    """The noun that the pronoun owns, with its appositions and conjuncts, and the name that it stands beside.

    "His wife, Ada", "his friend Ada".
    """
    yield from _coordinated_heads(noun)
    if noun.dep_ in APPOSITION_OR_COMPOUND:
        yield noun.head.i


def _coordinated_heads(head: Token) -> Iterator[int]:
    yield head.i
    yield from (child.i for child in head.children if child.dep_ in APPOSITION_OR_CONJUNCT)
