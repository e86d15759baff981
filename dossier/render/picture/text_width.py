"""How wide words are in the typeface of the page."""

from functools import cache

from dossier.render import fonts

_REGULAR, _SEMIBOLD = "SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf"
_UNKNOWN = 0.7
"""Of an em: a letter that the typeface does not have. Set by hand."""


def text_width(text: str, size: float, is_bold: bool = False) -> float:
    """The width of a line of text in pixels, for letters of ``size`` pixels."""
    widths = _advances(_SEMIBOLD if is_bold else _REGULAR)
    return size * sum(widths.get(ord(letter), _UNKNOWN) for letter in text)


@cache
def _advances(file: str) -> dict[int, float]:
    """By code point the advance of its glyph in parts of the em."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(fonts.FACES[file].path, lazy=True) as font:
        units, metrics = font["head"].unitsPerEm, font["hmtx"]
        return {code: metrics[glyph][0] / units for code, glyph in font.getBestCmap().items()}
