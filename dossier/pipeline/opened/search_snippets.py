"""The words around what a search found, and which of them it meant."""

from dataclasses import dataclass

from dossier.model import Span
from dossier.store import SearchQuery

_SNIPPET_CHARACTERS = 240
"""How much of a text a snippet shows, at most. Set by hand: about three lines."""
_LEAD_CHARACTERS = 60
"""How much of it stands before the first place. Set by hand."""


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """A stretch of a text as it was given, and the places in it that are marked; offsets are those of the text."""

    words: str
    span: Span
    marks: tuple[Span, ...] = ()

    @property
    def pieces(self) -> list[tuple[str, bool]]:
        """The words piece by piece, each with whether it is marked."""
        found, at = [], self.span.start
        for mark in self.marks:
            found += [(self._between(at, mark.start), False), (self._between(mark.start, mark.end), True)]
            at = mark.end
        return [piece for piece in (*found, (self._between(at, self.span.end), False)) if piece[0]]

    def _between(self, start: int, end: int) -> str:
        return self.words[start - self.span.start : end - self.span.start]


def marked(text: str, query: SearchQuery) -> MarkedWords:
    """The whole text, with what the query means in it marked."""
    return _cut(text, Span(0, len(text)), [span for _, span in query.places(text)])


def snippet(text: str, query: SearchQuery) -> MarkedWords:
    """The stretch of the text that has most parts of the query, else its beginning; no word is cut."""
    places = query.places(text)
    best = max(range(len(places)), key=lambda at: (_parts_from(places, at), -at), default=None)
    first = max(0, places[best][1].start - _LEAD_CHARACTERS) if best is not None else 0
    while first > 0 and not text[first - 1].isspace() and (best is None or first < places[best][1].start):
        first += 1
    last = min(len(text), first + _SNIPPET_CHARACTERS)
    while first < last < len(text) and not text[last].isspace():
        last -= 1
    if last <= first:  # one word longer than a snippet
        last = min(len(text), first + _SNIPPET_CHARACTERS)
    return _cut(text, Span(first, last), [span for _, span in places])


def _parts_from(places: list[tuple[int, Span]], at: int) -> int:
    """How many parts of the query a snippet shows that begins at this place."""
    end = places[at][1].start + _SNIPPET_CHARACTERS - _LEAD_CHARACTERS
    shown = set()
    for number, span in places[at:]:
        if span.end > end:
            break
        shown.add(number)
    return len(shown)


def _cut(text: str, span: Span, places: list[Span]) -> MarkedWords:
    marks: list[Span] = []
    for place in places:
        if span.covers(place) and (not marks or marks[-1].end <= place.start):
            marks.append(place)
    return MarkedWords(text[span.start : span.end], span, tuple(marks))
