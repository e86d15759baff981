"""From the head of a phrase to participants: one for each coordinated phrase."""

from collections.abc import Container, Iterator

from dossier.annotate.doc import Argument
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import (
    COMPOUND_RELATIONS,
    NOMINAL_OR_NUMBER_POS,
    PERSON_ENTITIES,
    PLURAL_NOUN_TAGS,
    TIME_ENTITIES,
)
from dossier.annotate.syntax.objects import TIME_AND_MANNER_NOUNS
from dossier.annotate.syntax.phrases import core
from dossier.model import Role
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.roles", "role_words.toml")

_PREPOSITIONS_BEFORE_EXAMPLES = _WORDS["prepositions_before_examples"]
_MAX_CONJUNCTS = 24
"""How many phrases coordinated with the first are read. Set by hand, to bound the work; no measurement is recorded."""


def phrase_participants(head: Token, role: Role, cut: int | None = None) -> Iterator[Argument]:
    """The phrase of the head and those coordinated with it, each as a participant in that role.

    The examples of a plural are participants, too ("cities such as Varna"). ``cut`` is the index of the token before
    which a phrase ends, though the parse makes that token part of it.
    """
    for start, end, token in _coordinated_phrases(head):
        yield Argument(start, end if cut is None or cut <= token.i else min(end, cut), token.i, role)
        for example in _examples(token):
            for first, last, named in _coordinated_phrases(example):
                yield Argument(first, last, named.i, role)


def preposition_objects(preposition: Token) -> list[Token]:
    """The heads of the phrases right behind a preposition."""
    return [child for child in preposition.children if child.dep_ == "pobj"]


def is_time_or_manner(head: Token, times: Container[int]) -> bool:
    """Whether the phrase of ``head`` means a time, an extent or a manner, so that it names no participant.

    ``times`` are the indices of the tokens in temporal expressions.
    """
    if head.i in times or head.ent_type_ in TIME_ENTITIES:
        return True
    return head.lemma_ in TIME_AND_MANNER_NOUNS and head.pos_ == "NOUN"


def without_repeats(arguments: list[Argument]) -> tuple[Argument, ...]:
    """The participants without those whose head has come before, so that each keeps its first role.

    >>> [(a.head, a.role) for a in without_repeats([Argument(0, 1, 0, Role.AGENT), Argument(0, 1, 0, Role.PATIENT)])]
    [(0, <Role.AGENT: 'agent'>)]
    """
    return tuple({argument.head: argument for argument in reversed(arguments)}.values())[::-1]


def _coordinated_phrases(head: Token) -> Iterator[tuple[int, int, Token]]:
    """Start, end and head of the phrase and of each coordinated with it; two titles of one person are one phrase."""
    start, end, last = _phrase_with_name(head)
    given_names = _given_names_of_several(last)
    yield from ((token.i, token.i + 1, token) for token in given_names[:-1])
    start = given_names[-1].i if given_names else start
    listed = [last]
    for _ in range(_MAX_CONJUNCTS):
        following = _next_listed(listed)
        if following is None:
            break
        is_second_title = _is_second_title(last, following)
        if not is_second_title:
            yield start, end, last
        begin, end, last = _phrase_with_name(following)
        start = start if is_second_title else begin
        listed.append(last)
    yield start, end, last


def _next_listed(heads: list[Token]) -> Token | None:
    """The next coordinated head behind the last of ``heads``, those of the phrases so far, under any of them.

    In a list of bodies the parse may take one for an apposition: "the Bank of Orlov, the Bank of Varna and the mint".
    """
    last = heads[-1]
    behind = (
        word
        for head in heads
        for word in _words_after(head)
        if word.i > last.i and word.pos_ in NOMINAL_OR_NUMBER_POS and (word.dep_ == "conj" or _is_in_list(word))
    )
    return min(behind, key=lambda word: word.i, default=None)


def _is_in_list(apposition: Token) -> bool:
    """Whether what the parse takes for an apposition is the next name in a list of bodies."""
    head = apposition.head
    if apposition.dep_ != "appos" or not apposition.ent_type_ == head.ent_type_ == "ORG":
        return False
    is_name = apposition.pos_ == head.pos_ == "PROPN" and apposition.i > head.i
    return is_name and any(
        child.dep_ == "conj" and child.i > apposition.i for child in (*head.rights, *apposition.rights)
    )


def _examples(head: Token) -> Iterator[Token]:
    """The heads behind "such as", "including" or "like" of a plural; none for any other word."""
    if head.tag_ not in PLURAL_NOUN_TAGS:
        return
    for child in head.rights:
        if child.dep_ == "prep" and (child.lower_ in _PREPOSITIONS_BEFORE_EXAMPLES or _is_such_as(child)):
            yield from preposition_objects(child)


def _is_such_as(preposition: Token) -> bool:
    return preposition.lower_ == "as" and preposition.i > 0 and preposition.nbor(-1).lower_ == "such"


def _words_after(head: Token) -> Iterator[Token]:
    """The words under the head and behind it; for an apposition also those behind it under the noun it explains."""
    yield from head.rights
    if head.dep_ == "appos":
        yield from (token for token in head.head.rights if token.i > head.i)


def _phrase_with_name(head: Token) -> tuple[int, int, Token]:
    """Start, end and head of the phrase; a name right behind it belongs to it and is its head.

    In "our colleague Ada Brandt" the head is "Brandt".
    """
    start, end = core(head)
    if head.pos_ == "NOUN":
        for child in head.rights:
            if child.dep_ == "appos" and child.pos_ == "PROPN" and child.left_edge.i == end:
                return start, core(child)[1], child
    return start, end, head


def _given_names_of_several(surname: Token) -> list[Token]:
    """The given names that share a surname, which the parse hangs on it: "Peter and Susan Clarkson"; else none."""
    given = next((child for child in surname.lefts if child.dep_ in COMPOUND_RELATIONS), None)
    if surname.ent_type_ not in PERSON_ENTITIES or given is None:
        return []
    found = [given]
    for _ in range(_MAX_CONJUNCTS):
        following = next((child for child in found[-1].rights if child.dep_ == "conj"), None)
        if following is None or following.ent_type_ not in PERSON_ENTITIES:
            break
        found.append(following)
    return found if len(found) > 1 else []


def _is_second_title(title: Token, conjunct: Token) -> bool:
    """Whether both are titles of one person ("the chairman and founder Ada Brandt")."""
    _, _, name = _phrase_with_name(conjunct)
    if name.ent_type_ != "PERSON" or title.tag_ != "NN" or title.ent_type_ == "PERSON":
        return False
    if name.i != conjunct.i:
        return not any(child.dep_ == "det" for child in conjunct.lefts)
    return any(child.dep_ == "compound" and child.tag_ == "NN" and not child.ent_type_ for child in conjunct.lefts)
