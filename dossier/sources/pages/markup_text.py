"""Read markup that stands in a value, as in a line of JSON or an item of a feed: a text with tags, mostly no page."""

import html
import re

from dossier.sources.pages import page_opening
from dossier.sources.pages.embedded_posts import set_apart_posts

_BLOCK = r"(?:p|div|br|li|ul|ol|h[1-6]|table|tr|td|blockquote|section|article|figure)"
_TAG = re.compile(rf"</?{_BLOCK}(?:\s[^<>]*)?/?>", re.I)
_ESCAPED_TAG = re.compile(rf"&lt;/?{_BLOCK}(?:\s[^<>]{{0,300}}?)?/?&gt;", re.I)
_PAGE = re.compile(r"\s*(?:<!--(?s:.*?)-->\s*)?<(?:!doctype\s+html|html|head)\b", re.I)
_MIN_TAGS = 2
"""Tags of blocks that make a text markup; one may be what the text is about. Set by hand."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def is_page(text: str) -> bool:
    """Whether the text is a whole page of HTML."""
    return _PAGE.match(text) is not None


def text_of_markup(text: str) -> str:
    r"""The words in a text with tags of blocks, each block a paragraph; any other text as it is.

    >>> text_of_markup("<p>It ran <b>aground</b>.</p><p>Nobody was hurt.</p>")
    'It ran aground.\n\nNobody was hurt.'
    """
    if len(_ESCAPED_TAG.findall(text)) >= _MIN_TAGS and not _TAG.search(text):
        text = html.unescape(text)
    is_markup = len(_TAG.findall(text)) >= _MIN_TAGS or _TAG.match(text.lstrip()) is not None
    return (_words(text) or text) if is_markup else text


def _words(markup: str) -> str:
    import lxml.html  # takes time to load, and most feeds hold plain text

    tree = lxml.html.fromstring(f"<html><body>{_CONTROL.sub('', markup)}</body></html>")
    for deleted in list(tree.iter("del")):
        deleted.drop_tree()
    set_apart_posts(tree)
    return "\n\n".join(line.text for line in page_opening.all_lines(tree))
