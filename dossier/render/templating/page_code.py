"""What a page says of itself: the hashes of its own styles and scripts, and its table of contents."""

import re
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

# Our templates write a heading in one line, with its id first; whatever comes from articles is escaped.
_HEADING = re.compile(r'<h2 id="([a-z][a-z0-9-]*)">(.*?)</h2>', re.DOTALL)


def contents(page: str) -> list[dict[str, "Markup"]]:
    """The sections of a rendered page in their order: the ``anchor`` of each, and its ``heading`` as markup.

    >>> [str(line["anchor"]) for line in contents('<h2 id="notes">Source notes</h2><h2 id="r1">x</h2>')]
    ['notes', 'r1']
    """
    from markupsafe import Markup

    # both are markup of the page already
    return [{"anchor": Markup(anchor), "heading": Markup(heading)} for anchor, heading in _HEADING.findall(page)]  # noqa: S704


def code_source(code: str) -> "Markup":
    """What a Content-Security-Policy calls an inline style or script that consists of this code alone.

    >>> code_source("")
    Markup("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='")
    """
    from markupsafe import Markup

    return Markup("'sha256-{}'").format(b64encode(sha256(code.encode()).digest()).decode())
