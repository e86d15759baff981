"""The form ``dossier/search/1``: what a search found."""

from dossier.codec.shared_forms import JsonObject, indented
from dossier.model import Kind


class WordsPlaceForm(JsonObject):
    """A stretch of a text, from ``start`` up to ``end``."""

    start: int
    end: int


class FoundWordsForm(JsonObject):
    """Words as they stand in a name, a line or the text of an article.

    ``start`` and ``end`` are their place there, ``marks`` the places of what was looked for, in code points of the same
    text.
    """

    words: str
    start: int
    end: int
    marks: list[WordsPlaceForm]


class FoundNameForm(JsonObject):
    """An actor; ``found`` is the name that fits, its own (``name``) or another."""

    id: str
    name: str
    kind: Kind
    mentions: int
    found: FoundWordsForm


class FoundLineForm(JsonObject):
    """A line by the id of its ``event``, its date (EDTF), and the ids of the actors whose timelines have it."""

    event: str
    date: str | None
    found: FoundWordsForm
    actors: list[str]


class FoundArticleForm(JsonObject):
    """An article by its id and ``ref``; ``found`` is a stretch of its text, ``title`` its title or its first words."""

    id: str
    ref: str
    published: str | None
    title: FoundWordsForm
    found: FoundWordsForm


class SearchForm(JsonObject, tag_field="schema", tag="dossier/search/1"):
    """What was found, each list with the best first; a list that was not asked for is empty."""

    names: list[FoundNameForm]
    lines: list[FoundLineForm]
    articles: list[FoundArticleForm]


def encode_search(found: SearchForm) -> bytes:
    """What was found as indented JSON in UTF-8."""
    return indented(found)
