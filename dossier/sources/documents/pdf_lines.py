"""The lines of a PDF's pages, with their places on the paper, by pypdf."""

import logging
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dossier.sources.unreadable import Unreadable

MAX_PAGE_BYTES = 8_000_000
"""Bytes of the drawing of one page. Set by hand: a page of text has some thousands."""
_LIGATURE = re.compile("[\ufb00-\ufb06]")
"""Several letters in one sign, as "ffi" is set."""
_HYPHENS = ("\u2010", "\u00ad")
"""At the end of a line, what a typesetter broke a word with."""
# What is wrong with a PDF is told as Unreadable; pypdf would write to the terminal too.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of a page: its words, where it begins (``left``, ``height`` above the foot), and its size of type.

    All are in points.
    """

    text: str
    left: float
    height: float
    size: float


def page_lines(page: Any) -> list[PdfLine]:
    """The lines of a page in the order in which they are drawn, without blank ones.

    Raises Unreadable when the page is too large, or damaged.
    """
    try:
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > MAX_PAGE_BYTES:
            raise Unreadable(f"a page drawn with more than {MAX_PAGE_BYTES:,} bytes")
        collector = _Collector()
        page.extract_text(visitor_text=collector.take)
    except Unreadable:
        raise
    except Exception as error:
        # a hostile file may make pypdf raise anything, which must not end the run
        raise Unreadable(f"a page that cannot be read ({type(error).__name__})") from error
    return list(collector.lines())


class _Collector:
    """Puts the pieces of text that pypdf finds together to lines."""

    def __init__(self) -> None:
        self._lines: list[tuple[list[str], PdfLine | None]] = [([], None)]

    def take(self, text: str, page: list[float], own: list[float], _font: Any, size: float) -> None:
        """Take a piece with its matrices: those of the page and of the text, and its size in the text's units."""
        for number, part in enumerate(text.split("\n")):
            if number:
                self._lines.append(([], None))
            if part.strip():
                parts, start = self._lines[-1]
                parts.append(part)
                if start is None:
                    self._lines[-1] = parts, _place(page, own, size)
            elif part:
                self._lines[-1][0].append(" ")

    def lines(self) -> Iterator[PdfLine]:
        for parts, start in self._lines:
            words = " ".join(_in_single_letters("".join(parts)).split())
            if words and start:
                yield PdfLine(_with_plain_hyphen(words), start.left, start.height, start.size)


def _place(page: list[float], own: list[float], size: float) -> PdfLine:
    """The place at which text with these matrices begins (PDF 32000-1, 8.3.4)."""
    x, y = own[4], own[5]
    left, height = (x * page[i] + y * page[2 + i] + page[4 + i] for i in (0, 1))
    scale = abs(own[3] * page[3]) or abs(own[1] * page[2]) or 1.0
    return PdfLine("", left, height, size * scale)


def _in_single_letters(words: str) -> str:
    return _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), words)


def _with_plain_hyphen(words: str) -> str:
    return f"{words[:-1]}-" if words.endswith(_HYPHENS) else words
