"""A hash of what a page depends on besides what it tells: our templates, and the libraries that lay it out."""

import hashlib
from functools import cache

from dossier.render.templates import templates_digest
from dossier.text.package_digest import versions

_PAGE_LIBRARIES = ("altair", "jinja2", "vl-convert-python")
_PRINTING_LIBRARIES = ("font-source-sans-pro", "font-source-serif-pro", "fonttools", "pydyf", "weasyprint")


@cache
def rendering_digest(is_printed: bool) -> bytes:
    """The digest for pages in HTML alone, or for pages that are printed as PDF, too.

    Pango and HarfBuzz are not in it: to ask for their versions costs as much as to print a page. They come with the
    system, and a PDF that an earlier version of them made says the same.
    """
    libraries = _PAGE_LIBRARIES + (_PRINTING_LIBRARIES if is_printed else ())
    return hashlib.sha256(templates_digest() + versions(libraries)).digest()
