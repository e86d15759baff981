"""What a page states about itself in its markup: date, address, title, author, publisher, language.

Nothing is made out from the looks of the page. Dates are not read with htmldate, which falls back on guesses
whatever its options: a month becomes a day (that of the machine's clock), and dates are taken from footers,
images, modification times and running text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dossier.model import When
from dossier.sources import jsonld, written_dates

# The tree is lxml's, which has no types.
Tree = Any

_PUBLISHED = (
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date_published",
    "publication_date",
    "published_time",
    "publish_date",
    "publishdate",
    "publish-date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dc:date",
    "dcterms.date",
    "dcterms.created",
    "date",
)
_TITLE = ("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title")
_AUTHOR = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author")
_PUBLISHER = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "citation_journal_title")
_TIME_CLASSES = frozenset({"published", "entry-date", "dt-published"})
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_WEB = re.compile(r"https?://\S+", re.I)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{4}\)(https?://\S+)\s*-->", re.I)


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page: ``meta`` is what its ``<meta>`` elements say, ``articles`` are those of its JSON-LD."""

    source: str
    tree: Tree
    meta: Mapping[str, list[str]]
    articles: list[dict[str, Any]]

    @classmethod
    def of(cls, source: str, tree: Tree) -> "Page":
        """The page with this source, parsed into this tree."""
        meta: dict[str, list[str]] = {}
        for element in tree.iter("meta"):
            key = (element.get("property") or element.get("name") or "").strip().lower()
            meta.setdefault(key, []).append(" ".join((element.get("content") or "").split()))
        scripts = (e for e in tree.iter("script") if (e.get("type") or "").strip().lower() == "application/ld+json")
        return cls(source, tree, meta, jsonld.articles([script.text or "" for script in scripts]))

    def said(self, keys: Iterable[str]) -> list[str]:
        """What ``<meta>`` says under the first of the keys that it says anything under."""
        found = ([text for text in self.meta.get(key, []) if text] for key in keys)
        return next(filter(None, found), [])

    def agreed(self, key: str) -> list[str]:
        """The names under that key of its JSON-LD articles, if there is one article or all say the same."""
        found = [jsonld.names(article.get(key)) for article in self.articles]
        return found[0] if found and all(names == found[0] for names in found) else []


def published(page: Page) -> When | None:
    """The publication date that the markup states; None where it states none, or several that differ.

    In this order: JSON-LD of an article, ``<meta>``, microdata and ``<time>``. Never the date of a change.
    """
    in_json = _only(str(article.get("datePublished", "")) for article in page.articles)
    in_meta = (_only(page.meta.get(key, [])) for key in _PUBLISHED)
    return in_json or next(filter(None, in_meta), None) or _only(_in_body(page.tree))


def url(page: Page) -> str | None:
    """The address the page gives as its own (canonical link, ``og:url``), else the one it was saved from."""
    links = (e for e in page.tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split())
    stated = [(link.get("href") or "").strip() for link in links] + page.said(["og:url"])
    saved = [match[1] for match in _SAVED_FROM.finditer(page.source[:4096])]
    return next(filter(_WEB.fullmatch, stated + saved), None)


def title(page: Page) -> str | None:
    """The title: as metadata have it, else the only ``<h1>`` if ``<title>`` begins with it, else ``<title>``.

    A title is text: "How <script> got its name" is one.
    """
    stated = page.said(_TITLE) or page.agreed("headline")
    return stated[0] if stated else _shown_title(page.tree)


def author(page: Page) -> str | None:
    """The authors that metadata name, with semicolons between them; a link to one is no name."""
    named = page.agreed("author") or page.said(_AUTHOR)
    return "; ".join(dict.fromkeys(name for name in named if not _WEB.match(name))) or None


def publisher(page: Page) -> str | None:
    """The publisher or site that the page names; the host in its address is none."""
    return next(iter(page.said(_PUBLISHER) + page.agreed("publisher")), None)


def language(page: Page) -> str | None:
    """The language tag of the page, as it stands there."""
    tag = (page.tree.get("lang") or "").strip()
    return tag if _LANGUAGE.fullmatch(tag) else None


def _shown_title(tree: Tree) -> str | None:
    titles, headings = (list(filter(None, map(_words, tree.iter(tag)))) for tag in ("title", "h1"))
    if len(headings) == 1 and (not titles or titles[0].startswith(headings[0])):
        return headings[0]
    return titles[0] if titles else None


def _in_body(tree: Tree) -> Iterator[str]:
    for element in tree.iter("meta", "time", "span"):
        is_microdata = (element.get("itemprop") or "").lower() == "datepublished"
        classes = set((element.get("class") or "").split())
        is_time = element.tag == "time" and ("pubdate" in element.attrib or classes & _TIME_CLASSES)
        if is_microdata or is_time:
            yield element.get("datetime") or element.get("content") or element.text or ""


def _words(element: Tree) -> str:
    return " ".join(element.text_content().split())


def _only(values: Iterable[str]) -> When | None:
    """The one date the values agree on."""
    found = {when for when in map(written_dates.stated, values) if when}
    return found.pop() if len(found) == 1 else None
