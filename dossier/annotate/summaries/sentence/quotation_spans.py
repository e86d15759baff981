"""Where the quotations of a text begin and end, with their marks."""

from bisect import bisect_right
from dataclasses import dataclass

from dossier.annotate.parsed import Parsed
from dossier.annotate.syntax.quotation_marks import MarkedSpan, marked_spans

_CLOSING_MARK = {"“": "”", "‘": "’", "„": "“", "«": "»", "``": "''"}


@dataclass(frozen=True, slots=True)
class QuotationSpans:
    """The outermost quotations of a text.

    spans: the first token and the end (exclusive) of each, with its marks.
    opening_marks: the mark that opens each, which may stand in another paragraph.
    opening, closing: the tokens that are the marks.
    """

    spans: tuple[tuple[int, int], ...]
    opening_marks: tuple[str, ...]
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
        place = self._last(token)
        _, quote_end = self.spans[place]
        opening = self.opening_marks[place]
        closed = quote_end - 1 in self.closing
        return opening, words[quote_end - 1] if closed else _CLOSING_MARK.get(opening, opening)

    def _last(self, token: int) -> int:
        """The index of the last quotation that begins at the token or before it; -1 where none does."""
        return bisect_right(self.spans, token, key=lambda span: span[0]) - 1


def quotation_spans(doc: Parsed) -> QuotationSpans:
    """The quotations of a text, without those inside another. Each has a span a paragraph."""
    outer: list[MarkedSpan] = []
    for found in marked_spans(doc):
        if not outer or found.start > outer[-1].end:
            outer.append(found)
    return QuotationSpans(
        spans=tuple((span.start - span.opens, span.end + span.closes) for span in outer),
        opening_marks=tuple(span.mark for span in outer),
        opening=frozenset(span.start - 1 for span in outer if span.opens),
        closing=frozenset(span.end for span in outer if span.closes),
    )
