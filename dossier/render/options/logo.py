"""A logo for the pages: an image of the user's, checked, and embedded in the page itself."""

import hashlib
import re
import struct
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from dossier.errors import TemplatesUnusable

MAX_LOGO_BYTES = 300_000
"""Bytes of the largest logo: each page holds it. Set by hand."""
MAX_LOGO_PIXELS = 4000
"""Pixels of the longest side of a PNG. Set by hand: a browser and the printer hold all of them in memory."""
_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "{http://www.w3.org/2000/svg}"
_ADVICE = "give a PNG or an SVG of less than 300 kB"
_LIVE = frozenset({"script", "foreignobject", "iframe", "image", "use", "style", "a", "animate", "set"})
"""Elements that a logo does without: they run, fetch, move or lead away."""


@dataclass(frozen=True, slots=True)
class Logo:
    """An image as a data URI, and the hash of its file."""

    uri: str
    sha256: str


def read_logo(file: Path) -> Logo:
    """The logo in a file. Raises TemplatesUnusable when it is no PNG or SVG, too large, or holds what is no drawing."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_LOGO_BYTES + 1)
    except OSError as error:
        raise TemplatesUnusable(f"the logo {file} cannot be read: {error.strerror}", _ADVICE) from None
    if len(data) > MAX_LOGO_BYTES:
        raise TemplatesUnusable(f"the logo {file} has more than {MAX_LOGO_BYTES:,} bytes", _ADVICE)
    kind, fault = ("png", _png_fault(data)) if data.startswith(_PNG) else ("svg+xml", _svg_fault(data))
    if fault:
        raise TemplatesUnusable(f"the logo {file} {fault}", _ADVICE)
    return Logo(f"data:image/{kind};base64,{b64encode(data).decode()}", hashlib.sha256(data).hexdigest())


def _png_fault(data: bytes) -> str:
    """What is wrong with a PNG; empty when nothing is."""
    if len(data) < 24 or data[12:16] != b"IHDR":
        return "is no whole PNG"
    width, height = struct.unpack(">II", data[16:24])
    return "" if 0 < max(width, height) <= MAX_LOGO_PIXELS else f"is larger than {MAX_LOGO_PIXELS} pixels"


def _svg_fault(data: bytes) -> str:
    """What is wrong with an SVG; empty when nothing is."""
    text = data.decode("utf-8", "replace")
    if re.search("<!(?:doctype|entity)", text, re.IGNORECASE):
        return "has a document type or entities"
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - without a document type there are no entities to expand
    except (ElementTree.ParseError, ValueError):
        return "is neither PNG nor SVG"
    return _live_part(root) if root.tag == f"{_SVG}svg" else "is neither PNG nor SVG"


def _live_part(root: ElementTree.Element) -> str:
    """What in a drawing runs, fetches, moves or leads away; empty when nothing does."""
    for element in root.iter():
        name = element.tag.removeprefix(_SVG).lower()
        if name in _LIVE:
            return f"holds an element {name!r}"
        if any(_is_live(key, value) for key, value in element.attrib.items()):
            return f"holds an attribute that runs or fetches something, at {name!r}"
    return ""


def _is_live(name: str, value: str) -> bool:
    name = name.rpartition("}")[2].lower()
    leads_out = name == "href" or ("url(" in value.lower() and "url(#" not in value.lower().replace(" ", ""))
    return name.startswith("on") or leads_out
