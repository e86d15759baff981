"""Where an event happened, as its sources put it."""

import re

from dossier.model import Event
from dossier.render.prose import tidy

_BEFORE = "in at on near outside inside across throughout off around within".split()


def where(event: Event) -> str:
    """Its place with the words that stand before it in its evidence; without them where they differ or none do.

    "in the United States", where a source says so; "place: United States", where all say "outside the U.S.". Empty
    where no place is known.
    """
    if not event.place:
        return ""
    name = tidy(event.place.name)
    put = re.compile(rf"\b({'|'.join(_BEFORE)}) (the )?{re.escape(name)}(?![\w-]|[’']s\b)", re.IGNORECASE)
    quotes = dict.fromkeys(piece.quote.exact for piece in event.evidence)
    found = {(m[1].lower(), (m[2] or "").lower()) for quote in quotes for m in put.finditer(tidy(quote))}
    if len({preposition for preposition, _ in found}) != 1:
        return f"place: {name}"
    preposition, the = max(found)
    return f"{preposition} {the}{name}"
