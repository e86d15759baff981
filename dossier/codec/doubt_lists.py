"""The form ``dossier/doubts/1``: what an analyst should look at, with the evidence of both sides."""

from dossier.codec.link_forms import LinkForm
from dossier.codec.shared_forms import JsonObject, SpanForm, indented


class ExcerptForm(SpanForm):
    """A place in the article ``ref``, and the words around it on its line."""

    ref: str
    words: str


class DoubtNameForm(JsonObject):
    """A name, or for an event its trigger, and how often this side is called so."""

    name: str
    mentions: int


class DoubtSideForm(JsonObject):
    """What the articles say of one side: its names, kinds and descriptions, articles, and some places."""

    names: list[DoubtNameForm]
    about: list[str]
    refs: list[str]
    quotes: list[ExcerptForm]


class ListedDoubtForm(JsonObject):
    """A link in doubt: its reasons have ``weight`` bits of evidence, and ``needed`` would make the two one.

    ``weights`` are those of the single reasons, in their order. ``left`` and ``right`` are the sides of the link.
    """

    link: LinkForm
    weight: float
    needed: float
    weights: list[float]
    left: DoubtSideForm
    right: DoubtSideForm


class DoubtListForm(JsonObject, tag_field="schema", tag="dossier/doubts/1"):
    """Doubts, the most valuable first; ``more`` counts those that are left out."""

    doubts: list[ListedDoubtForm]
    more: int


def encode_doubt_list(doubts: DoubtListForm) -> bytes:
    """The doubts as indented JSON in UTF-8."""
    return indented(doubts)
