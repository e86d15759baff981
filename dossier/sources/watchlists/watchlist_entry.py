"""Check one entry of a watchlist, whatever form the file has."""

from collections.abc import Iterable

from dossier.model import Kind, Watched
from dossier.sources.unreadable import Unreadable


def entry(
    name: object,
    aliases: Iterable[object] = (),
    kind: object = None,
    identifiers: Iterable[tuple[object, object]] = (),
) -> Watched:
    """The entry without blank values, each value once.

    ``identifiers`` are pairs of register and number. Raises Unreadable when there is no name, the kind is unknown, or a
    value is neither a text nor a whole number.
    """
    main_name = _text(name)
    if not main_name:
        raise Unreadable("it has no name", "give it a 'name'")
    others = [text for text in map(_text, aliases) if text and text != main_name]
    numbers = [(_text(scheme), _text(number)) for scheme, number in identifiers]
    return Watched(
        main_name,
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
