"""The text of an article that a page holds as data alone, and shows only when its scripts run.

That is ``articleBody`` of its JSON-LD, or else a text with paragraphs among the values that its scripts are given. Of
those values one counts if it begins as the page describes itself: scripts hold much that is of other articles.
"""

import json
import re
from collections.abc import Iterator

from dossier.sources.draft import DraftNote
from dossier.sources.pages.described import openings, plain_words
from dossier.sources.pages.markup_text import text_of_markup
from dossier.sources.pages.page_metadata import Page

_STRING = re.compile(r'"(?:[^"\\]|\\.?)*+(?:"|\Z)', re.S)
_PARAGRAPH = re.compile(r"<p[\s>]", re.I)
_CLOSED_IN_BRACES = re.compile(r"\{/([\w-]+)\}")
"""A closing tag as scripts may write it, in which a real one would end the script."""
_MIN_PARAGRAPHS = 2
"""Paragraphs of the shortest text in a script. Set by hand."""
_MIN_CHARACTERS = 200
"""Characters of the shortest value that is looked into. Set by hand."""
_TIMES_LONGER = 1.25
"""How much longer an articleBody is that has more of the article. Set by hand; on six pages it was 0.97 to 1.05."""
_WORDS_OF_TEXT = 12
"""First words of the first long paragraph of a text, which its articleBody has, too. Set by hand."""
_WHOLE_IN_BODY = DraftNote("the page shows a part of the text; the whole was read from its articleBody")
_IN_BODY = DraftNote("the page shows another text or none; it was read from its articleBody")
_IN_SCRIPTS = DraftNote("the page shows another text or none; it was read from the data of its scripts")


def body_in_metadata(page: Page) -> str:
    """The longest ``articleBody`` of the JSON-LD articles, as text; blank where there is none."""
    bodies = [body for article in page.articles if isinstance(body := article.get("articleBody"), str)]
    return text_of_markup(max(bodies, key=len, default="")).strip()


def with_data(text: str, page: Page) -> tuple[str, tuple[DraftNote, ...]]:
    """The text of a page, or that which it holds as data where it shows another or none; and what is to be noted.

    The data count if they begin as the page describes itself and the text does not have that. trafilatura takes
    ``articleBody`` for a page that shows nothing, without its paragraphs.
    """
    described, shown = openings(page), plain_words(text)
    body = body_in_metadata(page)
    if body and (not text or ("\n" in body and shown == plain_words(body) and "\n" not in text)):
        return body, (_IN_BODY,)
    if not described or any(opening in shown for opening in described):
        return text, ()
    candidates = [(body, _IN_BODY), *((found, _IN_SCRIPTS) for found in _texts_in_scripts(page))]
    for found, note in sorted(candidates, key=lambda one: -len(one[0])):
        if len(found) > len(text) and plain_words(found).startswith(described):
            return found, (note,)
    return text, ()


def with_rest(text: str, page: Page) -> tuple[str, tuple[DraftNote, ...]]:
    """The text, or the ``articleBody`` in which it stands if that is much longer; and what is to be noted.

    The two are of one length, as a rule; what is missing then is folded away, or was lost.
    """
    body = body_in_metadata(page)
    if len(body) >= _TIMES_LONGER * len(text):
        beginnings = (plain_words(one).split()[:_WORDS_OF_TEXT] for one in text.split("\n\n"))
        first = next((" ".join(words) for words in beginnings if len(words) == _WORDS_OF_TEXT), "")
        if first and first in plain_words(body):
            return body, (_WHOLE_IN_BODY,)
    return text, ()


def _texts_in_scripts(page: Page) -> Iterator[str]:
    """The texts of several paragraphs among the values in the scripts of a page."""
    for script in page.tree.iter("script"):
        for match in _STRING.finditer(script.text or ""):
            markup = _CLOSED_IN_BRACES.sub(r"</\1>", _value(match[0]))
            if len(_PARAGRAPH.findall(markup)) >= _MIN_PARAGRAPHS:
                yield text_of_markup(markup)


def _value(literal: str) -> str:
    if len(literal) < _MIN_CHARACTERS:
        return ""
    try:
        return str(json.loads(literal, strict=False))
    except ValueError:
        return ""
