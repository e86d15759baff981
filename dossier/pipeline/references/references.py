"""References as users write them on the command line, in programs and on pages."""

import re

from dossier.model import Span
from dossier.pipeline.references.resolve_references import UnclearReference
from dossier.sources.stated_judgements import StatedReference

_WHICH = r"(?:#(?P<occurrence>[1-9]\d?))?"
_PLACE = re.compile(rf"(?P<article>.+):(?P<start>\d{{1,9}})-(?P<end>\d{{1,9}}){_WHICH}")
_QUOTE = re.compile(rf"(?P<article>.+?):(?:\"(?P<straight>.+)\"|“(?P<curly>.+)”){_WHICH}", re.DOTALL)
_ENTRY = re.compile(r"(?P<name>.*\S)\s*#(?P<number>[1-9]\d{0,4})")


def parse_reference(text: str) -> StatedReference:
    """The reference that a user writes.

    ``ARTICLE:START-END`` refers to an event or to words, and so does ``ARTICLE:"words of the article"``;
    ``ARTICLE:START-END#2`` to the second of the events that one word tells, ``NAME#12`` to entry 12 of the dossier of
    NAME, and ``NAME`` or ``NAME@ARTICLE`` to an actor. ``NAME@ARTICLE`` is a name for now: only the articles of the run
    tell whether "@" is part of it. Raises UnclearReference when END does not lie behind START.

    >>> parse_reference("a.txt:3-9").span
    Span(start=3, end=9)
    >>> parse_reference('a.txt:"was seized"').text
    'was seized'
    >>> parse_reference("Ada Brandt#12").entry
    12
    """
    if place := _PLACE.fullmatch(text):
        try:
            span = Span(int(place["start"]), int(place["end"]))
        except ValueError as error:
            advice = "write ARTICLE:START-END, START first"
            raise UnclearReference(f"{text}: no place in a text: {error}", advice) from None
        return StatedReference(article=place["article"], span=span, occurrence=int(place["occurrence"] or 1))
    if quote := _QUOTE.fullmatch(text):
        words = quote["straight"] or quote["curly"]
        return StatedReference(article=quote["article"], text=words, occurrence=int(quote["occurrence"] or 1))
    if entry := _ENTRY.fullmatch(text):
        return StatedReference(name=entry["name"], text=text, entry=int(entry["number"]))
    return StatedReference(name=text)
