"""What the analyst corrected in a mention of an event, from the model and back."""

from collections.abc import Iterable
from datetime import date

from dossier.codec.shared_forms import JsonObject
from dossier.model import Correction, EventField


class CorrectionForm(JsonObject):
    """One field that the analyst corrected: his ``value``, what was ``read``, and the ``judgement`` (id) that says so.

    Values are words; empty for none. ``by`` and ``made`` (null where unknown) say whose decision it is and of which
    day. ``participant`` is the name of whom the value is the role (``involved`` where only a part is said to be there),
    null for other fields. With ``telling_only`` nothing of the event is otherwise but how this
    mention tells it: its line, and its source.
    """

    field: EventField
    value: str
    read: str
    judgement: str
    by: str
    made: str | None
    participant: str | None = None
    telling_only: bool = False

    @classmethod
    def of(cls, correction: Correction) -> "CorrectionForm":
        """The form of a correction."""
        return cls(
            field=correction.field,
            value=correction.value,
            read=correction.read,
            judgement=correction.judgement,
            by=correction.by,
            made=correction.made.isoformat() if correction.made else None,
            participant=correction.participant or None,
            telling_only=correction.is_telling_only,
        )

    def correction(self) -> Correction:
        """The correction of the form."""
        made = date.fromisoformat(self.made) if self.made else None
        given = self.value, self.read, self.judgement, self.by, made, self.participant or "", self.telling_only
        return Correction(self.field, *given)


def has_given_source(corrections: Iterable[CorrectionForm]) -> bool:
    """Whether the source of a mention with these corrections is the analyst's."""
    return any(one.field is EventField.ATTRIBUTION for one in corrections)
