"""Whom the text has reported dead, and what only the living do: no such verb has a dead person as its subject."""

from dossier.annotate.ontology import ontology
from dossier.annotate.parsed import Parsed, Token, TokenSpan
from dossier.annotate.syntax.labels import SUBJECTS, UNDERGOERS
from dossier.model import Role


class Deaths:
    """Looks up by the ontology what the verbs of one Doc say of life and death."""

    def __init__(self, doc: Parsed) -> None:
        self._verbs = (doc._.ontology or ontology()).verbs

    def victims(self, sentence: TokenSpan) -> set[int]:
        """The heads of the phrases for those of whom the sentence says that they died or were killed."""
        return {child.i for verb in sentence if verb.pos_ == "VERB" for child in self._victims(verb)}

    def _victims(self, verb: Token) -> list[Token]:
        phrases = [verb.lemma_, *(f"{verb.lemma_} {child.lemma_}" for child in verb.rights)]
        types = (self._verbs.get(words) for words in phrases)
        event_type = next((found for found in types if found is not None and found.patient_dies), None)
        if event_type is None or any(child.dep_ == "neg" for child in verb.children):
            return []
        roles = UNDERGOERS | {"nsubj"} if event_type.subject is Role.PATIENT else UNDERGOERS
        return [child for child in verb.children if child.dep_ in roles]

    def is_act_of_the_living(self, subject: Token) -> bool:
        """Whether only the living do or undergo what the subject's verb says, and it is told as later than before.

        A past perfect ("had been arrested") may tell of what came before the death.
        """
        verb = subject.head
        event_type = self._verbs.get(verb.lemma_) if subject.dep_ in SUBJECTS else None
        if event_type is None or any(child.dep_ == "aux" and child.lower_ == "had" for child in verb.children):
            return False
        is_patient = subject.dep_ == "nsubjpass" or event_type.subject is Role.PATIENT
        return event_type.patient_must_live if is_patient else event_type.agent_must_live
