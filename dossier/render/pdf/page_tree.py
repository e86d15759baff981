"""Read a page that is well-formed by a reader of XML, which is written in C; that of HTML is written in Python."""

import re
from xml.etree.ElementTree import Element, ParseError, fromstring

_SVG = "{http://www.w3.org/2000/svg}"
_DECLARED = "<!doctype html>"
_DECLARATION = '<!DOCTYPE html [<!ENTITY nbsp "&#160;">]>'
_EMPTY = re.compile(r"""<((?:area|br|col|hr|img|input|link|meta|wbr)\b(?:[^<>"']|"[^"]*"|'[^']*')*)(?<!/)>""")
"""The start of an element that has no end in HTML."""


def page_tree(page: str) -> Element | None:
    """The tree of a page, as a reader of HTML gives it; None where that one has to tell what the page means.

    It has to where an element has no end, and where it would add what the page leaves out: the name space of a drawing,
    the body of a table. The shipped templates leave out nothing.

    >>> page_tree("<!doctype html><p>One<br>two</p>").find("br").tail
    'two'
    >>> page_tree("<!doctype html><p>One<p>two")
    """
    if not page.startswith(_DECLARED):
        return None
    try:
        # Safe: what may expand stands in our declaration, and a page cannot have a second one.
        tree = fromstring(_DECLARATION + _EMPTY.sub(r"<\1/>", page[len(_DECLARED) :]))  # noqa: S314
    except ParseError:
        return None
    return None if any(tree.find(odd) is not None for odd in (".//svg", ".//table/tr")) else tree


def describe_pictures(page: Element) -> None:
    """Let the title of each picture hold its description too: of an SVG, WeasyPrint gives a PDF the title alone."""
    for drawing in page.iter(f"{_SVG}svg"):
        title, description = (drawing.find(f"{_SVG}{name}") for name in ("title", "desc"))
        if title is not None and description is not None:
            title.text = f"{(title.text or '').rstrip('.')}. {description.text}"
