"""Read the metadata in the markup of a page: date, address, title, author, publisher, language.

Nothing is inferred from the layout of the page. htmldate is not used for dates, since it guesses whatever its options:
it makes a month a day (that of the machine's clock), and takes dates from footers, images, modification times and text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dossier.model import Method
from dossier.sources.dates import written_dates
from dossier.sources.dates.publication_signs import PublicationSign
from dossier.sources.pages import jsonld
from dossier.sources.pages.saving_note import archived, saved_at, saved_from
from dossier.text.word_lists import word_tables

Tree = Any
"""A tree of lxml, which has no types."""

_KEYS = word_tables("dossier.sources.pages", "page_keys.toml")
_EXACT_KEYS, _VAGUE_KEYS, _UPDATE_KEYS = (_KEYS["dates"][name].split() for name in ("exact", "vague", "update"))
_TITLE_KEYS, _AUTHOR_KEYS, _PUBLISHER_KEYS = (_KEYS["parts"][name].split() for name in ("title", "author", "publisher"))
_SITE_KEYS = _KEYS["parts"]["of_the_site"].split()
_PUBLISHER_PROPERTIES = frozenset({"publisher", "sourceorganization"})
_NAME_OF_ITEM = "descendant-or-self::*[@itemprop='name']"
_PUBLISHED_CLASSES = frozenset({"published", "entry-date", "dt-published"})
_UPDATED_CLASSES = frozenset({"updated", "dt-updated", "modified"})
_TAGS_OF_TIMES = ("time", "span", "p", "div")
_WORDS_OF_PUBLICATION = frozenset(("date", "post", "entry"))
_CLASS_WORD = re.compile(r"[a-z]+")
_MAX_TIME_CHARACTERS = 80
"""Characters of the longest line that is a time with its words. Set by hand."""
_BEFORE_SITE = re.compile(r"(.*\S)\s+[|–—-]\s+(\S+(?:\s\S+){0,4})")
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_WEB_ADDRESS = re.compile(r"https?://\S+", re.I)


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page, with the contents of its ``<meta>`` elements by name, and the ``articles`` of its JSON-LD."""

    source: str
    tree: Tree
    meta: Mapping[str, list[str]]
    articles: list[dict[str, Any]]

    @classmethod
    def of(cls, source: str, tree: Tree) -> "Page":
        """The page with this source, which has been parsed into this tree."""
        meta: dict[str, list[str]] = {}
        for element in tree.iter("meta"):
            key = (element.get("property") or element.get("name") or "").strip().lower()
            meta.setdefault(key, []).append(" ".join((element.get("content") or "").split()))
        scripts = (e for e in tree.iter("script") if (e.get("type") or "").strip().lower() == "application/ld+json")
        return cls(source, tree, meta, jsonld.articles([script.text or "" for script in scripts]))

    def meta_values(self, keys: Iterable[str]) -> list[str]:
        """The contents of ``<meta>`` under the first key that has any."""
        found = ([text for text in self.meta.get(key, []) if text] for key in keys)
        return next(filter(None, found), [])

    def agreed_names(self, key: str) -> list[str]:
        """The names under a key of the JSON-LD articles, if all articles have the same; else none."""
        found = [jsonld.names(article.get(key)) for article in self.articles]
        return found[0] if found and all(names == found[0] for names in found) else []


def publication_signs(page: Page) -> tuple[PublicationSign, ...]:
    """The publication dates in the markup: from JSON-LD, ``<meta>``, microdata and ``<time>``; else a change.

    Where one of these has dates that contradict each other, it does not count. A change, and the moment at which a
    reader or an archive saved the page, tell only by which day it had been published.
    """
    found = filter(None, (_in_json(page, "datePublished"), *_in_meta(page, _EXACT_KEYS), _in_body(page, "published")))
    stated = tuple(found) or tuple(filter(None, _in_meta(page, _VAGUE_KEYS)))[:1] or _change(page)
    copied = [moment for _, moment in map(archived, _own_addresses(page)) if moment]
    saved = saved_at(page.source) or min(copied, default=None)
    return (*stated, PublicationSign.there_at(saved, Method.METADATA)) if saved else stated


def url(page: Page) -> str | None:
    """The address that the page gives as its own (canonical link, ``og:url``), else the one from which it was saved.

    Of a copy in an archive of the web it is the address of the page.
    """
    return next((address for address, _ in map(archived, _own_addresses(page))), None)


def _own_addresses(page: Page) -> list[str]:
    links = (e for e in page.tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split())
    stated = [(link.get("href") or "").strip() for link in links] + page.meta_values(["og:url"])
    return list(filter(_WEB_ADDRESS.fullmatch, stated + saved_from(page.source)))


def title(page: Page) -> str | None:
    """The title: from ``<meta>`` or JSON-LD, else the ``<h1>`` or ``<title>`` that readers see.

    The ``<h1>`` counts if it is the only one, and ``<title>`` begins with it or is missing; so it does where the title
    in the metadata is the same with a mark and other words behind it. The name of the site behind a mark is left out.

    It is text, not markup: "How <script> got its name" stays as it is.
    """
    stated, shown = page.meta_values(_TITLE_KEYS) or page.agreed_names("headline"), _shown_title(page.tree)
    if not stated:
        return shown
    is_with_site = shown is not None and re.match(rf"{re.escape(shown)}\s+[|–—-]\s", stated[0])
    return shown if is_with_site else _without_site(stated[0], publisher(page) or "")


def author(page: Page) -> str | None:
    """The authors in the metadata, with semicolons between them. A web address is no name."""
    named = page.agreed_names("author") or page.meta_values(_AUTHOR_KEYS)
    return "; ".join(dict.fromkeys(name for name in named if not _WEB_ADDRESS.match(name))) or None


def publisher(page: Page) -> str | None:
    """The publisher or site in the metadata, else None: the host in the address is not taken."""
    stated = page.meta_values(_PUBLISHER_KEYS) + page.agreed_names("publisher")
    return next(iter(stated + _publishers_in_body(page) + page.meta_values(_SITE_KEYS)), None)


def language(page: Page) -> str | None:
    """The language tag of the page as it is written; None where it is no tag."""
    tag = (page.tree.get("lang") or "").strip()
    return tag if _LANGUAGE_TAG.fullmatch(tag) else None


def sign(value: str) -> PublicationSign | None:
    """The publication date that a value in markup states, if it states one."""
    when = written_dates.stated(value)
    if when is None:
        return None
    day, moment = when.known_day, written_dates.moment(value)
    return PublicationSign.at(day, moment, Method.METADATA) if day else PublicationSign.of(when, Method.METADATA)


def is_of_update(element: Tree) -> bool:
    """Whether the page marks a line as the time of a change, and not of the publication, too.

    "updated" beside "post-date" marks a publication: old forms of marking demanded it.
    """
    names = (element.get("class") or "").split()
    label = f"{element.get('aria-label') or ''} {element.get('title') or ''}".lower()
    is_marked = element.tag in _TAGS_OF_TIMES and (names or element.get("itemprop") or label.strip())
    if not is_marked or len(words_of(element)) > _MAX_TIME_CHARACTERS:
        return False
    is_labelled = not _UPDATED_CLASSES.isdisjoint(_CLASS_WORD.findall(label))
    if is_labelled or (element.get("itemprop") or "").lower() == "datemodified":
        return True
    words = [frozenset(_CLASS_WORD.findall(name.lower())) for name in names]
    of_update = [found for found in words if found & _UPDATED_CLASSES]
    beside = frozenset[str]().union(*(found for found in words if not found & _UPDATED_CLASSES))
    is_plain = any(len(found) > 1 for found in of_update) or beside.isdisjoint(_WORDS_OF_PUBLICATION)
    return bool(of_update) and is_plain and _PUBLISHED_CLASSES.isdisjoint(names)


def words_of(element: Tree) -> str:
    """The text in an element, with single spaces."""
    return " ".join(element.text_content().split())


def _without_site(title: str, site: str) -> str:
    """The title without what stands behind its last mark, if the name of the site begins it ("… | Coast Politics")."""
    parts = _BEFORE_SITE.fullmatch(title)
    return parts[1] if parts and site and parts[2].casefold().startswith(site.casefold()) else title


def _publishers_in_body(page: Page) -> list[str]:
    """The names that microdata give the publisher, if they agree."""
    marked = (one for one in page.tree.iter() if isinstance(one.tag, str) and _PUBLISHER_PROPERTIES & _properties(one))
    names = dict.fromkeys(one.get("content") or words_of(one) for item in marked for one in item.xpath(_NAME_OF_ITEM))
    return list(filter(None, names)) if len(names) == 1 else []


def _properties(element: Tree) -> set[str]:
    return set((element.get("itemprop") or "").lower().split())


def _shown_title(tree: Tree) -> str | None:
    titles, headings = (list(filter(None, map(words_of, tree.iter(tag)))) for tag in ("title", "h1"))
    if len(headings) == 1 and (not titles or titles[0].startswith(headings[0])):
        return headings[0]
    return titles[0] if titles else None


def _change(page: Page) -> tuple[PublicationSign, ...]:
    """The first change that the markup names."""
    places = (_in_json(page, "dateModified"), *_in_meta(page, _UPDATE_KEYS), _in_body(page, "modified"))
    days = [sign.when.known_day for sign in places if sign and sign.when.known_day]
    return (PublicationSign.by(min(days), None, Method.METADATA),) if days else ()


def _in_json(page: Page, key: str) -> PublicationSign | None:
    return _only(str(article.get(key, "")) for article in page.articles)


def _in_meta(page: Page, keys: Iterable[str]) -> Iterator[PublicationSign | None]:
    return (_only(page.meta.get(key, [])) for key in keys)


def _in_body(page: Page, what: str) -> PublicationSign | None:
    return _only(_times(page.tree, f"date{what}", _PUBLISHED_CLASSES if what == "published" else _UPDATED_CLASSES))


def _times(tree: Tree, property_: str, classes_of_times: frozenset[str]) -> Iterator[str]:
    for element in tree.iter("meta", "time", "span"):
        is_microdata = (element.get("itemprop") or "").lower() == property_
        classes = set((element.get("class") or "").split())
        is_marked = "pubdate" in element.attrib and property_ == "datepublished"
        if is_microdata or (element.tag == "time" and (is_marked or classes & classes_of_times)):
            yield element.get("datetime") or element.get("content") or element.text or ""


def _only(values: Iterable[str]) -> PublicationSign | None:
    """The date among the values, the firmest if several agree; None where there is none, or two contradict."""
    signs = [found for found in map(sign, values) if found]
    if not signs or not all(found.agrees_with(signs[0]) for found in signs):
        return None
    return max(signs, key=lambda found: found.definiteness)
