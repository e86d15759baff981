"""Prepositional phrases that the parse hangs on a participant though they belong to the event.

In "received a letter from the union" the parse may make "from the union" a part of "a letter".
"""

from collections.abc import Container, Iterator

from dossier.annotate.doc import Argument
from dossier.annotate.parsed import Token
from dossier.annotate.roles.blame import culprit
from dossier.annotate.roles.event_places import is_named_place
from dossier.annotate.roles.participant_phrases import is_time_or_manner, phrase_participants, preposition_objects
from dossier.annotate.roles.role_words import EVENT_PLACE_PREPOSITIONS, WEAPON_NOUNS
from dossier.annotate.syntax.labels import AGENT_OR_PREPOSITION
from dossier.model import EventType, Role
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.roles", "role_words.toml")

_OFTEN_MISATTACHED = _WORDS["often_misattached_prepositions"]


def participants_in_phrase(
    head: Token, role: Role, event_type: EventType, times: Container[int], *, lacks_agent: bool = False
) -> Iterator[Argument]:
    """The phrases of ``head`` in that role, and the participants of the event that the parse hangs on it.

    "Received a letter from the union" has two participants, and so has "arrested Ada Brandt in Verrin". Where the event
    ``lacks_agent``, the phrase behind "by" is its agent: "the rejection of the plan by the senate". ``times`` are the
    indices of the tokens in temporal expressions, which take no part.
    """
    misattached = list(_misattached(head, role, event_type, lacks_agent=lacks_agent))
    yield from phrase_participants(head, role, min((preposition.i for preposition, _ in misattached), default=None))
    for preposition, other_role in misattached:
        for noun in preposition_objects(preposition):
            if not is_time_or_manner(noun, times):
                yield from phrase_participants(noun, other_role)


def _misattached(head: Token, role: Role, event_type: EventType, *, lacks_agent: bool) -> Iterator[tuple[Token, Role]]:
    """The prepositions under the head that belong to the event, each with the role of what stands behind it."""
    explaining = (word for child in head.rights if child.dep_ == "appos" for word in child.rights)
    for child in (*head.rights, *explaining):
        if child.dep_ not in AGENT_OR_PREPOSITION:
            continue
        preposition, nouns = child.lower_, preposition_objects(child)
        type_role = event_type.prepositions.get(preposition)
        if preposition == "on" and culprit(head) in nouns:
            yield child, Role.PATIENT
        elif preposition == "by" and lacks_agent:
            yield child, Role.AGENT
        elif type_role is Role.INSTRUMENT:
            if any(noun.lemma_ in WEAPON_NOUNS for noun in nouns):
                yield child, type_role
        elif type_role is not None and _belongs_to_event(preposition, type_role, role):
            yield child, type_role
        elif _may_place_event(preposition, head, role) and any(is_named_place(noun) for noun in nouns):
            yield child, Role.PLACE


def _belongs_to_event(preposition: str, type_role: Role, role: Role) -> bool:
    """Whether a preposition for which the event's type has a role belongs to the event, not to the participant."""
    if preposition in _OFTEN_MISATTACHED:
        return type_role is not Role.OTHER or preposition == "of"
    # "the attack by the army on the town"
    return type_role is Role.PATIENT and role is Role.AGENT


def _may_place_event(preposition: str, head: Token, role: Role) -> bool:
    """Whether a place behind the participant may be that of the event ("arrested Ada Brandt in Verrin").

    A person's name or a pronoun has no place of its own, and an agent seldom has one. Any other participant may have
    one ("attacked the school in Verrin").
    """
    if preposition not in EVENT_PLACE_PREPOSITIONS:
        return False
    return role is Role.AGENT or head.ent_type_ == "PERSON" or head.pos_ == "PRON"
