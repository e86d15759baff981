"""A hash of what a page depends on besides what it tells: our templates, and the libraries that lay it out."""

import hashlib
from functools import cache

from dossier.render.templating.templates import templates_digest
from dossier.render.typefaces.printing_versions import printing_versions
from dossier.text.package_digest import versions

_PAGE_LIBRARIES = ("altair", "jinja2", "vl-convert-python")


@cache
def rendering_digest(is_printed: bool) -> bytes:
    """The digest for pages in HTML alone, or for pages that are printed as PDF, too."""
    digest = hashlib.sha256(templates_digest() + versions(_PAGE_LIBRARIES))
    if is_printed:
        digest.update(printing_versions().encode())
    return digest.digest()
