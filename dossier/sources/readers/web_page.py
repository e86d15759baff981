"""An HTML page: one article, or several stories."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator

from dossier.sources.reader import InputFile, Part, Reader, numbered

_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?s:.*?)-->\s*)*(?:<!doctype\s+html|<(?:html|head|body))\b", re.IGNORECASE
)


def _recognises(start: bytes) -> bool:
    return _START.match(start.removeprefix(BOM_UTF8)) is not None


def _read(file: InputFile) -> Iterator[Part]:
    # trafilatura takes time to load, and many runs see no page
    from dossier.sources.pages import html

    yield from numbered(html.read(file.content()))


WEB_PAGE = Reader(
    name="a web page",
    suffixes=tuple(".html .htm .xhtml .shtml .php .asp .aspx .jsp .cgi".split()),
    read=_read,
    recognises=_recognises,
)
