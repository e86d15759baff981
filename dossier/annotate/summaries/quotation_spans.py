"""Where quotations stand, with their marks."""

from bisect import bisect_right
from dataclasses import dataclass

from dossier.annotate.attribution.quotation_marks import marked_spans
from dossier.annotate.parsed import Parsed

_CLOSING = {"“": "”", "‘": "’", "„": "“", "«": "»", "``": "''"}


@dataclass(frozen=True, slots=True)
class Quoting:
    """The outer quotations, from mark to mark (tokens, half-open), and the tokens that open and close one."""

    spans: tuple[tuple[int, int], ...]
    opening: frozenset[int]
    closing: frozenset[int]

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The quotations, as far as they lie in tokens ``start`` to ``end``."""
        found = []
        for begin, finish in self.spans[max(self._last(start), 0) :]:
            if begin >= end:
                break
            if finish > start:
                found.append((max(begin, start), min(finish, end)))
        return found

    def marks(self, token: int, words: list[str]) -> tuple[str, str]:
        """The marks that open and close the quotation around the token."""
        begin, finish = self.spans[self._last(token)]
        opening = words[begin]
        closed = finish - 1 in self.closing
        return opening, words[finish - 1] if closed else _CLOSING.get(opening, opening)

    def _last(self, token: int) -> int:
        """The index of the last quotation that begins at the token or before it."""
        return bisect_right(self.spans, token, key=lambda span: span[0]) - 1


def quoting(doc: Parsed) -> Quoting:
    """The quotations of a text. One that goes on in the next paragraph has no mark that closes it."""
    spans: list[tuple[int, int]] = []
    closing: set[int] = set()
    for found in marked_spans(doc):
        if not spans or found.start > spans[-1][1]:
            spans.append((found.start - 1, found.end if found.goes_on else found.end + 1))
            closing.update(() if found.goes_on else (found.end,))
    return Quoting(tuple(spans), frozenset(begin for begin, _ in spans), frozenset(closing))
