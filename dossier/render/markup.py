"""The words of others as HTML: escaped, and broken over lines only where nothing is lost by it."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dossier.render import prose
from dossier.render.context import Passage, Segment

if TYPE_CHECKING:
    from markupsafe import Markup

# Words longer than any line get places to break. A hyphen is kept off the end of a line: who copies text out of a PDF
# loses hyphens there. CSS could break long words, but WeasyPrint then cuts short ones too where an element begins.
_SPECIAL = re.compile(r"(?P<overlong>\S{40,})|(?P<hyphened>\S*[-\u2010]\s?\S+)")
_CHUNK = 8
_WHOLE = 45


def foreign(text: str) -> "Markup":
    """A name, title or remark in a line of ours: its writing direction does not spill over."""
    from markupsafe import Markup

    text = prose.tidy(text)
    words = _passage([Segment(text)])
    return Markup("<bdi>{}</bdi>").format(words) if prose.is_bidi(text) else words


def words(passage: Passage) -> "Markup":
    """A passage with its triggers marked."""
    from markupsafe import Markup

    text = _passage(passage.segments)
    if not passage.direction and not passage.language:
        return text
    direction = Markup(' dir="{}"').format(passage.direction) if passage.direction else ""
    language = Markup(' lang="{}"').format(passage.language) if passage.language else ""
    return Markup("<bdi{}{}>{}</bdi>").format(direction, language, text)


def _passage(segments: Iterable[Segment]) -> "Markup":
    from markupsafe import Markup

    pieces = list(segments)
    return Markup("").join(_units("".join(piece.text for piece in pieces), pieces))


def _units(text: str, segments: list[Segment]) -> "Iterator[Markup]":
    """The text unit by unit: overlong words, words with hyphens, and what lies between."""
    from markupsafe import Markup

    at = 0
    for match in _SPECIAL.finditer(text):
        start, end = match.span()
        yield _cut(segments, at, start)
        if match["overlong"]:
            yield Markup("<wbr>").join(_cut(segments, a, min(a + _CHUNK, end)) for a in range(start, end, _CHUNK))
        elif end - start <= _WHOLE:
            yield Markup('<span class="whole">{}</span>').format(_cut(segments, start, end))
        else:
            yield _cut(segments, start, end)
        at = end
    yield _cut(segments, at, len(text))


def _cut(segments: list[Segment], start: int, end: int) -> "Markup":
    """The stretch from ``start`` to ``end`` of the segments' text."""
    from markupsafe import Markup, escape

    cut, at = [], 0
    for segment in segments:
        piece = segment.text[max(start - at, 0) : max(end - at, 0)]
        if piece:
            cut.append(
                Markup('<strong class="trigger">{}</strong>').format(piece) if segment.is_trigger else escape(piece)
            )
        at += len(segment.text)
    return Markup("").join(cut)
