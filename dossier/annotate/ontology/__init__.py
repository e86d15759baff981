"""Event types and the words that tell of them."""

from dossier.annotate.ontology.file import read_ontology
from dossier.annotate.ontology.ontology import NO_EVENT, Ontology, ontology

__all__ = ["NO_EVENT", "Ontology", "ontology", "read_ontology"]
