"""Lines of text drawn on a page as WeasyPrint draws them, in less time.

WeasyPrint shapes each line anew to draw it, and asks for four numbers of each glyph, one by one. Both took a sixth of
the time of a page of 200 entries.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_PARTS = 5
"""Whole numbers of a glyph in Pango: itself, its width, how far it is moved to the right and up, and marks."""
_EMPTY = 0x0FFFFFFF
"""A room without a glyph, as a tab has. Higher numbers stand for what no typeface has."""
_TELLS_SIZES = 14802
"""The first version of Pango that tells the size of a typeface truly, which WeasyPrint asks older ones otherwise."""
_UNITS = 1 / 1024
"""Pixels of a unit of Pango."""
_ENDS_OF_PARAGRAPHS = frozenset("\n\r\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}")

_Draw = Callable[..., list[Any]]


class _UnusualLine(Exception):
    """A line that WeasyPrint has to draw."""


class _GlyphWords(dict[tuple[int, int, int], str]):
    """What a PDF shows for a glyph of a typeface, by its number, width and shift to the right."""

    def __init__(self, font: Any, size: float) -> None:
        super().__init__()
        self.font, self._size = font, size

    def __missing__(self, key: tuple[int, int, int]) -> str:
        glyph, width, moved = key
        if glyph == _EMPTY:
            return self.setdefault(key, f">{-width / self._size}<")
        shift = moved / self._size
        back = self.font.widths[glyph] + shift - width * 1000 * _UNITS / self._size
        words = f">{-shift}<" * bool(shift) + f"{glyph:04x}" + f">{int(back)}<" * bool(int(back))
        return self.setdefault(key, words)


@contextmanager
def quick_lines(drawing: Any, line_break: Any) -> Iterator[None]:
    """Let WeasyPrint's modules for drawing and for breaking lines draw them so, meanwhile."""
    draw, layout = drawing.draw_first_line, line_break.Layout
    reactivate, deactivate = layout.reactivate, layout.deactivate
    drawing.draw_first_line = _LineDrawer(draw, line_break).draw
    layout.reactivate, layout.deactivate = _reactivated(reactivate), _deactivated(deactivate)
    try:
        yield
    finally:
        drawing.draw_first_line, layout.reactivate, layout.deactivate = draw, reactivate, deactivate


def _deactivated(free: Callable[[Any], None]) -> Callable[[Any], None]:
    """Keep what was laid out until it has been drawn."""

    def deactivate(layout: Any) -> None:
        if vars(layout).pop("is_drawn", False):
            free(layout)
        else:
            layout.kept = layout.text

    return deactivate


def _reactivated(make: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """Make ready for drawing only what is not kept, or was laid out for other words or without its spaces."""

    def reactivate(layout: Any, style: Any) -> None:
        layout.is_drawn = True
        kept = vars(layout).pop("kept", None)
        if layout.justification_spacing or kept != layout.text or vars(layout).get("style") is not style:
            make(layout, style)

    return reactivate


class _LineDrawer:
    """Draws lines; what is unusual in one, ``by_weasyprint``. Remembers what the glyphs of each typeface are."""

    def __init__(self, by_weasyprint: _Draw, line_break: Any) -> None:
        self._by_weasyprint = by_weasyprint
        self._ffi, self._pango = line_break.ffi, line_break.pango
        self._is_new = self._pango.pango_version() >= _TELLS_SIZES
        self._pieces: dict[tuple[int, float], _GlyphWords] = {}

    def draw(self, stream: Any, box: Any, text_overflow: str, block_ellipsis: str, matrix: Any) -> list[Any]:
        """Draw the line of a text box; the pictures that stand for letters in it are given back."""
        is_plain = text_overflow != "ellipsis" and block_ellipsis == "none" and not _ENDS_OF_PARAGRAPHS & set(box.text)
        if self._is_new and is_plain and box.text.strip() and box.style["font_size"] >= 1:
            try:
                shown = list(self._shown(stream, box))
            except _UnusualLine:
                pass
            else:
                stream.set_text_matrix(*matrix.values)
                for hash_, size, words in shown:
                    stream.set_font_size(hash_, size)
                    stream.show_text(words)
                return []
        return self._by_weasyprint(stream, box, text_overflow, block_ellipsis, matrix)

    def _shown(self, stream: Any, box: Any) -> Iterator[tuple[Any, float, str]]:
        """The glyphs of a line, those of one typeface after the other: its name in the PDF, its size, and they."""
        line, _ = box.pango_layout.get_first_line()
        run, face, words = line.runs[0], None, ""
        name, size = None, 0.0
        while run != self._ffi.NULL:
            item, run = run.data, run.next
            if item.item.analysis.font != face:
                if words:
                    yield name, size, f"<{words}>"
                face, words = item.item.analysis.font, ""
                font, size = stream.add_font(face)
                name = font.hash
            words += self._run(stream, box, item, font, size, face)
        yield name, size, f"<{words}>"

    def _run(self, stream: Any, box: Any, item: Any, font: Any, size: float, face: Any) -> str:
        count = item.glyphs.num_glyphs
        numbers = self._ffi.unpack(self._ffi.cast("int *", item.glyphs.glyphs), _PARTS * count)
        glyphs = numbers[::_PARTS]
        if font.png or font.svg or font.colr or font.bitmap or max(glyphs) > _EMPTY or any(numbers[3::_PARTS]):
            raise _UnusualLine
        if new := set(glyphs) - font.to_unicode.keys() - {_EMPTY}:
            _name(new, box.pango_layout.text.encode(), item, font.to_unicode)
        for glyph in new - font.widths.keys():
            self._pango.pango_font_get_glyph_extents(face, glyph, stream.ink_rect, stream.logical_rect)
            font.widths[glyph] = round(stream.logical_rect.width * 1000 * _UNITS / size)
        pieces = self._pieces.get((id(font), size))  # they hold the font, so no other gets its id
        if pieces is None:
            pieces = self._pieces[id(font), size] = _GlyphWords(font, size)
        return "".join([pieces[key] for key in zip(glyphs, numbers[1::_PARTS], numbers[2::_PARTS], strict=True)])


def _name(new: set[int], text: bytes, item: Any, letters: dict[int, str]) -> None:
    """Record which letters the glyphs stand for that were not drawn before."""
    start, length, clusters = item.item.offset, item.item.length, item.glyphs.log_clusters
    is_rtl, count = item.item.analysis.level % 2, item.glyphs.num_glyphs
    for n, info in enumerate(item.glyphs.glyphs[0:count]):
        if info.glyph in new and info.glyph not in letters:
            last = n == 0 if is_rtl else n == count - 1
            end = length if last else clusters[n - 1 if is_rtl else n + 1]
            letters[info.glyph] = text[start + clusters[n] : start + end].decode()
