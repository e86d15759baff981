"""Read files of feeds (RSS, RDF, Atom) with feedparser: each item is an article. Only this module imports it.

feedparser gets bytes and fetches nothing. Its own dates are not taken: it makes one of "03/04/2021".
"""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from dossier.model import Method
from dossier.sources import decode
from dossier.sources.dates import written_dates
from dossier.sources.dates.feed_dates import feed_date
from dossier.sources.dates.publication_signs import PublicationSign
from dossier.sources.draft import Draft, DraftNote
from dossier.sources.pages.markup_text import text_of_markup
from dossier.sources.records.record_lookup import WEB_ADDRESS
from dossier.sources.unreadable import Unreadable

_Entry = Any
"""A dictionary of feedparser, which has no types."""

_ENTITY = re.compile(rb"<!ENTITY", re.I)
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|\b(?:read|continue) (?:more|reading)\W*)\s*$", re.I)
_SIGNATURE = re.compile(r"\n\nThe post [^\n]+ (?:appeared first on|first appeared on) [^\n]+$")
"""What WordPress puts below each item."""
_MIN_WORDS_OF_WHOLE = 200
"""Words of the shortest summary that passes for a whole article. Set by hand."""
_OPENING = DraftNote(
    "an opening only: the feed has no more of it", "save the page itself as .html, and read that instead of the feed"
)
_BROKEN = DraftNote("the feed is broken XML; what could be read of it was read", "download it again")
_NO_WORDS = "an item without a word but its title"
_SAVE_PAGES = "save the pages that the feed lists as .html, and name their folder"


def read(data: bytes) -> list[Draft | Unreadable]:
    """The items of a feed in their order, each with its draft or the reason why there is none.

    Raises Unreadable when the bytes are no feed, or when the feed declares entities, which may be a trap.
    """
    found = _parsed(data)
    outcomes = [_outcome(entry, found.feed, found.version) for entry in found.entries]
    return list(_with_first_note(outcomes, _BROKEN)) if found.bozo and _is_broken(found) else outcomes


def links(data: bytes) -> list[str]:
    """The addresses of web pages that a feed lists, each once, in the order of its items; raises as ``read``."""
    listed = [str(entry.get("link") or "") for entry in _parsed(data).entries]
    return list(dict.fromkeys(link for link in listed if WEB_ADDRESS.fullmatch(link)))


def _parsed(data: bytes) -> Any:
    """The feed as feedparser has it; raises as ``read``."""
    decode.refuse_binary(data)
    if _ENTITY.search(data.replace(b"\0", b"")):
        raise Unreadable("a feed that declares entities of its own", "have them replaced: xmllint --noent FILE > NEW")
    import feedparser  # takes time to load, and few runs see a feed

    found = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not found.version:
        raise Unreadable("XML that is no feed", "save its text as .txt")
    if not found.entries:
        raise Unreadable("a feed without items")
    return found


def _is_broken(found: _Entry) -> bool:
    """Whether it is the XML that is wrong: feedparser also complains of declarations."""
    return type(found.bozo_exception).__name__ == "SAXParseException"


def _with_first_note(outcomes: list[Draft | Unreadable], note: DraftNote) -> Iterator[Draft | Unreadable]:
    is_told = False
    for outcome in outcomes:
        if isinstance(outcome, Draft) and not is_told:
            is_told = True
            yield replace(outcome, notes=(note, *outcome.notes))
        else:
            yield outcome


def _outcome(entry: _Entry, feed: _Entry, version: str) -> Draft | Unreadable:
    text, is_opening = _text(entry)
    if not text:
        return Unreadable(_NO_WORDS, _SAVE_PAGES)
    url = next(filter(WEB_ADDRESS.fullmatch, (entry.get("feedburner_origlink", ""), entry.get("link", ""))), None)
    draft = Draft(
        text=text,
        id=entry.get("id") if entry.get("id") != url else None,
        refs=(url,) if url else (),
        title=entry.get("title") or None,
        url=url,
        publisher=entry.get("source", {}).get("title") or feed.get("title") or None,
        author="; ".join(_authors(entry)) or None,
        page_language=feed.get("language") or entry.get("title_detail", {}).get("language"),
        notes=(_OPENING,) if is_opening else (),
    )
    return _dated(draft, entry, version)


def _text(entry: _Entry) -> tuple[str, bool]:
    """The text of an item, and whether it is an opening alone."""
    whole = max((_words(content.value) for content in entry.get("content", [])), key=len, default="")
    summary = _words(entry.get("summary", ""))
    text = whole if len(whole) >= len(summary) else summary
    is_whole = bool(whole) or len(text.split()) >= _MIN_WORDS_OF_WHOLE
    return text, not is_whole or _CUT_OFF.search(text) is not None


def _words(value: str) -> str:
    return _SIGNATURE.sub("", text_of_markup(value.strip()))


def _authors(entry: _Entry) -> Iterator[str]:
    named = chain(entry.get("authors", []), [entry.get("author_detail", {})])
    yield from dict.fromkeys(name for one in named if (name := one.get("name")) and "@" not in name)


def _dated(draft: Draft, entry: _Entry, version: str) -> Draft:
    """The draft with the date of the item; where only a change is dated, with the day by which it was published."""
    published, updated = entry.get("published"), dict.get(entry, "updated")
    if not published and version.startswith(("rss09", "rss10")):  # Dublin Core's date is that of the item
        published, updated = updated, None
    given = feed_date(published)
    if given:
        return replace(draft, given=given)
    when = feed_date(updated)
    if when and when.known_day:
        sign = PublicationSign.by(when.known_day, written_dates.moment_of(when), Method.METADATA)
        return replace(draft, stated=(sign,))
    unread = [value for value in (published, updated) if value]
    notes = [DraftNote(f"its date is {value[:40]!r}, which cannot be read") for value in unread]
    return replace(draft, notes=(*draft.notes, *notes))
