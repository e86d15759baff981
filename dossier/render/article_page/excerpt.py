"""A place in an article: the paragraphs around it, with the place itself and all that was read there marked."""

from collections.abc import Callable
from dataclasses import replace

from dossier.model import Annotations, Article, Span
from dossier.render.article_page.mark_layers import marks
from dossier.render.article_page.marking import Layer, TextMark, blocks
from dossier.render.article_page.page_context import Block
from dossier.render.article_page.signs import signs
from dossier.text.segments import segments

_SHORT = 300
"""A paragraph of fewer characters gets the one before it too, so that a reader knows who "he" is. Set by hand."""


def excerpt(article: Article, annotations: Annotations, place: Span, link: Callable[[TextMark], str]) -> list[Block]:
    """The paragraphs that the place touches, and the one before; ``link`` gives the address behind a mark."""
    parts = segments(article.text)
    touched = [at for at, part in enumerate(parts) if part.start < place.end and place.start < part.end] or [0]
    first = max(touched[0] - 1, 0)
    start, end = parts[first].start, parts[touched[-1]].end
    if parts[touched[0]].end - parts[touched[0]].start < _SHORT and first > 0:
        first -= 1
        start = parts[first].start
    near = (
        mark for mark in marks(annotations, signs(annotations, 1), len(article.text)) if _is_shown(mark, start, end)
    )
    shown = [replace(mark, code="", link=link(mark) if mark.link else "") for mark in near]
    cited = TextMark(span=place, layer=Layer.CITED, look="cited")
    found = blocks(article.text, [*shown, cited], (), lambda _: "")
    return list(found[first : touched[-1] + 1])


def _is_shown(mark: TextMark, start: int, end: int) -> bool:
    """Whether the mark stands in the excerpt; that a passage tells no events says nothing of one place."""
    return mark.layer is not Layer.PASSAGE and mark.span.start < end and start < mark.span.end
