"""Prepositional phrases that the parse hangs on a participant though they go with the event."""

from collections.abc import Container, Iterator

from dossier.annotate.doc import Argument
from dossier.annotate.parsed import Token
from dossier.annotate.roles.blame import culprit
from dossier.annotate.roles.event_places import is_named_place
from dossier.annotate.roles.participant_phrases import is_time, objects, phrases
from dossier.annotate.roles.role_words import PLACED, WEAPONS
from dossier.model import EventType, Role
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.roles", "role_words.toml")

_STRAYING = _WORDS["straying"]


def participants(
    head: Token, role: Role, kind: EventType, times: Container[int], *, wants_doer: bool = False
) -> Iterator[Argument]:
    """The phrases of ``head`` in that role, and what is hung on it though it takes part in the event itself.

    "received a letter from the union", "arrested Ada Brandt in Verrin", and where the event ``wants_doer``: "the
    rejection of the plan by the senate".
    """
    astray = list(_astray(head, role, kind, wants_doer=wants_doer))
    yield from phrases(head, role, min((preposition.i for preposition, _ in astray), default=None))
    for preposition, other in astray:
        yield from (a for thing in objects(preposition) if not is_time(thing, times) for a in phrases(thing, other))


def _astray(head: Token, role: Role, kind: EventType, *, wants_doer: bool) -> Iterator[tuple[Token, Role]]:
    for child in head.rights:
        if child.dep_ != "prep":
            continue
        word, behind = child.lower_, objects(child)
        asked = kind.prepositions.get(word)
        if word == "on" and culprit(head) in behind:
            yield child, Role.PATIENT
        elif word == "by" and wants_doer:
            yield child, Role.AGENT
        elif asked is Role.INSTRUMENT:
            if any(thing.lemma_ in WEAPONS for thing in behind):
                yield child, asked
        elif asked is not None and _is_asked(word, asked, role):
            yield child, asked
        elif word in PLACED and _leaves_place(head, role) and any(is_named_place(thing) for thing in behind):
            yield child, Role.PLACE


def _is_asked(word: str, asked: Role, role: Role) -> bool:
    """Whether the event asks for what stands behind the preposition rather than the participant does."""
    if word in _STRAYING:
        return asked is not Role.OTHER or word == "of"
    # "the attack by the army on the town"
    return asked is Role.PATIENT and role is Role.AGENT


def _leaves_place(head: Token, role: Role) -> bool:
    """Whether a place behind it is the event's: a person's name has none, and a doer named last seldom does."""
    return role is Role.AGENT or head.ent_type_ == "PERSON" or head.pos_ == "PRON"
