"""Where an event happened, as its sources put it."""

import re

from dossier.model import Event
from dossier.render.prose import tidy

_APART = "outside off".split()
_BEFORE = ["in", "at", "on", "near", "inside", "across", "throughout", "around", "within", *_APART]
_IS_APART = re.compile(rf"\b({'|'.join(_APART)})\b", re.IGNORECASE)


def where(event: Event) -> str:
    """Its place with the words that stand before it in its evidence; without them where they differ or none do.

    "in the United States", where a source says so; "place: United States", where one says "in the U.S.". Empty where
    no place is known, or where it may be only outside of it that the event happened ("outside the U.S.").
    """
    if not event.place:
        return ""
    name = tidy(event.place.name)
    quotes = dict.fromkeys(tidy(piece.quote.exact) for piece in event.evidence)
    put = re.compile(rf"\b({'|'.join(_BEFORE)}) (the )?{re.escape(name)}(?![\w-]|[’']s\b)", re.IGNORECASE)
    found = {(m[1].lower(), (m[2] or "").lower()) for quote in quotes for m in put.finditer(quote)}
    if len({preposition for preposition, _ in found}) == 1:
        preposition, the = max(found)
        return f"{preposition} {the}{name}"
    return "" if any(map(_IS_APART.search, quotes)) else f"place: {name}"
