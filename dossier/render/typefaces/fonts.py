"""The typefaces that come with the program, each from a package of its own."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from dossier.errors import PrintingUnavailable

SERIF = "font_source_serif_pro"
SANS = "font_source_sans_pro"
_FOLDERS = {"justmytype_intl_africa": "fonts"}
"""The folder of a package that holds its fonts, where it is not called ``files``."""

# Code points of characters that share their glyph with a commoner one or, as "ﬁ" does, with a ligature. In a PDF a
# glyph stands for one character only, so copied or searched text would have the wrong one. Another typeface draws them.
_LIGATURES = frozenset(range(0xFB00, 0xFB07))
_SHARED_GLYPHS = {
    SERIF: _LIGATURES | {0xB5, 0x2BB, 0x2BC, 0x2C9, 0x2CA, 0x2CB, 0x2010, 0x2126, 0x2206},
    SANS: _LIGATURES,
}


@dataclass(frozen=True, slots=True)
class Face:
    """One font file of a package, under the family and the weight that the page's CSS asks for.

    ``script`` is the one (ISO 15924) whose letters it draws, and nothing else; empty where it draws all that it has.
    No two files have one family and weight, nor has a font of the machine: WeasyPrint would take them for one.
    """

    family: str
    weight: int
    package: str
    file: str
    script: str = ""

    @property
    def path(self) -> Path:
        """The font file. Raises PrintingUnavailable when the package is not installed."""
        return folder(self.package) / self.file

    def ranges(self) -> list[str]:
        """The characters that the typeface is to draw, as CSS unicode ranges ("U+20-7E")."""
        from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

        with TTFont(self.path, lazy=True) as font:
            codes = set(font.getBestCmap())
        if self.script:
            return _css_ranges(sorted(code for code in codes if self.script in scripts_of(chr(code))))
        return _css_ranges(sorted(codes - _SHARED_GLYPHS[self.package]))


_NORMAL, _BOLD = 400, 600
FACES = {
    face.file: face
    for face in (
        Face("Source Serif Pro", _NORMAL, SERIF, "SourceSerifPro-Regular.ttf"),
        Face("Source Serif Pro", _BOLD, SERIF, "SourceSerifPro-Semibold.ttf"),
        Face("Source Sans Pro", _NORMAL, SANS, "SourceSansPro-Regular.ttf"),
        Face("Source Sans Pro", _BOLD, SANS, "SourceSansPro-Semibold.ttf"),
    )
}
"""The typefaces of every page, by the names of their files."""
_SCRIPT_FILES = {
    "Arab": ("Dossier Arabic", "fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf"),
    "Deva": ("Dossier Devanagari", "fontpkg_noto_sans_devanagari", "NotoSansDevanagari[wdth,wght].ttf"),
    "Ethi": ("Dossier Ethiopic", "justmytype_intl_africa", "ofl/notosansethiopic/NotoSansEthiopic[wdth,wght].ttf"),
    "Hebr": ("Dossier Hebrew", "fontpkg_frank_ruhl_libre", "FrankRuhlLibre[wght].ttf"),
}
SCRIPT_FACES = {
    f"{script}-{weight}.ttf": Face(family, weight, package, file, script)
    for script, (family, package, file) in _SCRIPT_FILES.items()
    for weight in (_NORMAL, _BOLD)
}
"""The typefaces of single scripts, each file with its axis of weights. Only a page with such letters loads them."""


def packaged(name: str) -> Face | None:
    """The typeface of this name; None where there is none."""
    return FACES.get(name) or SCRIPT_FACES.get(name)


def scripts_of(letter: str) -> set[str]:
    """The scripts (ISO 15924) that a character belongs to: one, or several for signs that they share."""
    from fontTools import unicodedata  # type: ignore[import-untyped]

    return set(unicodedata.script_extension(letter))


def script_faces(text: str) -> tuple[str, ...]:
    """The names of the typefaces of single scripts that a text needs, in their order."""
    needed = {script for letter in set(text) if not letter.isascii() for script in scripts_of(letter)}
    return tuple(name for name, face in SCRIPT_FACES.items() if face.script in needed)


def boxes(codes: Collection[int]) -> bytes:
    """A TrueType font that draws a box for each of these code points, each with a glyph of its own.

    All lengths are in units of the font, 1000 to the em.
    """
    from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]

    names = {code: f"u{code:05X}" for code in sorted(codes)}
    order = [".notdef", *names.values()]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    builder.setupGlyf(dict.fromkeys(order, _box()))
    builder.setupHorizontalMetrics(dict.fromkeys(order, (600, 60)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200)
    builder.setupPost()
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


def _box() -> Any:
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]

    pen = TTGlyphPen(None)
    outside, inside = [(60, 0), (60, 700), (540, 700), (540, 0)], [(110, 50), (490, 50), (490, 650), (110, 650)]
    for first, *others in (outside, inside):
        pen.moveTo(first)
        for corner in others:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


def check_fonts() -> str:
    """The names of the font families, parted by commas. Raises PrintingUnavailable when a font file is missing."""
    for face in (*FACES.values(), *SCRIPT_FACES.values()):
        if not face.path.is_file():
            raise _missing(face.package)
    return ", ".join(dict.fromkeys(face.family for face in FACES.values()))


@cache
def folder(package: str) -> Path:
    """The folder with the font files of a package. Raises PrintingUnavailable when it is not installed."""
    spec = find_spec(package)  # not imported: these packages read their whole folder on import
    if spec is None or spec.origin is None:
        raise _missing(package)
    return Path(spec.origin).parent / _FOLDERS.get(package, "files")


def _missing(package: str) -> PrintingUnavailable:
    name = package.replace("_", "-")
    return PrintingUnavailable(f"the typefaces of {name} are not installed", f"pip install {name}")


def _css_ranges(codes: list[int]) -> list[str]:
    runs: list[list[int]] = []
    for code in codes:
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return [f"U+{first:X}-{last:X}" for first, last in runs]
