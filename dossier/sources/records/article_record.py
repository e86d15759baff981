"""Make a draft of an object that describes an article: a line of JSON, an entry of a list, front matter.

The keys of the own form go first; where one is missing, those by which other tools call it (``record_keys.toml``) are
taken, with a note. A value that cannot be read costs its part, not the article, and is noted too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dossier.sources.draft import Draft, DraftNote
from dossier.sources.pages import page_obstacles
from dossier.sources.pages.markup_text import is_page, text_of_markup
from dossier.sources.records.record_dates import record_date
from dossier.sources.records.record_lookup import FoundPart, found_parts, plain_key
from dossier.sources.records.record_parts import OWN_KEYS, record_parts
from dossier.sources.records.record_text import record_text
from dossier.sources.records.storable_text import storable_record
from dossier.sources.unreadable import Unreadable

_ADVICE = 'write one object a line: {"text": "…"}'
_SAVE_PAGES = "save the pages that it lists as .html, and name their folder"
_OPENING = DraftNote("an opening only: the whole text is not there", _SAVE_PAGES)


def draft_of_object(record: Mapping[str, object]) -> Draft:
    """The draft of an object that holds an article, its text included.

    Raises Unreadable when the object has no text, or a text that cannot be kept.
    """
    record, mended = storable_record(record)
    found = record_text(record)
    if found is None:
        raise _no_text(record)
    about = {key: value for key, value in record.items() if (key,) != found.part.keys}
    is_usual = plain_key(found.part.place) == "text"
    draft = _draft(about, text_of_markup(found.text), {} if is_usual else {"text": found.part}, by_url=True)
    if is_page(found.text):
        draft = _with_page(draft, found.text)
    page_obstacles.refuse_no_article(draft.text, draft.title)
    is_opening = found.is_opening or page_obstacles.is_opening(draft.text)
    return replace(draft, notes=(*([_OPENING] if is_opening else []), *mended, *draft.notes))


def draft_from_record(record: Mapping[str, object], text: str, *, by_url: bool) -> Draft:
    """The draft of a text that ``record`` describes; what is no part of an article is kept as ``extra``.

    ``by_url`` says whether the URL can be the ref of an article without an id.
    """
    record, mended = storable_record(record)
    draft = _draft(record, text, {}, by_url=by_url)
    return replace(draft, notes=(*mended, *draft.notes))


def _draft(record: Mapping[str, object], text: str, places: Mapping[str, FoundPart], *, by_url: bool) -> Draft:
    parts, found = record_parts(record), record_date(record)
    used = {**places, **parts.places, **({"published": found.part} if found.part else {})}
    taken = {"published", *OWN_KEYS, *(part.keys[0] for part in used.values() if len(part.keys) == 1)}
    id_, url = parts.values.get("id"), parts.values.get("url")
    own_id = id_ if id_ and used["id"].keys == ("id",) else None
    return Draft(
        text=text,
        id=id_,
        refs=tuple(ref for ref in (own_id, url if by_url else None) if ref),
        title=parts.values.get("title"),
        given=found.given,
        stated=found.stated,
        url=url,
        publisher=parts.values.get("publisher"),
        author=parts.values.get("author"),
        language=parts.values.get("language"),
        reliability=parts.values.get("reliability"),
        extra={key: value for key, value in record.items() if key not in taken},
        notes=(*_other_keys(used), *parts.notes, *found.notes),
    )


def _with_page(draft: Draft, page: str) -> Draft:
    """The draft with the main text of a page of HTML, and with what the page says where the record says nothing."""
    from dossier.sources.pages import html  # takes time to load

    read = html.read(page.encode())[0]
    return replace(
        draft,
        text=read.text,
        title=draft.title or read.title,
        stated=draft.stated or read.stated,
        opening=read.opening,
        url=draft.url or read.url,
        publisher=draft.publisher or read.publisher,
        author=draft.author or read.author,
        page_language=read.page_language,
        notes=(*draft.notes, *read.notes),
    )


def _other_keys(used: Mapping[str, FoundPart]) -> Iterator[DraftNote]:
    """A note of the parts that were found under keys of other tools."""
    others = [f'"{part.place}" as {name}' for name, part in used.items() if part.keys != (name,)]
    if others:
        yield DraftNote(f"read under other keys: {', '.join(others)}", is_once=True)


def _no_text(record: Mapping[str, object]) -> Unreadable:
    texts = [part.value for part in found_parts(record, "text")]
    if "text" in record and not texts:
        return Unreadable('its "text" is empty')
    if texts:
        return Unreadable('its "text" is no text', _ADVICE)
    if any(found_parts(record, "title headline")) and any(found_parts(record, "url link")):
        return Unreadable('it has no "text": a title and an address alone', _SAVE_PAGES)
    return Unreadable('it has no "text"', _ADVICE)
