"""The shipped event types, for tests of what asks how events of a type behave."""

from dossier.annotate.ontology import ontology

TYPES = ontology().types
