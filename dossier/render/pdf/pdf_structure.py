"""Mend the structure tree of a PDF that WeasyPrint tagged, so that it keeps the rules of PDF/UA-1.

Objects are those of pydyf: dictionaries and lists, and references to them as bytes (``b"12 0 R"``).
"""

import re
from collections.abc import Iterator
from typing import Any

_ARTIFACT = "/Artifact"
_NOTHING = b"null"
_MAY_BE_EMPTY = ("/TD", "/TH", "/Document")
_IN_A_LIST = ("/LI", "/L", "/Caption")
_HOLDS_TEXT = re.compile("/(P|LBody|Lbl|Span|Link|TD|TH|Caption|NonStruct|H[1-6])")
"""Elements that may hold marked content themselves, without an element that says nothing around each piece of it."""


def mend_structure(pdf: Any) -> None:
    """Make lists hold list items only, say what a header heads, and take out what is no content.

    That are empty elements, those that say nothing of the text in them, and ornaments: running heads, page numbers, and
    pictures without a text that stands for them. A program that reads the page aloud passes over them.
    ``pdf`` is changed.
    """
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    for child in root["K"]:
        _mend(pdf, _object(pdf, child))
    _list_owners(pdf, root)
    _hide_ornaments(pdf, root)


def _mend(pdf: Any, element: Any) -> None:
    for kid in _kids(pdf, element):
        _mend(pdf, kid)
    if element["S"] == "/L":
        _keep_list(pdf, element)
    if element["S"] == "/Figure":
        _place_box(pdf, element)
    if element["S"] == "/TH":
        element["A"]["Scope"] = "/Column" if _is_in_table_head(pdf, element) else "/Row"
    kept = [kid for kid in element["K"] if not _is_ornament(pdf, kid)]
    _set_kids(element, [held for kid in kept for held in _unwrapped(pdf, element, kid)])


def _unwrapped(pdf: Any, element: Any, kid: Any) -> list[Any]:
    """What the element holds for this kid: an element that says nothing gives what it holds, and is emptied."""
    if not isinstance(kid, bytes) or not _HOLDS_TEXT.fullmatch(element["S"]):
        return [kid]
    child = _object(pdf, kid)
    if child.get("S") != "/NonStruct" or child["Pg"] != element["Pg"]:
        return [kid]
    for below in _kids(pdf, child):
        below["P"] = element.reference
    held = list(child["K"])
    child.clear()  # an object cannot be taken out of the file, but it can be two bytes long
    return held


def _is_ornament(pdf: Any, kid: Any) -> bool:
    """Whether this is an element without content, or a picture for which no text stands."""
    if not isinstance(kid, bytes):
        return False
    element = _object(pdf, kid)
    if element.get("Type") != "/StructElem":
        return False
    if element["S"] == "/Figure":
        return "Alt" not in element
    return not element["K"] and element["S"] not in _MAY_BE_EMPTY


def _is_in_table_head(pdf: Any, cell: Any) -> bool:
    row = _object(pdf, cell["P"])
    return bool(_object(pdf, row["P"])["S"] == "/THead")


def _keep_list(pdf: Any, element: Any) -> None:
    """Each child of the list becomes a list item: a term and what is said of it, which a division held, become one."""
    kids: list[Any] = []
    for kid in element["K"]:
        child = _object(pdf, kid)
        if child["S"] in _IN_A_LIST:
            kids.append(kid)
        elif parts := [part for part in _kids(pdf, child) if part["S"] == "/LI"]:
            kids.append(_item(pdf, child, parts).reference)
        elif child["K"]:
            kids.append(_wrapped(pdf, child).reference)
        if kids:
            _object(pdf, kids[-1])["P"] = element.reference
    _set_kids(element, kids)


def _item(pdf: Any, division: Any, parts: list[Any]) -> Any:
    """The division as one list item: the first of several parts is the label, what follows the body."""
    bodies = [body for part in parts for body in _kids(pdf, part)]
    if len(parts) > 1 and bodies:
        bodies[0]["S"] = "/Lbl"
    for body in bodies:
        body["P"] = division.reference
    division["S"] = "/LI"
    _set_kids(division, [body.reference for body in bodies])
    return division


def _wrapped(pdf: Any, element: Any) -> Any:
    """The element as the body of a list item of its own."""
    body = _made(pdf, element, "/LBody", element)
    item = _made(pdf, element, "/LI", body)
    element["P"], body["P"] = body.reference, item.reference
    return item


def _made(pdf: Any, like: Any, role: str, kid: Any) -> Any:
    made = type(like)({**like, "S": role, "K": type(like["K"])([kid.reference])})
    pdf.add_object(made)
    return made


def _place_box(pdf: Any, figure: Any) -> None:
    """Give the place of a picture in points from the foot of the page; WeasyPrint gives pixels from its head."""
    height = _object(pdf, figure["Pg"])["MediaBox"][3]
    left, top, right, bottom = (side * 0.75 for side in figure["A"]["BBox"])
    figure["A"]["BBox"][:] = (left, height - bottom, right, height - top)


def _list_owners(pdf: Any, root: Any) -> None:
    """Say for each piece of marked content which element of the tree holds it; none holds an ornament."""
    marked = dict(zip(pdf.page_references, _marked(pdf, root), strict=True))
    for owners in marked.values():
        owners[:] = [_NOTHING] * len(owners)
    for element in _elements(pdf, root):
        for kid in element["K"]:
            if isinstance(kid, int):
                marked[element["Pg"]][kid] = element.reference


def _marked(pdf: Any, root: Any) -> list[Any]:
    """For each page the owners of its marked content, by its number."""
    return list(_object(pdf, root["ParentTree"])["Nums"][1 : 2 * len(pdf.page_references) : 2])


def _hide_ornaments(pdf: Any, root: Any) -> None:
    """Mark as artefacts what no element of the tree holds, page by page."""
    for page, owners in zip(pdf.page_references, _marked(pdf, root), strict=True):
        hidden = {place for place, owner in enumerate(owners) if owner == _NOTHING}
        _hide(_object(pdf, _object(pdf, page)["Contents"]).stream, hidden)


def _hide(operations: list[Any], hidden: set[int]) -> None:
    """Turn the marked content with these numbers into artefacts. A mark is a tag, its properties and ``BDC``."""
    for at in range(2, len(operations) if hidden else 0):
        if operations[at] == b"BDC" and operations[at - 1].get("MCID") in hidden:
            del operations[at - 1]["MCID"]
            operations[at - 2] = _ARTIFACT


def _elements(pdf: Any, element: Any) -> Iterator[Any]:
    for kid in _kids(pdf, element):
        yield kid
        yield from _elements(pdf, kid)


def _kids(pdf: Any, element: Any) -> list[Any]:
    """The elements directly below; not the content itself, nor links to annotations."""
    below = [_object(pdf, kid) for kid in element["K"] if isinstance(kid, bytes)]
    return [kid for kid in below if kid.get("Type") == "/StructElem"]


def _set_kids(element: Any, kids: list[Any]) -> None:
    element["K"][:] = kids


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[_number(reference)]


def _number(reference: bytes) -> int:
    return int(reference.split()[0])
