"""One of several stories on a page, or messages of a chat, before it becomes a draft."""

from dataclasses import dataclass

from dossier.sources.dates.publication_signs import PublicationSign


@dataclass(frozen=True, slots=True)
class Story:
    """The words of one story with what the page says of it."""

    text: str
    title: str | None
    author: str | None
    stated: tuple[PublicationSign, ...]
    url: str | None
    publisher: str | None = None
