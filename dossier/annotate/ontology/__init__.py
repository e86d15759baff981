"""Event types and the words that tell of them."""

from dossier.annotate.ontology.file import read_ontology
from dossier.annotate.ontology.ontology import NONE, OTHER, Ontology, ontology
from dossier.annotate.ontology.types import EventType

__all__ = ["NONE", "OTHER", "EventType", "Ontology", "ontology", "read_ontology"]
