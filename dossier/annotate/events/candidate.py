"""What a sentence offers as an event, before anyone asks how sure it is and when it was."""

from dataclasses import dataclass

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import NOUN_POS
from dossier.model import EventType


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event told by ``head``, and by tokens ``start`` to ``end`` around it, in the words of ``lemma``.

    ``light`` is the verb that says no more than that the event of the noun took place; ``own`` a noun that belongs to
    the verb ("take office"), ``governed`` a preposition that does ("call for").
    """

    head: Token
    start: int
    end: int
    lemma: str
    type: EventType
    light: Token | None = None
    own: Token | None = None
    governed: str | None = None

    @property
    def is_noun(self) -> bool:
        """Whether a noun tells of it."""
        return self.head.pos_ in NOUN_POS
