"""Quotation marks: which opens, which closes, and the words between; apostrophes are none."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.annotate.parsed import Parsed

_PAIRS = {
    "“": ("”",),
    "„": ("”", "“"),
    "«": ("»",),
    "``": ("''",),
    "‘": ("’",),
    '"': ('"',),
    "'": ("'",),
    "`": ("'", "''"),
}
_CLOSING = frozenset(mark for marks in _PAIRS.values() for mark in marks)
_SINGLE = frozenset(("‘", "'", "`"))
_DEEPEST = 4
_AMBIGUOUS = frozenset(('"', "'"))


@dataclass(frozen=True, slots=True)
class Marked:
    """The tokens ``start`` to ``end`` between two marks (half-open), how deep they are nested, and their paragraph.

    ``goes_on`` is true where the next paragraph opens with a mark before this quotation is closed.
    """

    start: int
    end: int
    depth: int
    paragraph: int
    goes_on: bool = False


def marked(doc: Parsed) -> tuple[Marked, ...]:
    """All that stands between marks that belong together, in text order. No pair runs over a paragraph."""
    telling = {word for word in doc.words.distinct if word in _PAIRS or word in _CLOSING or "\n" in word}
    found = sorted(_pairs(doc, doc.words.where(telling)), key=lambda pair: (pair.start, -pair.end))
    return tuple(pair for pair in found if pair.end > pair.start)


def _pairs(doc: Parsed, telling: list[int]) -> Iterator[Marked]:
    """One stack of open marks a paragraph; what a paragraph leaves open is one only if the next opens with a mark."""
    open_marks: list[tuple[int, str]] = []
    paragraph = 0
    for i in telling:
        text = doc.words[i]
        if "\n" in text:
            if len(open_marks) == 1 and _opens(doc, _next_word(doc, i), '"'):
                yield Marked(open_marks[0][0] + 1, i, 0, paragraph, goes_on=True)
            open_marks.clear()
            paragraph += not (i and doc[i - 1].is_space)
        elif open_marks and _closes(doc, i, text, open_marks):
            start = _unwound(open_marks, text)
            yield Marked(start + 1, i, len(open_marks), paragraph)
        elif text in _PAIRS and _opens(doc, i, text):
            open_marks.append((i, text))
            del open_marks[:-_DEEPEST]


def _next_word(doc: Parsed, i: int) -> int:
    while i < len(doc) and doc[i].is_space:
        i += 1
    return i


def _opens(doc: Parsed, i: int, text: str) -> bool:
    """Whether the mark at ``i`` can open: a straight one stands behind a space and before a word."""
    if i >= len(doc) or doc[i].text not in _PAIRS:
        return False
    before = doc[i - 1] if i else None
    if text == "`" and i + 1 < len(doc) and doc[i + 1].text == text:
        # the second of two opens
        return False
    if doc[i].text not in _AMBIGUOUS and text not in _SINGLE:
        return True
    free = before is None or bool(before.whitespace_) or before.is_space or before.text in '([{-–—/“"‘`'
    return free and not doc[i].whitespace_


def _closes(doc: Parsed, i: int, text: str, open_marks: list[tuple[int, str]]) -> bool:
    if not any(text in _PAIRS[mark] for _, mark in open_marks):
        return False
    if text == "''":
        return True
    token = doc[i]
    if text in ("'", "’"):
        # a possessive plural's apostrophe is none
        return not doc[i - 1].whitespace_ and token.tag_ != "POS"
    if text == '"':
        return not (doc[i - 1].whitespace_ and not token.whitespace_)
    return True


def _unwound(open_marks: list[tuple[int, str]], text: str) -> int:
    """Take the marks off down to the one that this one closes; its token index."""
    while open_marks:
        start, mark = open_marks.pop()
        if text in _PAIRS[mark]:
            return start
    raise AssertionError(text)
