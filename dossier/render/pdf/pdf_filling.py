"""How a document does without a last page on which little stands."""

from collections.abc import Iterator
from typing import Any

_LEAST = 0.4
"""Of the height of a sheet: less on the last page is not worth one. Set by hand."""
_MOST_PAGES = 20
"""A longer document takes long to lay out again. Set by hand."""
_SIZES = (1.0, 0.96, 0.93)
"""Of type, tried one after the other: 0.93 of ten points is no smaller than a newspaper's. Set by hand."""
_CLOSER = (
    "body { line-height: 1.38 !important } section { margin-top: 1.3rem !important }"
    " .lines > li { margin-bottom: .9mm !important }"
    " th, td { padding-top: .15rem !important; padding-bottom: .15rem !important }"
    " .evidences > li, .works > li { margin-bottom: .6mm !important; line-height: 1.25 !important }"
)
"""Less space between lines, and between what they form."""


def ends_poorly(document: Any) -> bool:
    """Whether a laid-out document of WeasyPrint has a last page that is not worth one, and is worth another try."""
    if not 1 < len(document.pages) <= _MOST_PAGES:
        return False
    last = document.pages[-1]._page_box  # noqa: SLF001 nothing public tells how full a page is
    return bool(last.children[0].margin_height() < _LEAST * last.height)


def closer_rules(document: Any) -> Iterator[str]:
    """The CSS by which a document may lose its last page, the gentlest first."""
    size = document.pages[-1]._page_box.children[0].style["font_size"]  # noqa: SLF001
    for share in _SIZES:
        yield f"html {{ font-size: {size * share:.3f}px !important }} {_CLOSER}"
