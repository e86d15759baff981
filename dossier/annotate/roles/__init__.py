"""Who takes part in an event, and where it happens, by the parse."""

from dossier.annotate.roles.event_places import event_place, is_named_place
from dossier.annotate.roles.noun_participants import participants_of_noun
from dossier.annotate.roles.own_bodies import bodies_acting
from dossier.annotate.roles.participant_phrases import without_repeats
from dossier.annotate.roles.verb_participants import ArgumentFrame, participants_of_verb

__all__ = [
    "ArgumentFrame",
    "bodies_acting",
    "event_place",
    "is_named_place",
    "participants_of_noun",
    "participants_of_verb",
    "without_repeats",
]
