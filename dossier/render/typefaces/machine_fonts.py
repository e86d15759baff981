"""Which typefaces the machine has, asked of fontconfig as WeasyPrint asks it, without loading WeasyPrint."""

import ctypes
import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

_LIBRARY = "libfontconfig.1.dylib" if sys.platform == "darwin" else "libfontconfig.so.1"
_OF_THE_SYSTEM = 0
"""fontconfig's FcSetSystem."""


class _FontSet(ctypes.Structure):
    """fontconfig's FcFontSet: how many fonts, room for how many, and the patterns that describe them."""

    _fields_: ClassVar = [
        ("count", ctypes.c_int),
        ("room", ctypes.c_int),
        ("fonts", ctypes.POINTER(ctypes.c_void_p)),
    ]


def machine_fonts() -> bytes:
    """A digest of the machine's font files, by name and size; that of none where fontconfig is missing."""
    return hashlib.sha256("\n".join(sorted(set(_files()))).encode("utf-8", "surrogateescape")).digest()


def _files() -> Iterator[str]:
    """The name of each font file, without its folder, and its size."""
    try:
        library = ctypes.CDLL(_LIBRARY)
    except OSError:
        return
    library.FcInitLoadConfigAndFonts.restype = ctypes.c_void_p
    library.FcConfigGetFonts.restype = ctypes.POINTER(_FontSet)
    config = ctypes.c_void_p(library.FcInitLoadConfigAndFonts())
    fonts = library.FcConfigGetFonts(config, _OF_THE_SYSTEM)
    for number in range(fonts.contents.count if fonts else 0):
        path = ctypes.c_char_p()
        pattern = ctypes.c_void_p(fonts.contents.fonts[number])
        if not library.FcPatternGetString(pattern, b"file", 0, ctypes.byref(path)) and path.value:
            file = Path(os.fsdecode(path.value))
            yield f"{file.name} {_size(file)}"
    library.FcConfigDestroy(config)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
