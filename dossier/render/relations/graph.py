"""Draw who is tied to the subject: the subject in the middle, the others in a column on either side.

On a phone the subject stands on the left, and all others in one column.

The columns keep all names apart. Equal relations give equal bytes; every word is escaped, and nothing is fetched.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import hypot

from dossier.render.picture.text_width import text_width
from dossier.render.relations.relation_context import ActorRelation

_MIN_NODES = 3
"""Relations from which a drawing shows more than their table. Set by hand."""
_LANE = 25.0
"""CSS pixels: the height that each name has."""
_SIZE, _LINE = 9.5, 12.0
"""Pixels of the letters, and from one line of the subject's name to the next."""
_MAX_LINES = 3
"""Lines of the subject's name. Set by hand."""
_THINNEST, _STEP, _WIDEST = 0.9, 0.9, 5.4
"""Pixels of a line for one entry, for each further entry, and at most. Set by hand."""
_NUMBER_AT = 0.6
"""Share of the way from the subject to a name at which the number stands. Set by hand."""
_INK, _PAPER, _GREY = "#1f3a5f", "#ffffff", "#8f8f8f"
_FONT = "Source Sans Pro, Segoe UI, Helvetica Neue, Arial, sans-serif"
_CAPTION = (
    "The {} as a picture: the wider a line, the more entries; their number stands on it. An arrow leads from the one "
    "who acts."
)
_DASHED = " A dashed line: nothing of it is told as a fact."


@dataclass(frozen=True, slots=True)
class GraphFrame:
    """Pixels of a drawing: its width, that of a column of names, at most that of the subject, and where that stands."""

    width: float
    column: float
    subject: float
    middle: float

    @property
    def sides(self) -> int:
        """How many columns of names there are: one where the subject stands on the left."""
        return 2 if self.middle == self.width / 2 else 1


BROAD = GraphFrame(width=612.0, column=178.0, subject=150.0, middle=306.0)
"""As wide as the text on paper."""
SLIM = GraphFrame(width=340.0, column=160.0, subject=110.0, middle=56.0)
"""As wide as the text on a phone."""


@dataclass(frozen=True, slots=True)
class _Node:
    """A relation with the place of its name: where its text begins or ends, and on which side of the subject."""

    relation: ActorRelation
    is_left: bool
    x: float
    y: float


def graph(subject: str, relations: Sequence[ActorRelation], frame: GraphFrame = BROAD) -> tuple[str, str]:
    """The drawing as an ``svg`` element, and its caption; empty where the relations are few."""
    if len(relations) < _MIN_NODES:
        return "", ""
    rows = -(-len(relations) // frame.sides)
    height = max(rows * _LANE, _MAX_LINES * _LINE + 16)
    nodes = list(_nodes(relations, height, frame))
    caption = _CAPTION.format("relations" if len(relations) < 10 else "ten relations")
    if not all(one.is_fact for one in relations):
        caption += _DASHED
    lines = _wrapped(subject, frame.subject - 16)
    half = max(text_width(line, _SIZE, is_bold=True) for line in lines) / 2 + 8
    pieces = [
        *(piece for node in nodes for piece in _edge(node, frame.middle, height / 2, half)),
        *_box(lines, half, frame.middle, height / 2),
        *(_name(node, frame.column - 4) for node in nodes),
    ]
    title = f"{subject} and {', '.join(one.name for one in relations)}"
    return (
        f'<svg role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {frame.width:.0f} {height:.1f}" '
        f'font-family="{_FONT}"><title>{escape(title)}</title>{"".join(pieces)}</svg>'
    ), caption


def _nodes(relations: Sequence[ActorRelation], height: float, frame: GraphFrame) -> Iterator[_Node]:
    """The strongest at the top, by turns on the left and on the right where there are two sides."""
    sides = frame.sides
    for index, relation in enumerate(relations):
        is_left = sides == 2 and index % 2 == 0
        on_side = (len(relations) + sides - 1 - index % sides) // sides
        y = (height - on_side * _LANE) / 2 + (index // sides + 0.5) * _LANE
        yield _Node(relation, is_left, frame.column if is_left else frame.width - frame.column, y)


def _edge(node: _Node, centre: float, middle: float, half: float) -> Iterator[str]:
    """The line from the subject to a name, with its arrows and the number of entries on it."""
    relation, sign = node.relation, -1 if node.is_left else 1
    line = _Stroke(centre + sign * half, middle, node.x - sign * 5, node.y)
    width = min(_THINNEST + (len(relation.rows) - 1) * _STEP, _WIDEST)
    head = (5 + width) / line.length
    dash = "" if relation.is_fact else ' stroke-dasharray="3 2.5"'
    (x1, y1), (x2, y2) = line.at(head * relation.acts), line.at(1 - head * relation.undergoes)
    yield (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{_INK}" '
        f'stroke-width="{width:.1f}"{dash}/>'
    )
    if relation.acts:
        yield _arrow(line.at(0), line.at(head), 2.5 + width)
    if relation.undergoes:
        yield _arrow(line.at(1), line.at(1 - head), 2.5 + width)
    x, y = line.at(_NUMBER_AT)
    yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6.5" fill="{_PAPER}" stroke="{_GREY}" stroke-width=".6"/>'
    yield _text(x, y + 3, str(len(relation.rows)), "middle")


@dataclass(frozen=True, slots=True)
class _Stroke:
    """A straight line between two points."""

    x1: float
    y1: float
    x2: float
    y2: float

    @property
    def length(self) -> float:
        return hypot(self.x2 - self.x1, self.y2 - self.y1)

    def at(self, share: float) -> tuple[float, float]:
        """The point at this share of its way, 0 at the first end and 1 at the last."""
        return self.x1 + share * (self.x2 - self.x1), self.y1 + share * (self.y2 - self.y1)


def _arrow(tip: tuple[float, float], foot: tuple[float, float], half: float) -> str:
    """The head of an arrow: its tip, the middle of its foot, and half the width of the foot."""
    (x, y), (x0, y0) = tip, foot
    long = hypot(x - x0, y - y0)
    across_x, across_y = (y0 - y) / long * half, (x - x0) / long * half
    corners = ((x, y), (x0 + across_x, y0 + across_y), (x0 - across_x, y0 - across_y))
    return f'<path d="M{"L".join(f"{a:.1f},{b:.1f}" for a, b in corners)}Z" fill="{_INK}"/>'


def _box(lines: Sequence[str], half: float, centre: float, middle: float) -> Iterator[str]:
    """The box of the subject with its name."""
    high = len(lines) * _LINE + 8
    yield (
        f'<rect x="{centre - half:.1f}" y="{middle - high / 2:.1f}" width="{2 * half:.1f}" height="{high:.1f}" '
        f'rx="3" fill="{_PAPER}" stroke="{_INK}" stroke-width="1.1"/>'
    )
    top = middle - high / 2 + 4 + _SIZE
    for index, line in enumerate(lines):
        yield _text(centre, top + index * _LINE, line, "middle", ' font-weight="600"')


def _name(node: _Node, room: float) -> str:
    anchor = "end" if node.is_left else "start"
    return _text(node.x, node.y + 3, _fitted(node.relation.name, room), anchor)


def _text(x: float, y: float, words: str, anchor: str, style: str = "") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{_SIZE}" fill="{_INK}" text-anchor="{anchor}"{style}>'
        f"{escape(words)}</text>"
    )


def _wrapped(name: str, room: float) -> list[str]:
    """The name in lines of at most so many pixels; the last is cut where there is more."""
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(lines) < _MAX_LINES and text_width(longer, _SIZE, is_bold=True) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return [_fitted(line, room, is_bold=True) for line in lines]


def _fitted(words: str, width: float, is_bold: bool = False) -> str:
    """The words, cut with an ellipsis where they are wider than so many pixels."""
    if text_width(words, _SIZE, is_bold) <= width:
        return words
    kept = next(n for n in range(len(words) - 1, -1, -1) if text_width(words[:n] + "…", _SIZE, is_bold) <= width)
    return words[:kept].rstrip() + "…"
