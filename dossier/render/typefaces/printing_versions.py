"""What the bytes of a PDF depend on beside its HTML, found without loading WeasyPrint."""

import ctypes
import hashlib
import sys
from collections.abc import Callable
from functools import cache

from dossier.errors import PrintingUnavailable
from dossier.render.typefaces import fonts
from dossier.render.typefaces.machine_fonts import machine_fonts
from dossier.text.package_digest import package_digest, versions

_PRINTING_LIBRARIES = ("weasyprint", "pydyf", "fonttools", "tinycss2", "tinyhtml5", "cssselect2", "pyphen", "pillow")
_PRINTING_CODE = "dossier.render"
_SYSTEM_LIBRARIES = {
    "pango-1.0": "pango_version_string",
    "harfbuzz": "hb_version_string",
    "harfbuzz-subset": "hb_version_string",
}
"""The libraries of the system, and the function by which each names its version."""


@cache
def printing_versions() -> str:
    """Sixteen hexadecimal digits: a hash of the libraries, the typefaces and our own code. It stays while they do.

    A page with the same HTML and the same digits gives the same PDF. The fonts of the machine are in it by name and
    size: they draw what the packaged typefaces lack. Raises PrintingUnavailable when a typeface is not installed.
    """
    digest = hashlib.sha256(versions(_PRINTING_LIBRARIES))
    digest.update(package_digest(_PRINTING_CODE))
    for name, function in _SYSTEM_LIBRARIES.items():
        digest.update(f"{name} {_system_version(name, function)}\n".encode())
    for face in (*fonts.FACES.values(), *fonts.SCRIPT_FACES.values()):
        digest.update(_content(face))
    digest.update(machine_fonts())
    return digest.hexdigest()[:16]


def _content(face: fonts.Face) -> bytes:
    try:
        return hashlib.sha256(face.path.read_bytes()).digest()
    except OSError as error:
        raise PrintingUnavailable(f"the typeface {face.file} cannot be read: {error}", "install it anew") from error


def _system_version(name: str, function: str) -> str:
    """The version that a library of the system gives; empty where the library is missing."""
    suffix = ".0.dylib" if sys.platform == "darwin" else ".so.0"
    try:
        give: Callable[[], bytes] = getattr(ctypes.CDLL(f"lib{name}{suffix}"), function)
    except (OSError, AttributeError):
        return ""
    give.restype = ctypes.c_char_p  # type: ignore[attr-defined]
    return give().decode("ascii")
