"""Underlines and links that are put on a page when it is laid out: until then their words are part of plain text.

WeasyPrint lays out and draws each element within a line by itself. Underlined words, and links that look like the text
around them, took a fifth of the time of a page of 200 entries.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import partial
from typing import Any

_UNDERLINED, _LINK = "trigger", "plain"
"""The classes of the elements."""
_LOOKS = (
    ".trigger { font-weight: inherit; text-decoration: underline var(--mark) .5pt; text-underline-offset: .17em; }",
    ".plain { color: inherit; }",
    "--mark: #767676;",
)
"""What the shipped style sheets say of their look. A page whose styles say something else keeps the elements."""
_THICKNESS, _OFFSET, _COLOUR = 0.67, 0.17, 0x76 / 0xFF
"""Of an underline, in pixels, in parts of the size of type, and as a share of white."""

_VISIBLE = re.compile(r"\S")

Width = Callable[[Any, str], float]
"""How wide words are in the style of a text box."""
Linked = Callable[[Any], Any]
"""Makes the box of an element ``a`` around a text box."""


@dataclass(frozen=True, slots=True)
class LateMark:
    """Characters of the own text of an element, counted without blanks: a link to ``target``, or else an underline."""

    start: int
    end: int
    target: str = ""

    def within(self, text: str, places: list[int], at: int) -> tuple[int, int, str]:
        """The offsets of the mark in a text, and the target.

        ``places`` are the offsets of these characters in the text, which begins with the ``at``-th of them.
        """
        held = places[max(self.start - at, 0) : max(self.end - at, 0)]
        if not held:
            return 0, 0, self.target
        end = held[-1] + 1
        return held[0], end + text.startswith("\t", end), self.target  # what follows a tab begins at its stop


def taken_marks(page: Any, css: str) -> dict[Any, list[LateMark]]:
    """The marks in a tree of HTML by the elements whose text they lie in; their own elements become text.

    ``page`` is changed, unless ``css`` says anything else of these elements than the shipped styles do.
    """
    if not all(look in css and css.count(look.split()[0]) == 1 for look in _LOOKS):
        return {}
    return {parent: marks for parent in list(page.iter()) if len(parent) and (marks := _taken(parent))}


def _taken(parent: Any) -> list[LateMark]:
    marks, at, before = [], _count(parent.text), None
    for kid in list(parent):
        if not _is_late(parent, kid):
            at, before = at + _count(kid.tail), kid
            continue
        if (target := kid.get("href", "")) or kid.get("class") == _UNDERLINED:  # else a link to what is not printed
            marks.append(LateMark(at, at + _count(kid.text), target))
        added = (kid.text or "") + (kid.tail or "")
        parent.remove(kid)
        if before is None:
            parent.text = (parent.text or "") + added
        else:
            before.tail = (before.tail or "") + added
        at += _count(added)
    return marks


def _is_late(parent: Any, kid: Any) -> bool:
    # In a bdi, text may run from right to left. An address that is not ASCII is WeasyPrint's to encode.
    is_marked = kid.get("class") in (_UNDERLINED, _LINK) and not len(kid) and not kid.get("id")
    return is_marked and parent.tag != "bdi" and str(kid.get("href", "")).isascii()


def _count(text: str | None) -> int:
    """Characters that no layout takes away."""
    return len("".join((text or "").split()))


def put_marks(document: Any, marks: dict[Any, list[LateMark]], width: Width, linked: Linked) -> None:
    """Put the marks on a laid-out document of WeasyPrint, which is changed."""
    seen: dict[Any, int] = defaultdict(int)
    for page in document.pages if marks else ():
        underlines: list[tuple[float, float, float]] = []
        for parent, box in list(_texts(page._page_box, marks)):  # noqa: SLF001 nothing public has the boxes
            at, places = seen[box.element], [one.start() for one in _VISIBLE.finditer(box.text)]
            seen[box.element] += len(places)
            found = [mark.within(box.text, places, at) for mark in marks[box.element]]
            held = [one for one in found if one[1]]
            underlines += [_underline(box, width, start, end) for start, end, target in held if not target]
            if links := [one for one in held if one[2]]:
                _put_links(page, parent, box, links, width, linked)
        if underlines:
            page.paint = partial(_paint, page.paint, underlines)


def _texts(box: Any, marks: dict[Any, list[LateMark]]) -> Iterator[tuple[Any, Any]]:
    """The boxes of own text of these elements, each with the box that it lies in, in reading order."""
    for kid in box.children:
        if not hasattr(kid, "text"):
            yield from _texts(kid, marks)
        elif kid.element in marks and kid.element_tag == kid.element.tag:
            yield box, kid


def _underline(box: Any, width: Width, start: int, end: int) -> tuple[float, float, float]:
    """From where to where the line goes, and how far down."""
    left = box.position_x + (width(box, box.text[:start]) if start else 0)
    down = box.position_y + box.baseline + _OFFSET * box.style["font_size"]
    return left, box.position_x + width(box, box.text[:end]), down


def _paint(paint: Callable[..., None], lines: list[tuple[float, float, float]], stream: Any, scale: float = 1) -> None:
    """Paint a page, and then the lines, which are no content of it."""
    paint(stream, scale)
    with stream.stacked(), stream.artifact():
        stream.transform(a=scale, d=scale)
        stream.set_color_rgb(_COLOUR, _COLOUR, _COLOUR)
        for left, right, down in lines:
            stream.rectangle(left, down, right - left, _THICKNESS)
        stream.fill()


def _put_links(
    page: Any, parent: Any, box: Any, links: list[tuple[int, int, str]], width: Width, linked: Linked
) -> None:
    """Put pieces in place of a text box, some of them links, from left to right."""
    pieces, left, done = [], box.position_x, 0
    for start, end, target in (*links, (len(box.text), len(box.text), "")):
        for at, to in ((slice(done, start), ""), (slice(start, end), target)):
            if box.text[at]:
                piece = _piece(box, at, left, width)
                left += piece.width
                pieces.append(link_on(page, linked(piece), to) if to else piece)
        done = end
    own = parent.children.index(box)
    parent.children = [*parent.children[:own], *pieces, *parent.children[own + 1 :]]


def _piece(box: Any, at: slice, left: float, width: Width) -> Any:
    """A text box like this one, of this part of its words, that begins at ``left``. The last one has what is left."""
    words, is_last = box.text[at], at.stop == len(box.text)
    piece = box.copy_with_text(words)
    piece.pango_layout = copy(box.pango_layout)
    piece.pango_layout.text = words
    piece.position_x, piece.width = left, box.position_x + box.width - left if is_last else width(box, words)
    return piece


def link_on(page: Any, box: Any, target: str) -> Any:
    """The box of an element ``a``, from which a link on the page leads to ``target``."""
    kind = "internal" if target.startswith("#") else "external"
    x, y, width, height = box.hit_area()
    page.links.append((kind, target.removeprefix("#"), (x, y, x + width, y + height), box))
    return box
