"""What an analyst has to say about an actor, an event or an article, as it stands in a timeline."""

from dataclasses import dataclass
from datetime import date

from dossier.model.quote import Quote


@dataclass(frozen=True, slots=True)
class StandingNote:
    """A note, about the ``event`` with that id, ``words`` of an ``article``, an article alone, or else the ``actor``.

    Articles and actors stand by their ids. ``judgement`` is the id of the decision,
    ``by`` and ``made`` say whose it is and of which day.
    """

    text: str
    judgement: str
    by: str
    made: date | None = None
    actor: str | None = None
    event: str | None = None
    article: str | None = None
    words: Quote | None = None
