"""The analyst's notes in a timeline, from the model and back."""

from datetime import date

from dossier.codec.shared_forms import JsonObject, TextForm
from dossier.model import StandingNote


class StandingNoteForm(JsonObject):
    """A note of the analyst, about the ``event`` with that id, ``words`` of an ``article``, or the ``article`` alone.

    Where these are null it is about the ``actor`` with that id. ``judgement`` is the id of the decision; ``by`` and
    ``made`` (null where unknown) say whose it is and of which day.
    """

    text: str
    judgement: str
    by: str
    made: str | None
    actor: str | None
    event: str | None
    article: str | None
    words: TextForm | None

    @classmethod
    def of(cls, note: StandingNote) -> "StandingNoteForm":
        """The form of a note."""
        return cls(
            text=note.text,
            judgement=note.judgement,
            by=note.by,
            made=note.made.isoformat() if note.made else None,
            actor=note.actor,
            event=note.event,
            article=note.article,
            words=TextForm.of_quote(note.words) if note.words else None,
        )

    def note(self) -> StandingNote:
        """The note of the form."""
        return StandingNote(
            text=self.text,
            judgement=self.judgement,
            by=self.by,
            made=date.fromisoformat(self.made) if self.made else None,
            actor=self.actor,
            event=self.event,
            article=self.article,
            words=self.words.as_quote() if self.words else None,
        )
