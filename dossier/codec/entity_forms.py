"""The objects of the form ``dossier/timeline/1`` for the actor that it is about, one class each."""

from dossier.codec.link_forms import LinkForm
from dossier.codec.shared_forms import JsonObject, TextForm
from dossier.model import Kind


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


class EntityForm(JsonObject):
    """The actor of the dossier; ``links`` say why its chains of mentions (``members``) were taken for one actor.

    ``mentions`` is their number.
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
