"""The posts of a live blog whose metadata list them (``LiveBlogPosting`` of schema.org): each has its own moment."""

from collections.abc import Iterator
from typing import Any

from dossier.sources.pages import jsonld, page_metadata
from dossier.sources.pages.markup_text import text_of_markup
from dossier.sources.pages.page_metadata import Page
from dossier.sources.pages.story import Story

_UPDATES = "liveBlogUpdate"


def posts(page: Page) -> list[Story]:
    """The posts in their order on the page; none where the page lists fewer than two with a text and a moment."""
    updates = [update for article in page.articles for update in _listed(article.get(_UPDATES))]
    found = list(_stories(updates))
    return found if len(found) > 1 else []


def _stories(updates: list[dict[str, Any]]) -> Iterator[Story]:
    for update in updates:
        text = text_of_markup(_string(update, "articleBody") or _string(update, "text")).strip()
        sign = page_metadata.sign(_string(update, "datePublished"))
        if text and sign and sign.when.known_day:
            names = "; ".join(jsonld.names(update.get("author")))
            yield Story(
                text=text,
                title=_string(update, "headline") or None,
                author=names or None,
                stated=(sign,),
                url=_string(update, "url") or None,
            )


def _string(update: dict[str, Any], key: str) -> str:
    value = update.get(key)
    return value if isinstance(value, str) else ""


def _listed(value: object) -> list[dict[str, Any]]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict)]
