"""The words of others, made fit for a page: nothing changes but white space and what no page can show."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dossier.model import Quote, Span
from dossier.render.context import Passage, Segment
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.render", "render_words.toml")

_LONG = 1200  # characters
_BLANKS = re.compile(r"\s+")
_CONTROL_BLANK = re.compile(r"[\x0b-\x0d\x1c-\x1f\x85]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_TURNING = _WORDS["turning"]
_CURLED = re.compile("[“”]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def tidy(text: str) -> str:
    r"""The words with white space collapsed, and U+FFFD for control characters and lone surrogates.

    >>> tidy(" a\n\tb ")
    'a b'
    """
    return _printable(text).strip()


def verbatim(text: str) -> str:
    r"""The words one character for one: a blank for white space that is a control, U+FFFD for other controls.

    >>> verbatim("a\r\n\tb\x00")
    'a \n\tb\ufffd'
    """
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", _CONTROL_BLANK.sub(" ", text))


def short(text: str, limit: int) -> str:
    """The words, cut with an ellipsis where they are longer than ``limit`` characters."""
    words = tidy(text)
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def same_words(one: str, other: str) -> bool:
    """Whether two texts are equal up to white space."""
    return "".join(one.split()) == "".join(other.split())


def direction(text: str) -> str:
    """``rtl`` when more of its letters run from right to left than from left to right, else ``ltr``.

    >>> direction("אבג"), direction("אבג was seen")
    ('rtl', 'ltr')
    """
    # Not by the first letter, as browsers do: an English sentence may begin with an Arabic name.
    runs = Counter(unicodedata.bidirectional(character) for character in text)
    return "rtl" if runs["R"] + runs["AL"] > runs["L"] else "ltr"


def lined(line: str, triggers: Iterable[tuple[str, str]]) -> Passage:
    """A line with the triggers marked; each comes with the words that begin with it and tell it apart.

    It is marked where those words, or it alone, stand once and no more.

    >>> lined("Ada fled as Ida had fled before.", [("fled", "fled before")]).segments[1]
    Segment(text='fled', is_trigger=True)
    """
    text = tidy(line)
    quote = Quote(Span(0, len(text)), text)
    return marked(quote, [span for word, apart in triggers for span in _once(text, tidy(word), tidy(apart))])


def _once(text: str, word: str, apart: str) -> list[Span]:
    for words in (apart, word):
        found = occurrences(text, words)
        if len(found) == 1:
            return [Span(found[0].start, found[0].start + len(word))]
    return []


def occurrences(text: str, words: str) -> list[Span]:
    """Where the words stand in a text, as whole words.

    >>> occurrences("Ada fled; Fled? She fled.", "fled")
    [Span(start=4, end=8), Span(start=20, end=24)]
    """
    return [Span(*match.span()) for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def completed(passage: Passage) -> Passage:
    """The passage with the quotation mark that a sentence cut off, in brackets: it does not stand at this place."""
    before, after = _missing(passage.text)
    added = [Segment(f"[{mark}]") if mark else None for mark in (before, after)]
    segments = [piece for piece in (added[0], *passage.segments, added[1]) if piece]
    return replace(passage, segments=tuple(segments))


def _missing(text: str) -> tuple[str, str]:
    """The double quotation marks that a text lacks before and after it.

    >>> _missing('We wait," she said.'), _missing("“We wait."), _missing('"We wait," she said.')
    (('"', ''), ('', '”'), ('', ''))
    """
    open_, before = 0, ""
    for mark in _CURLED.findall(text):
        open_ += 1 if mark == "“" else -1
        if open_ < 0:
            open_, before = 0, "“"
    if open_ or before:
        return before, "”" if open_ else ""
    straight = text.split('"')
    if len(straight) % 2:
        return "", ""
    if not straight[0] or straight[0][-1] in " ([—–-":
        return "", '"'
    return ('"' if straight[0][-1].isalpha() or straight[0][-1] in ".,!?…" else ""), ""


def is_bidi(text: str) -> bool:
    """Whether it holds right-to-left letters or controls that could turn the words around it."""
    return not text.isascii() and any(unicodedata.bidirectional(character) in _TURNING for character in text)


def is_long(texts: Iterable[str]) -> bool:
    """Whether a block of these texts must be free to break over pages: kept whole, it might not fit on one."""
    return sum(map(len, texts)) > _LONG


def plain(text: str, language: str | None = None) -> Passage:
    """A text with nothing marked in it."""
    return _passage([Segment(tidy(text))], language)


def marked(quote: Quote, triggers: Iterable[Span], language: str | None = None) -> Passage:
    r"""The quote with the triggers marked; overlapping ones become one.

    >>> marked(Quote(Span(10, 21), "He\nwas  hit"), [Span(18, 21)]).segments
    (Segment(text='He was ', is_trigger=False), Segment(text='hit', is_trigger=True))
    """
    return _passage(list(_pieces(quote, triggers)), language)


def _pieces(quote: Quote, triggers: Iterable[Span]) -> Iterator[Segment]:
    at = 0
    for start, end in _joined(quote.span, triggers):
        yield Segment(_printable(quote.exact[at:start]))
        yield Segment(_printable(quote.exact[start:end]), is_trigger=True)
        at = end
    yield Segment(_printable(quote.exact[at:]))


def _joined(within: Span, spans: Iterable[Span]) -> list[tuple[int, int]]:
    """The spans as sorted, disjoint offsets into the quote."""
    joined: list[tuple[int, int]] = []
    for span in sorted(spans):
        start, end = span.start - within.start, span.end - within.start
        if joined and start < joined[-1][1]:
            start, end = joined[-1][0], max(end, joined.pop()[1])
        joined.append((start, end))
    return joined


def _passage(segments: list[Segment], language: str | None) -> Passage:
    kept = tuple(s for s in _trimmed(segments) if s.text)
    text = "".join(s.text for s in kept)
    return Passage(kept, direction(text) if is_bidi(text) else "", tag(language))


def _trimmed(segments: list[Segment]) -> list[Segment]:
    texts = [segment.text for segment in segments]
    texts[0], texts[-1] = texts[0].lstrip(), texts[-1].rstrip()
    return [Segment(text, s.is_trigger) for text, s in zip(texts, segments, strict=True)]


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", _BLANKS.sub(" ", text))


def tag(language: str | None) -> str:
    """The language as an attribute: only tags pass, whatever an article claims. Empty for English, as the page is."""
    return language if language and language != "en" and _LANGUAGE.fullmatch(language) else ""
