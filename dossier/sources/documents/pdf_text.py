"""The text of a PDF out of the lines of its pages: no running heads, and a blank line between paragraphs.

A line break within a paragraph stays where it is on the page, and so does a hyphen at the end of a line: a text is read
as one that is wrapped (``text.segments``, ``text.broken_words``).
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from dossier.sources.documents.pdf_lines import PdfLine

_EDGE_LINES = 2
"""Lines at the head and at the foot of a page that may be running heads. Set by hand, like all below."""
_MIN_SHARE = 0.5
"""The share of the pages that have a running head at least: left and right pages may differ."""
_LONG_HEAD = 60
"""Characters of a line that is hardly a running head."""
_GAP = 1.45
"""Times the usual distance of lines that part paragraphs."""
_INDENT = 0.6
"""Times the size of type by which the first line of a paragraph is set in."""
_OTHER_SIZE = 1.12
"""Times the size of type in which a heading differs from what stands below."""
_SHORT_LINE = 0.72
"""The share of the usual characters that a line before a paragraph's end has at most, where nothing else shows it."""
_SENTENCE_END = re.compile(r"[.!?:][\"'”’»)\]]*$")
_FOLIO = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def text_of_pages(pages: Sequence[Sequence[PdfLine]]) -> tuple[str, tuple[int, ...]]:
    """The text of all pages, and the offset at which each page begins."""
    lines = _without_running_heads(pages)
    text, starts = "", []
    before: PdfLine | None = None
    for page in lines:
        usual = _Usual(page)
        starts.append(len(text) + (2 if text and page else 0))
        for number, line in enumerate(page):
            if before:
                text += "\n\n" if usual.parts(before, line, _next(page, number), is_new_page=number == 0) else "\n"
            if number == 0:
                starts[-1] = len(text)
            text += line.text
            before = line
    return text, tuple(starts)


def _next(page: Sequence[PdfLine], number: int) -> PdfLine | None:
    return page[number + 1] if number + 1 < len(page) else None


class _Usual:
    """What is usual on a page: the distance of its lines, their length and size. It tells where a paragraph begins."""

    def __init__(self, page: Sequence[PdfLine]) -> None:
        steps = [one.height - other.height for one, other in pairwise(page) if one.height > other.height]
        self._step = median(steps) if steps else 0.0
        self._characters = median(len(line.text) for line in page) if page else 0
        self._size = median(line.size for line in page) if page else 1.0

    def parts(self, before: PdfLine, line: PdfLine, after: PdfLine | None, *, is_new_page: bool) -> bool:
        """Whether ``line`` begins a paragraph; ``before`` and ``after`` are the lines around it."""
        if not 1 / _OTHER_SIZE < before.size / (line.size or 1) < _OTHER_SIZE:
            return True
        ends = _SENTENCE_END.search(before.text) is not None
        is_short = len(before.text) < _SHORT_LINE * self._characters
        is_set_in = self._is_set_in(line, after)
        if (ends and is_short) or (is_set_in and (ends or is_short or self._is_set_in(before, after))):
            return True
        step = before.height - line.height
        is_new_column = is_new_page or step < 0
        expected = self._step * line.size / (self._size or 1)
        return not is_new_column and 0 < _GAP * expected < step

    def _is_set_in(self, line: PdfLine, after: PdfLine | None) -> bool:
        return after is not None and _INDENT * line.size < line.left - after.left < 6 * line.size


def _without_running_heads(pages: Sequence[Sequence[PdfLine]]) -> list[list[PdfLine]]:
    """The lines of each page, without heads and feet that run through the pages, and without the numbers of pages.

    The first of each head begins the text: it often names the newspaper and its day.
    """
    edges = [_edges(page) for page in pages]
    counts = Counter(mark for page in edges for mark in {_mark(line) for line in page})
    running = {
        mark for mark, count in counts.items() if count > _least_pages(mark) and count >= _MIN_SHARE * len(pages)
    }
    seen: set[str] = set()
    kept = []
    for page, edge in zip(pages, edges, strict=True):
        left_out = [line for line in edge if _FOLIO.fullmatch(line.text) or _mark(line) in running]
        heads = [line for line in left_out if _is_first_head(line, page, seen)]
        kept.append([*heads, *(line for line in page if not any(line is one for one in left_out))])
        seen |= {_mark(line) for line in edge}
    return kept


def _least_pages(mark: str) -> int:
    """The pages that have more than a chance likeness in common: a sentence may end two pages with other numbers."""
    return 2 if _SENTENCE_END.search(mark) or len(mark) > _LONG_HEAD else 1


def _is_first_head(line: PdfLine, page: Sequence[PdfLine], seen: set[str]) -> bool:
    middle = median(one.height for one in page)
    return line.height > middle and _mark(line) not in seen and not _FOLIO.fullmatch(line.text)


def _edges(page: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines nearest to the head and the foot of a page."""
    by_height = sorted(page, key=lambda line: -line.height)
    return [*by_height[:_EDGE_LINES], *by_height[_EDGE_LINES:][-_EDGE_LINES:]]


def _mark(line: PdfLine) -> str:
    """The line as it is on other pages: numbers differ."""
    return _DIGITS.sub("#", line.text.casefold())
