"""From the head of a phrase to participants: one for each coordinated phrase."""

from collections.abc import Container, Iterator

from dossier.annotate.doc import Argument
from dossier.annotate.parsed import Token
from dossier.annotate.roles.role_words import STRETCHES
from dossier.annotate.syntax.labels import NOMINAL_OR_NUMBER_POS, PLURAL_NOUN_TAGS, TIME_ENTITIES
from dossier.annotate.syntax.phrases import core
from dossier.model import Role

_MANY = 24


def phrases(head: Token, role: Role, cut: int | None = None) -> Iterator[Argument]:
    """The phrase of the head, and those coordinated with it, each as a participant in that role.

    Whom a plural is said to include takes part too ("cities such as Varna"). ``cut`` is the token at which a phrase
    ends though the parse makes more part of it.
    """
    for start, end, token in _coordinated(head):
        yield Argument(start, end if cut is None or cut <= token.i else min(end, cut), token.i, role)
        for example in _examples(token):
            yield from (Argument(first, last, named.i, role) for first, last, named in _coordinated(example))


def objects(preposition: Token) -> list[Token]:
    """What stands behind a preposition."""
    return [child for child in preposition.children if child.dep_ == "pobj"]


def is_time(head: Token, times: Container[int]) -> bool:
    """Whether the phrase names a time, a length or a manner, not somebody or something."""
    return head.i in times or head.ent_type_ in TIME_ENTITIES or (head.lemma_ in STRETCHES and head.pos_ == "NOUN")


def distinct(found: list[Argument]) -> tuple[Argument, ...]:
    """The participants in text order as found, the first role of each kept."""
    return tuple({argument.head: argument for argument in reversed(found)}.values())[::-1]


def _coordinated(head: Token) -> Iterator[tuple[int, int, Token]]:
    start, end, last = _named(head)
    for _ in range(_MANY):
        following = next((c for c in _further(last) if c.dep_ == "conj" and c.pos_ in NOMINAL_OR_NUMBER_POS), None)
        if following is None:
            break
        if _is_second_title(last, following):
            _, end, last = _named(following)
            continue
        yield start, end, last
        start, end, last = _named(following)
    yield start, end, last


def _examples(head: Token) -> Iterator[Token]:
    """What stands behind "such as", "including" or "like" of a plural."""
    if head.tag_ not in PLURAL_NOUN_TAGS:
        return
    for child in head.rights:
        if child.dep_ == "prep" and (child.lower_ in ("including", "like") or _is_such_as(child)):
            yield from objects(child)


def _is_such_as(preposition: Token) -> bool:
    return preposition.lower_ == "as" and preposition.i > 0 and preposition.nbor(-1).lower_ == "such"


def _further(head: Token) -> Iterator[Token]:
    """What stands behind the head of a phrase, or of the one that it explains."""
    yield from head.rights
    if head.dep_ == "appos":
        yield from (token for token in head.head.rights if token.i > head.i)


def _named(head: Token) -> tuple[int, int, Token]:
    """The phrase, with a name that follows it directly and is its head then ("our colleague Ada Brandt")."""
    start, end = core(head)
    if head.pos_ == "NOUN":
        for child in head.rights:
            if child.dep_ == "appos" and child.pos_ == "PROPN" and child.left_edge.i == end:
                return start, core(child)[1], child
    return start, end, head


def _is_second_title(title: Token, named: Token) -> bool:
    """Whether both are titles of one person ("the chairman and founder Ada Brandt")."""
    _, _, name = _named(named)
    if name.ent_type_ != "PERSON" or title.tag_ != "NN" or title.ent_type_ == "PERSON":
        return False
    if name.i != named.i:
        return not any(child.dep_ == "det" for child in named.lefts)
    return any(child.dep_ == "compound" and child.tag_ == "NN" and not child.ent_type_ for child in named.lefts)
