"""Who takes part in an event, and where it happens, by the parse."""

from dossier.annotate.roles.animacy import is_person
from dossier.annotate.roles.event_places import is_named_place, place
from dossier.annotate.roles.noun_participants import of_noun
from dossier.annotate.roles.subjects import is_passive, subject
from dossier.annotate.roles.verb_participants import Frame, objected, of_verb

__all__ = [
    "Frame",
    "is_named_place",
    "is_passive",
    "is_person",
    "objected",
    "of_noun",
    "of_verb",
    "place",
    "subject",
]
