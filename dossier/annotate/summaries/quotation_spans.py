"""Where the quotations of a text begin and end, with their marks."""

from bisect import bisect_right
from dataclasses import dataclass

from dossier.annotate.attribution.quotation_marks import marked_spans
from dossier.annotate.parsed import Parsed

_CLOSING_MARK = {"“": "”", "‘": "’", "„": "“", "«": "»", "``": "''"}


@dataclass(frozen=True, slots=True)
class QuotationSpans:
    """The outermost quotations of a text.

    spans: the first token and the end (exclusive) of each, with its marks.
    opening, closing: the tokens that are the marks.
    """

    spans: tuple[tuple[int, int], ...]
    opening: frozenset[int]
    closing: frozenset[int]

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The parts of quotations that lie in tokens ``start`` to ``end`` (half-open)."""
        found = []
        for quote_start, quote_end in self.spans[max(self._last(start), 0) :]:
            if quote_start >= end:
                break
            if quote_end > start:
                found.append((max(quote_start, start), min(quote_end, end)))
        return found

    def marks(self, token: int, words: list[str]) -> tuple[str, str]:
        """The opening and closing mark of the quotation around ``token``; a missing closing mark is made to match."""
        quote_start, quote_end = self.spans[self._last(token)]
        opening = words[quote_start]
        closed = quote_end - 1 in self.closing
        return opening, words[quote_end - 1] if closed else _CLOSING_MARK.get(opening, opening)

    def _last(self, token: int) -> int:
        """The index of the last quotation that begins at the token or before it; -1 where none does."""
        return bisect_right(self.spans, token, key=lambda span: span[0]) - 1


def quotation_spans(doc: Parsed) -> QuotationSpans:
    """The quotations of a text, without those inside another. One that goes on in the next paragraph is not closed."""
    spans: list[tuple[int, int]] = []
    closing: set[int] = set()
    for found in marked_spans(doc):
        if not spans or found.start > spans[-1][1]:
            spans.append((found.start - 1, found.end if found.goes_on else found.end + 1))
            closing.update(() if found.goes_on else (found.end,))
    return QuotationSpans(tuple(spans), frozenset(start for start, _ in spans), frozenset(closing))
