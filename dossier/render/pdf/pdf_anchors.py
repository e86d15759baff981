"""The places in a page that links lead to, found after it is laid out.

WeasyPrint shares the style of equal elements, and makes those with an ``id`` unequal: each gets a style of its own, and
so has all below it. That took a tenth of the time of a page of 200 entries.
"""

import re
from typing import Any

_ANCHOR = re.compile(r"[a-z]\d+")
"""The names of entries, notes, sources and the like, of which a page has hundreds."""
_ASKS_FOR_PLACES = "target-"
"""Stands in a page whose CSS asks, with ``target-counter`` and its kind, where a link leads."""


def taken_anchors(page: Any, css: str) -> dict[Any, str]:
    """The names of the places in a tree of HTML by their elements, which lose them; none where ``css`` needs them."""
    if _ASKS_FOR_PLACES in css:
        return {}
    named = {element: name for element in page.iter() if _ANCHOR.fullmatch(name := element.get("id", ""))}
    for element in named:
        del element.attrib["id"]
    return named


def put_anchors(document: Any, named: dict[Any, str]) -> None:
    """Give a laid-out document of WeasyPrint the places of these elements; of one on two pages, where it begins."""
    left = dict(named)
    for page in document.pages:
        for box in page._page_box.descendants():  # noqa: SLF001 nothing public has the boxes
            if name := left.pop(box.element, ""):
                x, y, width, height = box.hit_area()
                page.anchors.setdefault(name, (x, y, x + width, y + height))
