"""An e-book (EPUB): each chapter is an article. The date of the book is that of each chapter."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from dossier.sources.dates.feed_dates import feed_date
from dossier.sources.documents.document_archive import MAX_DOCUMENT_BYTES, DocumentArchive, opened
from dossier.sources.documents.document_xml import Element, parsed
from dossier.sources.draft import Draft
from dossier.sources.member_names import shown_name
from dossier.sources.reader import InputFile, Part, Reader
from dossier.sources.unreadable import Unreadable

_DC = "{http://purl.org/dc/elements/1.1/}"
_OPF = "{http://www.idpf.org/2007/opf}"
_MIME_TYPE = b"mimetypeapplication/epub+zip"
_CONTAINER = "META-INF/container.xml"
_ROOT_FILE = ".//{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
_TAKE_IT_OUT = "take its text out: pandoc FILE -t plain -o FILE.txt"


def _recognises(start: bytes) -> bool:
    return start.startswith(b"PK\x03\x04") and _MIME_TYPE in start


def _read(file: InputFile) -> Iterator[Part]:
    with opened(file.content(MAX_DOCUMENT_BYTES, _TAKE_IT_OUT), file) as archive:
        root = parsed(archive.member(_CONTAINER)).find(_ROOT_FILE)
        if root is None:
            raise Unreadable("it does not say where its chapters are", _TAKE_IT_OUT)
        path = root.get("full-path") or ""
        book = parsed(archive.member(path))
        for name in _chapters(book, posixpath.dirname(path)):
            yield Part(_chapter(archive, name, book), f"/{shown_name(name)}")


def _chapters(book: Element, folder: str) -> Iterator[str]:
    """The names of the members with the chapters, in reading order (EPUB 3.3, 5.7)."""
    items = {item.get("id"): item.get("href") or "" for item in book.iter(f"{_OPF}item")}
    for reference in book.iter(f"{_OPF}itemref"):
        if href := items.get(reference.get("idref")):
            yield posixpath.normpath(posixpath.join(folder, unquote(href)))


def _chapter(archive: DocumentArchive, name: str, book: Element) -> Draft | Unreadable:
    from dossier.sources import decode
    from dossier.sources.pages import html  # takes time to load

    try:
        source = decode.page(archive.member(name))
        text = decode.refuse_blank(html.whole_text(source))
    except Unreadable as problem:
        return problem
    return Draft(
        text=text,
        given=feed_date(_stated(book, "date")),
        publisher=_stated(book, "publisher") or _stated(book, "title"),
        author=_stated(book, "creator"),
        page_language=_stated(book, "language"),
    )


def _stated(book: Element, key: str) -> str | None:
    """What the book says of itself under a term of Dublin Core, where it says it once."""
    values = [" ".join((one.text or "").split()) for one in book.iter(f"{_DC}{key}")]
    return values[0] or None if len(values) == 1 else None


E_BOOK = Reader(name="an e-book", suffixes=(".epub",), read=_read, recognises=_recognises)
