"""The notes at the right edge of entries, put on a page after it is laid out: no words flow around them.

As elements of the text they took a twentieth of the time of a page of 200 entries. The first one stays an element, and
the others take its look and its distance from the number of the entry.
"""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from dossier.render.pdf.late_marks import Linked, Width, link_on

_EDGE = "edge"
_LOOKS = (
    ".lines i, .lines b, .lines a { font: .82rem var(--sans); white-space: pre; tab-size: 26px; }",
    ".lines .edge { margin: 0 calc(-100% - 159px) 0 calc(100% + 8px); tab-size: 151px; }",
)
"""What the shipped style sheets say of them. A page whose styles say more of such an edge keeps the elements."""
_COLUMN_END = "\t"
_GAP = " "
"""Parts the notes from the words of the entry where the text is taken out of the PDF."""


@dataclass(frozen=True, slots=True)
class LateEdges:
    """Notes, words and target, by the elements of the numbers before them. ``first`` stays on the page."""

    notes: dict[Any, tuple[str, str]]
    first: Any = None


NO_EDGES = LateEdges({})
"""All notes stay on the page."""


def taken_edges(page: Any, css: str) -> LateEdges:
    """Take the notes at the edge out of a tree of HTML, but the first. None, if ``css`` says else of their look."""
    if not all(look in css for look in _LOOKS) or css.count(f".{_EDGE}") > 1:
        return NO_EDGES
    found = [(item, item[0], item[1]) for item in page.iter("li") if _begins_with_edge(item)]
    notes: dict[Any, tuple[str, str]] = {}
    for item, number, edge in found[1:]:
        notes[number] = (edge.text.removesuffix(_COLUMN_END) + _GAP, edge.get("href"))
        number.tail = edge.tail
        item.remove(edge)
    return LateEdges(notes, found[0][2] if found else None)


def _begins_with_edge(item: Any) -> bool:
    """Whether a number that ends its column begins this entry, and its notes follow, which are plain digits."""
    if len(item) < 2 or item[1].get("class") != _EDGE or item[0].tag != "b":
        return False
    number, edge = item[0], item[1]
    is_bare = not (item.text or number.tail or len(number) or len(edge) or edge.get("id"))
    return is_bare and number.text.endswith(_COLUMN_END) and edge.get("href", "").startswith("#")


def put_edges(document: Any, edges: LateEdges, width: Width, linked: Linked) -> bool:
    """Put the notes on a laid-out document of WeasyPrint, which is changed.

    False, and nothing is put, where the notes that they should look like were not laid out: a style sheet of the user
    may hide them.
    """
    if not edges.notes:
        return True
    places = [(page, *place) for page in document.pages for place in _numbers(page._page_box, edges)]  # noqa: SLF001
    likes = [(edge.children[0], number.position_x) for _, _, number, edge in places if edge]
    if not likes:
        return not places
    like, start = likes[0]
    left = dict(edges.notes)
    for page, line, number, _ in places:
        if note := left.pop(number.element, None):
            words, target = note
            box = _like(like, words, number.children[0], width)
            box.position_x = number.position_x + like.position_x - start
            at = line.children.index(number) + 1
            line.children = [*line.children[:at], link_on(page, linked(box), target), *line.children[at:]]
    return True


def _numbers(box: Any, edges: LateEdges) -> Iterator[tuple[Any, Any, Any]]:
    """The lines that begin with a number that has notes, the number, and the notes that stayed on the page."""
    for kid, after in zip_longest(box.children, box.children[1:]):
        if kid.element in edges.notes or (after and after.element is edges.first):
            yield box, kid, None if kid.element in edges.notes else after
        else:
            yield from _numbers(kid, edges)


def _like(box: Any, words: str, beside: Any, width: Width) -> Any:
    """A text box like this one, of other words, on the line of another text box."""
    made = box.copy_with_text(words)
    made.pango_layout = copy(box.pango_layout)
    made.pango_layout.text = words
    made.position_y = beside.position_y + beside.baseline - box.baseline
    made.width = width(box, words)
    return made
