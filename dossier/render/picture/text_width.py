"""How wide words are in the typeface of the page, or in one that a browser has in its place."""

from functools import cache

from dossier.render.typefaces import fonts

_REGULAR, _SEMIBOLD = "SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf"
_UNKNOWN = 0.7
"""Of an em: a letter that the typeface does not have. Set by hand."""
_WIDER = 1.15
"""So much wider is Arial, which a browser without Source Sans takes: up to 1.143 in the pictures of the sample."""


def text_width(text: str, size: float, is_bold: bool = False) -> float:
    """The room in pixels that a line of text needs on screen, for letters of ``size`` pixels."""
    return _WIDER * printed_width(text, size, is_bold)


def printed_width(text: str, size: float, is_bold: bool = False) -> float:
    """The width of a line of text on paper, in the unit of ``size``, the height of its letters."""
    widths = _advances(_SEMIBOLD if is_bold else _REGULAR)
    return size * sum(widths.get(ord(letter), _UNKNOWN) for letter in text)


@cache
def _advances(file: str) -> dict[int, float]:
    """By code point the advance of its glyph in parts of the em."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(fonts.FACES[file].path, lazy=True) as font:
        units, metrics = font["head"].unitsPerEm, font["hmtx"]
        return {code: metrics[glyph][0] / units for code, glyph in font.getBestCmap().items()}
