"""Quotation marks: which opens, which closes, and the words between. Apostrophes are no quotation marks."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.annotate.parsed import Parsed
from dossier.annotate.word_classes import SPEECH_VERBS

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
_SINGLE_MARKS = frozenset(("'", "‘", "`"))
"""Marks that stand for apostrophes too."""
_MARKS_BEFORE_CUE = frozenset((",", ".", "?", "!", "…"))
_MAX_TOKENS_TO_CUE = 6
"""How far behind a mark that may close or open its verb of saying stands. Set by hand; no measurement is recorded."""
_MARKS_AT_WORD_STARTS = _STRAIGHT_MARKS | {"‘", "`"}
"""Marks that open only before a word and behind a gap: straight ones, and those that stand for apostrophes too."""
_MAX_OPEN_MARKS = 4
"""How many open marks of a paragraph are remembered, the last ones.

Set by hand, to bound the work; no measurement is recorded.
"""


_MAX_PARAGRAPHS_TO_CLOSING = 8
"""Over how many line breaks a quotation without marks in between may run. Set by hand, to bound the work."""


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """The tokens ``start`` to ``end`` (half-open) of a quotation that lie in one paragraph, without the marks.

    ``paragraph`` is the number of their paragraph, from 0. ``mark`` is the mark that opens the quotation. ``opens`` and
    ``closes`` say whether a mark stands right before and right behind. ``goes_on`` is true where the quotation goes on
    in the next paragraph. Without a mark behind it and without going on, the end of the quotation was lost.
    """

    start: int
    end: int
    paragraph: int
    mark: str
    opens: bool = True
    closes: bool = True
    goes_on: bool = False


def marked_spans(doc: Parsed) -> tuple[MarkedSpan, ...]:
    """All spans between marks that belong together, in text order, the outer first.

    A quotation over several paragraphs has a span in each.
    """
    marks_and_breaks = {word for word in doc.words.distinct if word in QUOTATION_MARKS or "\n" in word}
    spans = sorted(_Pairing(doc, doc.words.where(marks_and_breaks)).spans(), key=lambda span: (span.start, -span.end))
    return tuple(span for span in spans if span.end > span.start)


@dataclass(frozen=True, slots=True)
class _OpenMark:
    """A mark that is not closed yet: the index of the first token behind it in this paragraph."""

    start: int
    mark: str
    opens: bool


class _Pairing:
    """Pairs the marks of a Doc; ``places`` are the indices of marks and line breaks."""

    def __init__(self, doc: Parsed, places: list[int]) -> None:
        self._doc = doc
        self._places = places
        self._open: list[_OpenMark] = []
        self._paragraph = 0

    def spans(self) -> Iterator[MarkedSpan]:
        """The spans in the order in which they end; each paragraph has its own stack of marks."""
        for n, i in enumerate(self._places):
            text = self._doc.words[i]
            if "\n" in text:
                yield from self._at_break(n, i)
                self._paragraph += not (i and self._doc[i - 1].is_space)
            elif self._open and _can_close(self._doc, i, text, [mark.mark for mark in self._open]):
                found = self._pop(text)
                yield MarkedSpan(found.start, i, self._paragraph, found.mark, opens=found.opens)
            elif text in _CLOSING_OF and _can_open(self._doc, i):
                self._open.append(_OpenMark(i + 1, text, opens=True))
                del self._open[:-_MAX_OPEN_MARKS]
        yield from self._at_break(len(self._places), len(self._doc))

    def _at_break(self, n: int, i: int) -> Iterator[MarkedSpan]:
        """What is open at the line break ``i``, the ``n``th place: a quotation that goes on, or one whose end was lost.

        It goes on where the next paragraph opens with a mark, or the next mark of the text closes it.
        """
        if not self._open:
            return
        first = self._open[0]
        is_single = len(self._open) == 1
        reopens = is_single and _opens_paragraph(self._doc, _next_word(self._doc, i))
        closes_later = is_single and self._closes_later(n, first.mark)
        if reopens or closes_later or self._begins_sentence(first):
            goes_on = reopens or closes_later
            yield MarkedSpan(
                first.start, i, self._paragraph, first.mark, opens=first.opens, closes=False, goes_on=goes_on
            )
        self._open.clear()
        if closes_later:
            self._open.append(_OpenMark(_next_word(self._doc, i), first.mark, opens=False))

    def _begins_sentence(self, mark: _OpenMark) -> bool:
        """Whether a double mark opens its sentence: then it is no inch and no apostrophe, though nothing closes it."""
        is_double = mark.mark not in _SINGLE_MARKS
        return is_double and (not mark.opens or self._doc[mark.start - 1].is_sent_start)

    def _closes_later(self, n: int, mark: str) -> bool:
        """Whether the next mark behind the ``n``th place closes the open double mark."""
        if mark in _SINGLE_MARKS:
            return False
        breaks = 0
        for i in self._places[n + 1 :]:
            text = self._doc.words[i]
            if "\n" in text:
                breaks += 1
                if breaks > _MAX_PARAGRAPHS_TO_CLOSING:
                    return False
            elif text not in _SINGLE_MARKS and text != "’":
                is_word_start = text in _STRAIGHT_MARKS and _is_at_word_start(self._doc, i)
                return not is_word_start and _can_close(self._doc, i, text, [mark])
        return False

    def _pop(self, closing: str) -> _OpenMark:
        """Take the open marks off the stack down to the one that ``closing`` closes, and return it."""
        while self._open:
            found = self._open.pop()
            if closing in _CLOSING_OF[found.mark]:
                return found
        raise AssertionError(closing)


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
    if text == "`" and i and doc.words[i - 1] == text:
        return True
    return text not in _MARKS_AT_WORD_STARTS or _is_at_word_start(doc, i)


def _is_at_word_start(doc: Parsed, i: int) -> bool:
    """Whether the mark at ``i`` stands right before a word, and behind a space, a bracket, a dash or another mark."""
    before = doc[i - 1] if i else None
    has_gap = before is None or bool(before.whitespace_) or before.is_space or before.text in '([{-–—/“"‘`'
    return has_gap and not doc[i].whitespace_


def _can_close(doc: Parsed, i: int, text: str, open_marks: list[str]) -> bool:
    """Whether the mark ``text`` at ``i`` closes one of the open marks."""
    if not any(text in _CLOSING_OF[mark] for mark in open_marks):
        return False
    if text == "''":
        return True
    token = doc[i]
    if text in ("'", "’"):
        # the apostrophe of a possessive plural closes nothing
        return not doc[i - 1].whitespace_ and token.tag_ != "POS"
    if text == '"':
        # one between a space and a word opens, except in “…, "said Brandt”, where the space is misplaced
        is_before_word = not token.whitespace_ and i + 1 < len(doc) and not doc[i + 1].is_space
        return not (doc[i - 1].whitespace_ and is_before_word) or _is_before_cue(doc, i)
    return True


def _is_before_cue(doc: Parsed, i: int) -> bool:
    """Whether a mark stands behind the end of a sentence or a comma, and a verb of saying follows in its sentence."""
    if doc.words[i - 1] not in _MARKS_BEFORE_CUE:
        return False
    for following in range(i + 1, min(len(doc), i + 1 + _MAX_TOKENS_TO_CUE)):
        if doc.words[following] in _MARKS_BEFORE_CUE or "\n" in doc.words[following]:
            return False
        if doc.lemmas[following] in SPEECH_VERBS:
            return True
    return False
