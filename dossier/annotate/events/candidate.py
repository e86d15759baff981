"""A word that tells of an event, as it is found: before its factuality and date are known."""

from dataclasses import dataclass

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import NOUN_POS
from dossier.model import EventType


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event that the word ``head`` tells of; the tokens ``start`` to ``end`` (half-open) are its trigger.

    ``light_verb`` says no more than that the event of a noun took place ("carried out an attack"). ``own_noun`` is a
    noun that is part of a verb ("take office"), ``own_preposition`` a preposition that is ("call for").
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
        """Whether a noun or a name tells of it."""
        return self.head.pos_ in NOUN_POS
