"""One entry of a watchlist, from what a file has in its place."""

from collections.abc import Iterable

from dossier.model import Kind, Watched
from dossier.sources.unreadable import Unreadable


def entry(
    name: object,
    aliases: Iterable[object] = (),
    kind: object = None,
    identifiers: Iterable[tuple[object, object]] = (),
) -> Watched:
    """The entry, with blank values left out and each value once.

    Raises Unreadable when it has no name, a kind that there is not, or anything that is no text.
    """
    called = _text(name)
    if not called:
        raise Unreadable("it has no name", "give it a 'name'")
    others = [text for text in map(_text, aliases) if text and text != called]
    numbers = [(_text(scheme), _text(number)) for scheme, number in identifiers]
    return Watched(
        called,
        tuple(dict.fromkeys(others)),
        _kind(_text(kind)),
        tuple(dict.fromkeys((scheme, number) for scheme, number in numbers if scheme and number)),
    )


def _kind(text: str) -> Kind | None:
    word = text.casefold()
    if not word:
        return None
    if word == "organisation":
        return Kind.ORGANIZATION
    if word not in set(Kind):
        raise Unreadable(f"{text!r} is no kind", f"choose from {', '.join(Kind)}, or leave it out")
    return Kind(word)


def _text(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str | int):
        raise Unreadable(f"{value!r} is no text", "write names and identifiers as text")
    return " ".join(str(value).split())
