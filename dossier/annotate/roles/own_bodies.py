"""For which body somebody acts: "the bank's chief executive Ada Brandt", "Hadley Shipping officials".

What a holder of an office says or decides in it, the body says or decides. Not what befalls him, and not what he did
before or after he had the office.
"""

from collections.abc import Container, Iterable, Iterator

from dossier.annotate.doc import Argument
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.roles.participant_phrases import preposition_objects
from dossier.annotate.syntax.labels import APPOSITION_OR_CONJUNCT, COMPOUND_RELATIONS
from dossier.annotate.syntax.phrases import core
from dossier.model import EventType, Role
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.roles", "role_words.toml")

_OFFICES = _WORDS["offices"]
_BEFORE_GENERAL = _WORDS["before_general"]
_NOT_IN_OFFICE = _WORDS["not_in_office"]
_BEFORE_BODIES = _WORDS["before_bodies"]
_DEEDS = _WORDS["deeds_of_offices"]
_OWNING = COMPOUND_RELATIONS | {"poss"}
_MAX_PHRASES = 3
"""Through how many phrases a body is looked for: two in "head of the flu division of the ministry". Set by hand."""


def bodies_acting(
    arguments: Iterable[Argument], event_type: EventType, doc: Parsed, bodies: Container[int]
) -> Iterator[Argument]:
    """The bodies for which the agents act, each as an agent.

    ``bodies`` are the heads of the phrases that mean bodies. None for what nobody does for a body, such as dying.
    """
    if not event_type.speech_act and event_type.name not in _DEEDS:
        return
    for argument in arguments:
        if argument.role is Role.AGENT:
            found = (body for body in _bodies_of(doc[argument.head], bodies) if not _is_former(body))
            yield from (Argument(*core(body), body.i, Role.AGENT) for body in found)


def _bodies_of(person: Token, bodies: Container[int]) -> Iterator[Token]:
    """The heads of the bodies of which the words say that this is their person."""
    if person.i in bodies or _is_former(person):
        return
    if person.pos_ == "PROPN":
        yield from (word for word in person.lefts if word.dep_ == "poss" and word.i in bodies)
    for office in _offices_of(person):
        if not _is_former(office):
            yield from _bodies_behind(office, person, bodies)


def _offices_of(person: Token) -> Iterator[Token]:
    """The words for offices in the phrase of somebody, and in the appositions to it."""
    around = (word for word in person.rights if word.dep_ in APPOSITION_OR_CONJUNCT)
    above = (person.head,) if person.dep_ == "appos" else ()
    titles = (word for word in person.lefts if word.dep_ in COMPOUND_RELATIONS)
    yield from (word for word in (person, *titles, *around, *above) if _is_office(word))


def _is_office(word: Token) -> bool:
    """Whether a word is that of an office: "spokesman", "director-general"."""
    if word.lower_ == "general":
        return any(child.lower_ in _BEFORE_GENERAL for child in word.lefts)
    return word.lemma_.lower() in _OFFICES


def _is_former(word: Token) -> bool:
    """Whether it is no longer so, or not yet, by a word that the parse hangs on the person, the office or the body."""
    return any(child.lower_ in _NOT_IN_OFFICE for child in word.children)


def _bodies_behind(office: Token, person: Token, bodies: Container[int]) -> Iterator[Token]:
    """The bodies whose office it is: before it ("bank chief"), or behind a preposition ("chief of the bank")."""
    before = (word for word in person.lefts if word.i < office.i) if office.head.i == person.i else ()
    yield from (word for word in (*before, *office.lefts) if word.dep_ in _OWNING and word.i in bodies)
    yield from _below(office, bodies, _MAX_PHRASES)


def _below(noun: Token, bodies: Container[int], depth: int) -> Iterator[Token]:
    """The body behind a preposition of the noun, or that of what stands there: "of the ministry's flu division"."""
    behind = (word for word in noun.rights if word.dep_ == "prep" and word.lower_ in _BEFORE_BODIES)
    for head in (head for preposition in behind for head in preposition_objects(preposition)):
        if head.i in bodies:
            yield head
        elif depth > 1:
            yield from (word for word in head.lefts if word.dep_ in _OWNING and word.i in bodies)
            yield from _below(head, bodies, depth - 1)
