"""The messages of a chat or channel, as Telegram Desktop exports it to HTML: each is an article with its own moment.

What was forwarded has the author and the moment of the one who wrote it. What has no words (a picture, "joined the
group") is no message.
"""

import re
from collections.abc import Iterator

from dossier.sources.dates.publication_signs import PublicationSign
from dossier.sources.pages import page_metadata, page_opening
from dossier.sources.pages.page_metadata import Tree, words_of
from dossier.sources.pages.story import Story

_EXPORTED = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?")
"""A moment as exports write it: "17.03.2025 10:05:33 UTC+01:00"."""


def messages(tree: Tree) -> list[Story]:
    """The messages in their order; none where the page is no export of a chat."""
    found = [element for element in tree.iter("div") if {"message", "default"} <= _classes(element)]
    header = next(_below(tree, "page_header"), None)
    chat = next((words_of(name) for name in _below(header, "text")), None) if header is not None else None
    return list(_told(found, chat))


def _told(found: list[Tree], chat: str | None) -> Iterator[Story]:
    sender: str | None = None
    for message in found:
        body = next(_below(message, "body"), message)
        own = next((words_of(name) for name in body if "from_name" in _classes(name)), None)
        sender = own or (sender if "joined" in _classes(message) else None)
        forwarded = next(_below(body, "forwarded"), None)
        words = next(_below(message, "text"), None)
        signs = [sign for part in (forwarded, body) if part is not None for sign in _signs(part)]
        text = _text(words) if words is not None else ""
        if text and signs:
            author = _forwarded_from(forwarded) if forwarded is not None else sender
            yield Story(text=text, title=None, author=author, stated=tuple(signs[:1]), url=None, publisher=chat)


def _text(words: Tree) -> str:
    words.tail = None
    return "\n\n".join(line.text for line in page_opening.all_lines(words))


def _forwarded_from(forwarded: Tree) -> str | None:
    """The name of the one who wrote it, without the date that stands in the same element."""
    name = next(_below(forwarded, "from_name"), None)
    return " ".join((name.text or "").split()) or None if name is not None else None


def _signs(element: Tree) -> Iterator[PublicationSign]:
    for date in _below(element, "date"):
        if exported := _EXPORTED.fullmatch((date.get("title") or "").strip()):
            sign = page_metadata.sign("{2}-{1}-{0}T{3}{4}".format(*exported.groups(default="")))
            yield from [sign] if sign else []


def _below(element: Tree, name: str) -> Iterator[Tree]:
    return (below for below in element.iter() if below is not element and name in _classes(below))


def _classes(element: Tree) -> set[str]:
    return set((element.get("class") or "").split()) if isinstance(element.tag, str) else set()
