"""The objects of the form ``dossier/timeline/1`` for the actor that it is about, one class each."""

from datetime import date

import msgspec

from dossier.codec.link_forms import LinkForm
from dossier.codec.shared_forms import JsonObject, TextForm
from dossier.model import ActorCorrection, ActorField, Kind


class AliasForm(JsonObject):
    """Another name of the actor, its number of mentions, and the articles (by id) that use it."""

    text: str
    mentions: int
    articles: list[str]


class DescriptionPlaceForm(TextForm):
    """The words of a description in one article."""

    article: str


class DescriptionForm(JsonObject):
    """A description of the actor ("mayor of Orlov"), and one place where an article gives it."""

    text: str
    mention: DescriptionPlaceForm


class MemberForm(JsonObject):
    """One chain of mentions: the article and the chain, both by id."""

    article: str
    actor: str


class IdentifierForm(JsonObject):
    """An identifier from a watchlist: a register (``scheme``) and the number in it."""

    scheme: str
    value: str


class ActorCorrectionForm(JsonObject):
    """What the analyst corrected of an actor: his ``value``, what was ``read``, and the ``judgement`` (id) of it.

    Values are words; without a ``value`` he took out what was read. ``by`` and ``made`` (null where unknown) say whose
    decision it is and of which day.
    """

    field: ActorField
    value: str
    read: str
    judgement: str
    by: str
    made: str | None

    @classmethod
    def of(cls, correction: ActorCorrection) -> "ActorCorrectionForm":
        """The form of a correction."""
        return cls(
            field=correction.field,
            value=correction.value,
            read=correction.read,
            judgement=correction.judgement,
            by=correction.by,
            made=correction.made.isoformat() if correction.made else None,
        )

    def correction(self) -> ActorCorrection:
        """The correction of the form."""
        made = date.fromisoformat(self.made) if self.made else None
        return ActorCorrection(self.field, self.value, self.read, self.judgement, self.by, made)


class EntityForm(JsonObject):
    """The actor of the dossier; ``links`` say why its chains of mentions (``members``) were taken for one actor.

    ``mentions`` is their number. ``corrections`` are what the analyst gave in place of what was read: a description of
    his own stands there alone.
    """

    id: str
    name: str
    kind: Kind
    mentions: int
    members: list[MemberForm]
    aliases: list[AliasForm]
    descriptions: list[DescriptionForm]
    identifiers: list[IdentifierForm]
    links: list[LinkForm]
    corrections: list[ActorCorrectionForm] = msgspec.field(default_factory=list)
