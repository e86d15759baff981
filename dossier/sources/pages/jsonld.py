"""Find the articles that a page describes in JSON-LD, by the vocabulary of schema.org."""

import json
import re
from collections.abc import Iterator
from typing import Any

_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report)$")
"""The end of each type of article: NewsArticle, BlogPosting, Report."""


def articles(texts: list[str]) -> list[dict[str, Any]]:
    """The articles at the top of these JSON texts or in ``@graph``. What is nested deeper (a comment) is left out."""
    return [item for text in texts for item in _top(_parsed(text)) if _is_article(item)]


def names(value: object) -> list[str]:
    """The names in a value: a text, an object with a name, or a list of either. Other values have none."""
    if isinstance(value, list):
        return [name for item in value for name in names(item) if not isinstance(item, list)]
    if isinstance(value, dict):
        value = value.get("name")
    plain = " ".join(value.split()) if isinstance(value, str) else ""
    return [plain] if plain else []


def _parsed(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _top(value: object) -> Iterator[dict[str, Any]]:
    for item in _listed(value):
        if isinstance(item, dict):
            yield item
            yield from (part for part in _listed(item.get("@graph")) if isinstance(part, dict))


def _is_article(item: dict[str, Any]) -> bool:
    return any(isinstance(kind, str) and _ARTICLE_TYPE.search(kind) for kind in _listed(item.get("@type")))


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
