"""A Markdown file, perhaps with front matter: one article."""

import json

from dossier.sources import markdown
from dossier.sources.reader import Reader, one_article

_MORE_JSON = ("{", "[", ",")


def _recognises(start: bytes) -> bool:
    """Whether it begins with front matter in JSON: an object, and then a text."""
    text = start.decode("utf-8-sig", "ignore")
    try:
        found, end = json.JSONDecoder().raw_decode(text) if text.startswith("{") else (None, 0)
    except (ValueError, RecursionError):
        return False
    rest = text[end:].lstrip()
    return isinstance(found, dict) and bool(rest) and not rest.startswith(_MORE_JSON)


MARKDOWN_FILE = Reader(
    name="Markdown", suffixes=(".md", ".markdown"), read=one_article(markdown.read), recognises=_recognises
)
