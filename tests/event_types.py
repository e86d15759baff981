"""The shipped event types, for tests of code that uses the properties of a type."""

from dossier.annotate.ontology import ontology

TYPES = ontology().types
