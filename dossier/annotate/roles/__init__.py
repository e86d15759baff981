"""Who takes part in an event, and where it happens, by the parse."""

from dossier.annotate.roles.nominal import of_noun
from dossier.annotate.roles.people import is_person
from dossier.annotate.roles.places import is_named_place, place
from dossier.annotate.roles.subjects import has_subject, is_passive, subject
from dossier.annotate.roles.verbal import Frame, objected, of_verb

__all__ = [
    "Frame",
    "has_subject",
    "is_named_place",
    "is_passive",
    "is_person",
    "objected",
    "of_noun",
    "of_verb",
    "place",
    "subject",
]
