"""Where the quotation marks open and close."""

from bisect import bisect_right
from dataclasses import dataclass

_OPENING = frozenset(("“", "``"))
_CLOSING = frozenset(("”", "''"))
_STRAIGHT = '"'
_ENDING = frozenset((".", ",", ";", "?", "!", ")", "\n", "\n\n", "\n\n\n"))


@dataclass(frozen=True, slots=True)
class Quoting:
    """The quoted stretches, from mark to mark (half-open); which marks open; which stretches are never closed."""

    spans: tuple[tuple[int, int], ...]
    opening: frozenset[int]
    closing: frozenset[int]

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The quoted stretches, as far as they lie in tokens ``start`` to ``end``."""
        first = bisect_right(self.spans, (start, start)) - 1
        found = []
        for begin, finish in self.spans[max(first, 0) :]:
            if begin >= end:
                break
            if finish > start:
                found.append((max(begin, start), min(finish, end)))
        return found

    def begin(self, token: int) -> int:
        """The mark that opens the quotation around the token."""
        return self.spans[bisect_right(self.spans, (token, len(self.spans) and self.spans[-1][1])) - 1][0]


def quoting(words: list[str], gaps: list[bool]) -> Quoting:
    """The quotations of a text. One that is not closed runs to the end of its paragraph."""
    spans: list[tuple[int, int]] = []
    opening: set[int] = set()
    closing: set[int] = set()
    since: int | None = None
    for place, word in enumerate(words):
        if since is not None and "\n" in word:
            spans.append((since, place))
            since = None
        elif since is None and (word in _OPENING or (word == _STRAIGHT and _opens(place, words, gaps))):
            since = place
            opening.add(place)
        elif since is not None and (word in _CLOSING or (word == _STRAIGHT and not _opens(place, words, gaps))):
            spans.append((since, place + 1))
            closing.add(place)
            since = None
    if since is not None:
        spans.append((since, len(words)))
    return Quoting(tuple(spans), frozenset(opening), frozenset(closing))


def _opens(place: int, words: list[str], gaps: list[bool]) -> bool:
    """Whether a straight mark stands as an opening one does: a gap before it and none behind."""
    before = place == 0 or gaps[place - 1] or words[place - 1].isspace()
    return before and not gaps[place] and place + 1 < len(words) and words[place + 1] not in _ENDING
