"""What an analyst decided, and by whom, when and why."""

import hashlib
from dataclasses import dataclass
from datetime import date

from dossier.model.decision import Decision
from dossier.model.decision_kind import subject_of_decision


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision with its author, day and reason. Raises ValueError when ``by`` is blank."""

    decision: Decision
    by: str
    made: date | None = None
    why: str = ""

    def __post_init__(self) -> None:
        if not self.by.strip():
            raise ValueError("a judgement is signed: 'by' is empty")

    @property
    def subject(self) -> tuple[object, ...]:
        """The sort of decision and what it is about: of two judgements on one subject the later holds."""
        return subject_of_decision(self.decision)

    @property
    def id(self) -> str:
        """A short hash of all of it, by which it can be named and undone: ten hexadecimal digits."""
        # analysts have noted ids down: they hold the names and fields that the classes had when the first were given
        text = repr(self).replace("ActorPointer(", "Named(").replace("EventPointer(", "Told(")
        text = text.replace(", occurrence=1)", ")").replace(", of='')", ")")
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]
