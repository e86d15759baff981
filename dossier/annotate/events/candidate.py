"""A word of a sentence that tells of an event, before its factuality and its date are asked for."""

from dataclasses import dataclass

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import NOUN_POS
from dossier.model import EventType


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event that the word ``head`` tells of; the tokens ``start`` to ``end`` (half-open) are its trigger.

    ``light_verb`` is a verb that says no more than that the event of the noun took place ("carried out an attack").
    ``own_noun`` is a noun that is part of a verb ("take office"), ``own_preposition`` such a preposition ("call for").
    """

    head: Token
    start: int
    end: int
    lemma: str
    type: EventType
    light_verb: Token | None = None
    own_noun: Token | None = None
    own_preposition: str | None = None

    @property
    def is_noun(self) -> bool:
        """Whether a noun tells of it."""
        return self.head.pos_ in NOUN_POS
