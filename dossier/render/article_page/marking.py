"""Cut the text of an article where a mark begins or ends. Marks may overlap, and no character is lost."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from dossier.model import Span
from dossier.render.article_page.page_context import Block, Piece
from dossier.render.wording import prose
from dossier.text.segments import Segment, segments

_MAX_MARKS_IN_TITLE = 4
"""Marks whose reasons the title of a piece has, the innermost first. Set by hand; no measurement is recorded."""


class Layer(IntEnum):
    """What a mark stands for. Where marks with links overlap, the link of the lowest layer counts."""

    EVENT = 1
    ACTOR = 2
    REFUSED = 3
    TIME = 4
    CUE = 5
    QUOTATION = 6
    PASSAGE = 7
    CITED = 8
    JUDGED = 9


@dataclass(frozen=True, slots=True)
class TextMark:
    """An annotation of one span of the text.

    ``look`` holds CSS classes, ``code`` the sign at its end, ``link`` the anchor of its entry, ``title`` the reason.
    """

    span: Span
    layer: Layer
    look: str
    code: str = ""
    link: str = ""
    title: str = ""


def blocks(
    text: str, marks: Iterable[TextMark], places: Iterable[int], anchor: Callable[[int], str]
) -> tuple[Block, ...]:
    """The text in paragraphs and pieces.

    ``places`` are offsets at which a piece must begin, so that ``anchor`` can give it an anchor. The texts of the
    blocks together are the whole text, but for characters that no page can show (``prose.verbatim``).
    """
    paragraphs = _paragraphs(text)
    edges = [offset for paragraph in paragraphs for offset in (paragraph.start, paragraph.end)]
    pieces = list(_pieces(text, list(marks), {*edges, *places, 0, len(text)}, anchor))
    return tuple(_blocks(paragraphs, pieces))


def _paragraphs(text: str) -> list[Segment]:
    """The paragraphs and headings; the first one takes the white space before it."""
    first, *others = segments(text)
    return [Segment(0, first.end, first.heading), *others]


def _pieces(
    text: str, marks: list[TextMark], edges: set[int], anchor: Callable[[int], str]
) -> Iterator[tuple[int, Piece]]:
    """Each piece with the offset at which it begins."""
    starting: defaultdict[int, list[TextMark]] = defaultdict(list)
    for mark in marks:
        starting[mark.span.start].append(mark)
        edges |= {mark.span.start, mark.span.end}
    cuts = sorted(edge for edge in edges if edge <= len(text))
    active: list[TextMark] = []
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.span.end > start] + starting[start]
        yield start, _piece(text[start:end], end, active, anchor(start))


def _piece(text: str, end: int, active: Sequence[TextMark], anchor: str) -> Piece:
    inside_out = sorted(active, key=lambda mark: (mark.span.length, mark.layer))
    looks = {mark.layer: mark.look for mark in reversed(inside_out)}
    linked = min((mark for mark in inside_out if mark.link), key=lambda mark: mark.layer, default=None)
    return Piece(
        text=prose.verbatim(text),
        anchor=anchor,
        looks=" ".join(looks[layer] for layer in sorted(looks)),
        codes=" ".join(mark.code for mark in inside_out if mark.code and mark.span.end == end),
        link=linked.link if linked else "",
        title="; ".join(dict.fromkeys(mark.title for mark in inside_out[:_MAX_MARKS_IN_TITLE] if mark.title)),
    )


def _blocks(paragraphs: list[Segment], pieces: list[tuple[int, Piece]]) -> Iterator[Block]:
    starts = [start for start, _ in pieces]
    ends = [paragraph.start for paragraph in paragraphs[1:]]
    for paragraph, following in zip(paragraphs, [*ends, None], strict=True):
        first, last = bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end)
        after = len(pieces) if following is None else bisect_left(starts, following)
        inner = tuple(piece for _, piece in pieces[first:last])
        said = "".join(piece.text for piece in inner)
        yield Block(
            pieces=inner,
            gap=tuple(Piece(piece.text, piece.anchor) for _, piece in pieces[last:after]),
            is_heading=paragraph.heading,
            direction=prose.direction(said) if prose.is_bidi(said) else "",
        )
