"""An article with its text, as the store keeps it."""

from typing import Any

import msgspec

from dossier.codec.shared_forms import JsonObject, PublishedForm
from dossier.model import Article, Published


class ArticleForm(JsonObject):
    """An article with its text, its publication date, and how the date is known."""

    ref: str
    title: str | None
    text: str
    published: PublishedForm
    url: str | None
    publisher: str | None
    author: str | None
    language: str | None
    reliability: str | None
    extra: dict[str, Any]


class _PublishedGlance(msgspec.Struct):
    published: PublishedForm


_FIELDS = ("ref", "title", "text", "url", "publisher", "author", "language", "reliability")
_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(ArticleForm)
_published = msgspec.json.Decoder(_PublishedGlance)


def encode_article(article: Article) -> bytes:
    """The article as one JSON object in UTF-8."""
    fields = {name: getattr(article, name) for name in _FIELDS}
    published = PublishedForm.of(article.published)
    return _encoder.encode(ArticleForm(**fields, published=published, extra=dict(article.extra)))


def decode_article(data: bytes) -> Article:
    """The article that ``encode_article`` wrote. Raises ValueError for anything else."""
    form = _decoder.decode(data)
    fields = {name: getattr(form, name) for name in _FIELDS}
    return Article(**fields, published=form.published.published(), extra=form.extra)


def decode_published(data: bytes) -> Published:
    """When the article that ``encode_article`` wrote was published; the rest is passed over.

    Raises ValueError for anything else.
    """
    return _published.decode(data).published.published()
