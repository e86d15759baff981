"""How a short document does without a last page on which little stands."""

from typing import Any

_LEAST = 0.4
"""Of the height of a sheet: less on the last page is not worth one. Set by hand."""
_MOST_PAGES = 8
"""A longer document takes long to lay out again. Set by hand."""
_SMALLER = 0.96
"""Type that is no smaller to the eye. With it, four of the six poor pages of the sample case went, A4 and Letter."""
_CLOSER = (
    "body { line-height: 1.38 !important } section { margin-top: 1.3rem !important }"
    " .lines > li { margin-bottom: .9mm !important }"
    " .evidences > li, .works > li { margin-bottom: .6mm !important; line-height: 1.25 !important }"
)
"""Less space between lines, and between what they form."""


def closer_rules(document: Any) -> str:
    """The CSS by which a laid-out document of WeasyPrint may lose its last page; empty where that page is worth it."""
    if not 1 < len(document.pages) <= _MOST_PAGES:
        return ""
    last = document.pages[-1]._page_box  # noqa: SLF001 nothing public tells how full a page is
    root = last.children[0]
    if root.margin_height() >= _LEAST * last.height:
        return ""
    return f"html {{ font-size: {root.style['font_size'] * _SMALLER:.3f}px !important }} {_CLOSER}"
