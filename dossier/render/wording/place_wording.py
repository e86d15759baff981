"""The place of an event in the words of its sources."""

import re

from dossier.model import Event, EventField
from dossier.render.wording.prose import tidy
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.render", "render_words.toml")
_PREPOSITIONS_OF_OUTSIDE = "|".join(sorted(_WORDS["prepositions_of_outside"]))
_PREPOSITIONS = "|".join(sorted(_WORDS["prepositions_of_place"] | _WORDS["prepositions_of_outside"]))
_OUTSIDE = re.compile(rf"\b({_PREPOSITIONS_OF_OUTSIDE})\b", re.IGNORECASE)


def where_else(event: Event, line: str) -> str:
    """What ``where`` says of the place, unless the line has its name, or a word of its evidence that means it."""
    if not event.place:
        return ""
    given = EventField.PLACE in event.judged
    settings = [event.place, *(piece.place for piece in event.evidence if piece.place and not given)]
    words = [setting.words.exact if setting.words else setting.name for setting in settings]
    said = "|".join(re.escape(tidy(word)) for word in (event.place.name, *words))
    return "" if re.search(rf"(?<![\w-])(?:{said})(?![\w-])", line, re.IGNORECASE) else where(event)


def where(event: Event) -> str:
    """The place with the preposition and article that its evidence has: "in the United States".

    Where no evidence has the name behind a preposition, or two have different ones, it is "place: United States". If
    one of them then has "off" or "outside" anywhere, the result is empty, since the event may have happened outside the
    place. It is empty, too, where no place is known. A place that the analyst gave needs no evidence.
    """
    if not event.place:
        return ""
    name = tidy(event.place.name)
    quotes = dict.fromkeys(tidy(piece.quote.exact) for piece in event.evidence)
    with_preposition = re.compile(rf"\b({_PREPOSITIONS}) (the )?{re.escape(name)}(?![\w-]|[’']s\b)", re.IGNORECASE)
    found = {(m[1].lower(), (m[2] or "").lower()) for quote in quotes for m in with_preposition.finditer(quote)}
    if len({preposition for preposition, _ in found}) == 1:
        preposition, the = max(found)
        return f"{preposition} {the}{name}"
    is_outside = EventField.PLACE not in event.judged and any(map(_OUTSIDE.search, quotes))
    return "" if is_outside else f"place: {name}"
