"""Prepare quoted text for a page: clean it, mark triggers in it, shorten it, and complete its quotation marks."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dossier.model import Quote, Span
from dossier.render.page_values.text_runs import Passage, TextRun

_MAX_CHARACTERS_ON_ONE_PAGE = 1200
"""Characters of a block that is kept on one page. Set by hand; no measurement is recorded."""
_ARTICLE = re.compile(r"^(?:The|An?) ")
_BLANKS = re.compile(r"\s+")
_CONTROL_BLANK = re.compile(r"[\x0b-\x0d\x1c-\x1f\x85]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_RIGHT_TO_LEFT_CLASSES = frozenset("AL AN FSI LRE LRI LRO PDF PDI R RLE RLI RLO".split())
"""Bidirectional classes (Unicode Annex 9) of right-to-left letters and of controls that change the direction."""
_CURLED_MARK = re.compile("[“”]")
_CUT = "[…]"
"""Stands for the part of a quotation that is not shown."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def tidy(text: str) -> str:
    r"""The text with white space collapsed and stripped, and U+FFFD for each character that no page can hold.

    Those are control characters that are no white space, lone surrogates, U+FFFE and U+FFFF.

    >>> tidy(" a\n\tb ")
    'a b'
    """
    return _printable(text).strip()


def verbatim(text: str) -> str:
    r"""The text with as many characters as before, fit for a page.

    Tabs and line feeds stay. Other controls that are white space become blanks; what ``tidy`` replaces by U+FFFD, this
    does too.

    >>> verbatim("a\r\n\tb\x00")
    'a \n\tb\ufffd'
    """
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", _CONTROL_BLANK.sub(" ", text))


def shortened(text: str, limit: int) -> str:
    """The tidy text, cut with an ellipsis where it is longer than ``limit`` characters."""
    words = tidy(text)
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def same_words(one: str, other: str) -> bool:
    """Whether two texts are equal but for white space."""
    return "".join(one.split()) == "".join(other.split())


def direction(text: str) -> str:
    """``rtl`` when more of its letters run from right to left than from left to right, else ``ltr``.

    >>> direction("אבג"), direction("אבג was seen")
    ('rtl', 'ltr')
    """
    # not by the first letter, as in browsers: an English sentence may begin with an Arabic name
    runs = Counter(unicodedata.bidirectional(character) for character in text)
    return "rtl" if runs["R"] + runs["AL"] > runs["L"] else "ltr"


def line_with_triggers(line: str, triggers: Iterable[tuple[str, str]]) -> Passage:
    """A line with its triggers marked.

    Each trigger comes as a pair: the trigger, and a phrase that begins with it and tells it from the same word
    elsewhere. It is marked where the line has that phrase exactly once, or else where it has the trigger exactly once.
    A trigger that stands twice without its phrase is not marked.

    >>> line_with_triggers("Ada fled as Ida had fled before.", [("fled", "fled before")]).segments[1]
    TextRun(text='fled', is_trigger=True)
    """
    text = tidy(line)
    quote = Quote(Span(0, len(text)), text)
    return quote_with_triggers(
        quote, [span for word, apart in triggers for span in _only_occurrence(text, tidy(word), tidy(apart))]
    )


def _only_occurrence(text: str, word: str, apart: str) -> list[Span]:
    for words in (apart, word, word.lower()):  # the line of a headline in capitals is in small letters
        found = occurrences(text, words)
        if len(found) == 1:
            return [Span(found[0].start, found[0].start + len(word))]
    return []


def occurrences(text: str, words: str) -> list[Span]:
    """The offsets in a text at which the words stand as whole words.

    >>> occurrences("Ada fled; Fled? She fled.", "fled")
    [Span(start=4, end=8), Span(start=20, end=24)]
    """
    return [Span(*match.span()) for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def with_cuts_of_quotations(passage: Passage) -> Passage:
    """Say where a quotation began before the text or goes on behind it: ‘"[…] We wait," she said.’, ‘"We wait. […]’."""
    goes_before, goes_on = _missing(passage.text)
    segments = passage.segments
    if goes_before:
        segments = (TextRun(_CUT + " "), *segments)
    if goes_on:
        segments = (*segments, TextRun(" " + _CUT))
    return replace(passage, segments=segments)


def _missing(text: str) -> tuple[str, str]:
    """The double quotation marks that are missing before and after a text; empty where none is.

    >>> _missing('We wait," she said.'), _missing("“We wait."), _missing('"We wait," she said.')
    (('"', ''), ('', '”'), ('', ''))
    """
    open_, before = 0, ""
    for mark in _CURLED_MARK.findall(text):
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
    """Whether the text has right-to-left letters, or controls that could change the direction of the text around it."""
    return not text.isascii() and any(
        unicodedata.bidirectional(character) in _RIGHT_TO_LEFT_CLASSES for character in text
    )


def is_long(texts: Iterable[str]) -> bool:
    """Whether a block of these texts may break over pages, since it might not fit on one."""
    return sum(map(len, texts)) > _MAX_CHARACTERS_ON_ONE_PAGE


def begun_small(text: str) -> str:
    """A description without the capital of its article, which may have begun a sentence.

    >>> begun_small("The unit's commander"), begun_small("Theban envoy")
    ("the unit's commander", 'Theban envoy')
    """
    return _ARTICLE.sub(lambda found: found[0].lower(), text)


def unmarked(text: str, language: str | None = None) -> Passage:
    """A text as a passage in which no trigger is marked."""
    return _passage([TextRun(tidy(text))], language)


def quote_with_triggers(quote: Quote, triggers: Iterable[Span], language: str | None = None) -> Passage:
    r"""The quote as it was given, with the triggers (offsets into the article) marked; overlapping ones become one.

    A trigger that is not in the quote marks nothing.

    >>> quote_with_triggers(Quote(Span(10, 21), "He\nwas  hit"), [Span(18, 21)]).segments
    (TextRun(text='He was ', is_trigger=False), TextRun(text='hit', is_trigger=True))
    """
    return _passage(list(_runs(quote, triggers)), language)


def _runs(quote: Quote, triggers: Iterable[Span]) -> Iterator[TextRun]:
    at = 0
    for start, end in _joined(quote.span, triggers):
        yield TextRun(_printable(quote.exact[at:start]))
        yield TextRun(_printable(quote.exact[start:end]), is_trigger=True)
        at = end
    yield TextRun(_printable(quote.exact[at:]))


def _joined(within: Span, spans: Iterable[Span]) -> list[tuple[int, int]]:
    """The spans, sorted and joined where they overlap, as offsets into the quote."""
    joined: list[tuple[int, int]] = []
    for span in sorted(filter(within.covers, spans)):
        start, end = span.start - within.start, span.end - within.start
        if joined and start < joined[-1][1]:
            start, end = joined[-1][0], max(end, joined.pop()[1])
        joined.append((start, end))
    return joined


def _passage(runs: list[TextRun], language: str | None) -> Passage:
    kept = tuple(s for s in _trimmed(runs) if s.text)
    text = "".join(s.text for s in kept)
    return Passage(kept, direction(text) if is_bidi(text) else "", language_tag(language))


def _trimmed(runs: list[TextRun]) -> list[TextRun]:
    texts = [run.text for run in runs]
    texts[0], texts[-1] = texts[0].lstrip(), texts[-1].rstrip()
    return [TextRun(text, s.is_trigger) for text, s in zip(texts, runs, strict=True)]


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", _BLANKS.sub(" ", text))


def language_tag(language: str | None) -> str:
    """The language for the attribute ``lang``; empty where it is no tag, and for "en", the language of the page."""
    return language if language and language != "en" and _LANGUAGE.fullmatch(language) else ""
