"""Rules for footnotes, which WeasyPrint has in its own style sheet, and which only a page with footnotes needs.

They give each element five styles for the numbers of notes that it does not have.
"""

import re

_RULE = re.compile(r"^::(?:foot)?note-\w+ {.*}$", re.MULTILINE)
_WORDS = ("footnote", "::note-")


def has_footnotes(page: str) -> bool:
    """Whether a page in HTML, or its CSS, may set notes at the foot of a page."""
    return any(word in page for word in _WORDS)


def without_footnotes(css: str) -> str:
    """A style sheet without its rules for the numbers of footnotes, each of which is a line.

    >>> without_footnotes("::footnote-call { content: counter(footnote) }")
    ''
    """
    return _RULE.sub("", css)
