"""Quotation marks: which opens, which closes, and the words between. Apostrophes are no quotation marks."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.annotate.parsed import Parsed

_CLOSING_OF = {
    "“": ("”",),
    "„": ("”", "“"),
    "«": ("»",),
    "``": ("''",),
    "‘": ("’",),
    '"': ('"',),
    "'": ("'",),
    "`": ("'", "''"),
}
"""For each mark that opens a quotation, the marks that may close it."""
QUOTATION_MARKS = frozenset(_CLOSING_OF) | {mark for marks in _CLOSING_OF.values() for mark in marks}
_STRAIGHT_MARKS = frozenset(('"', "'"))
"""Marks that both open and close."""
_MARKS_AT_WORD_STARTS = _STRAIGHT_MARKS | {"‘", "`"}
"""Marks that open only before a word and behind a gap: straight ones, and those that stand for apostrophes too."""
_MAX_OPEN_MARKS = 4
"""How many open marks of a paragraph are remembered, the last ones.

Set by hand, to bound the work; no measurement is recorded.
"""


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """The tokens ``start`` to ``end`` (half-open) between two marks, or from a mark to the end of its paragraph.

    ``paragraph`` is the number of their paragraph, from 0. ``goes_on`` is true where no mark closes the quotation and
    the next paragraph opens with a mark.
    """

    start: int
    end: int
    paragraph: int
    goes_on: bool = False


def marked_spans(doc: Parsed) -> tuple[MarkedSpan, ...]:
    """All spans between marks that belong together, in text order, the outer first. None runs over a paragraph."""
    marks_and_breaks = {word for word in doc.words.distinct if word in QUOTATION_MARKS or "\n" in word}
    spans = sorted(_pair_marks(doc, doc.words.where(marks_and_breaks)), key=lambda span: (span.start, -span.end))
    return tuple(span for span in spans if span.end > span.start)


def _pair_marks(doc: Parsed, places: list[int]) -> Iterator[MarkedSpan]:
    """Pair the marks; ``places`` are the indices of marks and line breaks. Each paragraph has its own stack of marks.

    A single mark left open at the end of a paragraph is a quotation only if the next paragraph opens with a mark.
    """
    open_marks: list[tuple[int, str]] = []
    paragraph = 0
    for i in places:
        text = doc.words[i]
        if "\n" in text:
            if len(open_marks) == 1 and _opens_paragraph(doc, _next_word(doc, i)):
                yield MarkedSpan(open_marks[0][0] + 1, i, paragraph=paragraph, goes_on=True)
            open_marks.clear()
            paragraph += not (i and doc[i - 1].is_space)
        elif open_marks and _can_close(doc, i, text, open_marks):
            start = _pop_opening_mark(open_marks, text)
            yield MarkedSpan(start + 1, i, paragraph=paragraph)
        elif text in _CLOSING_OF and _can_open(doc, i):
            open_marks.append((i, text))
            del open_marks[:-_MAX_OPEN_MARKS]


def _next_word(doc: Parsed, i: int) -> int:
    """The index of the first token from ``i`` on that is no white space."""
    while i < len(doc) and doc[i].is_space:
        i += 1
    return i


def _opens_paragraph(doc: Parsed, i: int) -> bool:
    """Whether the word at ``i``, the first of a paragraph, is a mark that opens a quotation; false behind the text."""
    if i >= len(doc) or doc[i].text not in _CLOSING_OF:
        return False
    return doc[i].text not in _STRAIGHT_MARKS or _is_at_word_start(doc, i)


def _can_open(doc: Parsed, i: int) -> bool:
    """Whether the mark at ``i``, one that may open, opens here."""
    text = doc[i].text
    if text == "`" and i + 1 < len(doc) and doc[i + 1].text == text:
        # of two in a row the second opens
        return False
    return text not in _MARKS_AT_WORD_STARTS or _is_at_word_start(doc, i)


def _is_at_word_start(doc: Parsed, i: int) -> bool:
    """Whether the mark at ``i`` stands right before a word, and behind a space, a bracket, a dash or another mark."""
    before = doc[i - 1] if i else None
    has_gap = before is None or bool(before.whitespace_) or before.is_space or before.text in '([{-–—/“"‘`'
    return has_gap and not doc[i].whitespace_


def _can_close(doc: Parsed, i: int, text: str, open_marks: list[tuple[int, str]]) -> bool:
    """Whether the mark ``text`` at ``i`` closes one of the open marks."""
    if not any(text in _CLOSING_OF[mark] for _, mark in open_marks):
        return False
    if text == "''":
        return True
    token = doc[i]
    if text in ("'", "’"):
        # the apostrophe of a possessive plural closes nothing
        return not doc[i - 1].whitespace_ and token.tag_ != "POS"
    if text == '"':
        # one between a space and a word opens
        return not (doc[i - 1].whitespace_ and not token.whitespace_)
    return True


def _pop_opening_mark(open_marks: list[tuple[int, str]], closing: str) -> int:
    """Take the open marks off the stack down to the one that ``closing`` closes, and return its token index."""
    while open_marks:
        start, mark = open_marks.pop()
        if closing in _CLOSING_OF[mark]:
            return start
    raise AssertionError(closing)
