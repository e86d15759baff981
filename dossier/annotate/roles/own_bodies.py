"""For which body somebody acts: "the bank's chief executive Ada Brandt", "Hadley Shipping officials".

What a holder of an office says or decides in it, the body says or decides. Not what befalls him, and not what he did
before or after he had the office.
"""

from collections.abc import Container, Iterable, Iterator, Mapping

from dossier.annotate.doc import Argument, Mention
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.roles.participant_phrases import preposition_objects
from dossier.annotate.syntax.labels import (
    ADJECTIVE_OR_COMPOUND,
    APPOSITION_OR_CONJUNCT,
    COMPOUND_RELATIONS,
    RELATIVE_TAGS,
)
from dossier.annotate.syntax.phrases import core
from dossier.model import EventType, Role
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.roles", "role_words.toml")

_OFFICES = _WORDS["offices"]
_VAGUE_OFFICES, _BEFORE_VAGUE = _WORDS["vague_offices"], _WORDS["before_vague_offices"]
_NOT_IN_OFFICE = _WORDS["not_in_office"]
_BEFORE_BODIES = _WORDS["before_bodies"]
_OF_MANY_VOICES = _WORDS["bodies_of_many_voices"]
_DEEDS = _WORDS["deeds_of_offices"]
_OWNING = COMPOUND_RELATIONS | {"poss"}
_MAX_PHRASES = 3
"""Through how many phrases a body is looked for: two in "head of the flu division of the ministry". Set by hand."""


def bodies_acting(
    arguments: Iterable[Argument], event_type: EventType, doc: Parsed, bodies: Mapping[int, Mention]
) -> Iterator[Argument]:
    """The bodies for which the agents act, each as an agent.

    ``bodies`` are the mentions of bodies, by their heads. None for what nobody does for a body, such as dying.
    """
    if not event_type.speech_act and event_type.name not in _DEEDS:
        return
    for argument in arguments:
        if argument.role is Role.AGENT:
            found = (body for body in _bodies_of(doc[argument.head], bodies) if _may_speak(body))
            yield from (_agent(body, bodies[body.i]) for body in found)


def _agent(body: Token, named: Mention) -> Argument:
    """The body by its phrase, and by all words of its name, which the parse may hang on the person one by one."""
    start, end = core(body)
    return Argument(min(start, named.start), max(end, named.end), body.i, Role.AGENT)


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
    above = (person.head,) if person.dep_ in APPOSITION_OR_CONJUNCT else ()
    titles = (word for word in person.lefts if word.dep_ in ADJECTIVE_OR_COMPOUND)
    yield from (word for word in (person, *titles, *around, *above) if _is_office(word))


def _is_office(word: Token) -> bool:
    """Whether a word is that of an office: "spokesman", "director-general"."""
    if word.lower_ in _VAGUE_OFFICES:
        return any(child.lower_ in _BEFORE_VAGUE for child in word.lefts)
    return word.lemma_.lower() in _OFFICES


def _may_speak(body: Token) -> bool:
    """Whether one may speak for it, and the parse does not hang "former" on it instead of on the person."""
    return body.lower_ not in _OF_MANY_VOICES and not _is_former(body)


def _is_former(word: Token) -> bool:
    """Whether it is no longer so, or not yet, by a word that the parse hangs on the person, the office or the body."""
    return any(child.lower_ in _NOT_IN_OFFICE for child in word.children)


def _bodies_behind(office: Token, person: Token, bodies: Container[int]) -> Iterator[Token]:
    """The bodies whose office it is: before it ("bank chief"), or behind a preposition ("chief of the bank")."""
    first = person if office.head.i == person.i else office
    start = max(first.left_edge.i - 1, first.sent.start)  # the word before too: the parse hangs "WHO" anywhere
    before = (*first.lefts, *office.lefts, office.doc[start])
    yield from (word for word in before if word.i < office.i and word.i in bodies and _owns(word))
    yield from _below(office, bodies, _MAX_PHRASES)


def _owns(word: Token) -> bool:
    """Whether a word before an office is a part of its phrase, or an acronym that is taken for a pronoun ("WHO")."""
    return word.dep_ in _OWNING or word.tag_ in RELATIVE_TAGS


def _below(noun: Token, bodies: Container[int], depth: int) -> Iterator[Token]:
    """The body behind a preposition of the noun, or that of what stands there: "of the ministry's flu division"."""
    behind = (word for word in noun.rights if word.dep_ == "prep" and word.lower_ in _BEFORE_BODIES)
    for head in (head for preposition in behind for head in preposition_objects(preposition)):
        if head.i in bodies:
            yield head
        elif depth > 1:
            yield from (word for word in head.lefts if word.dep_ in _OWNING and word.i in bodies)
            yield from _below(head, bodies, depth - 1)
