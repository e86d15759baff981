"""A PDF: one article, from its layer of text."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from dossier.sources.documents.pdf_lines import PdfLine, page_lines
from dossier.sources.documents.pdf_text import text_of_pages
from dossier.sources.draft import Draft, DraftNote
from dossier.sources.press.press_bundles import told_apart
from dossier.sources.reader import InputFile, Part, Reader, numbered
from dossier.sources.unreadable import Unreadable

MAX_PDF_BYTES = 64_000_000
"""Bytes of the largest PDF; its pictures are most of it. Set by hand."""
MAX_PAGES = 3_000
"""Pages of the longest PDF: a million characters are 400 pages. Set by hand."""
_TAKE_IT_OUT = "take its text out: pdftotext FILE.pdf FILE.txt"
_READ_IT = "have its words read: ocrmypdf FILE.pdf FILE-with-text.pdf"


def _recognises(start: bytes) -> bool:
    return start.lstrip().startswith(b"%PDF-")


def _read(file: InputFile) -> Iterator[Part]:
    yield from numbered(told_apart(_draft(file.content(MAX_PDF_BYTES, _TAKE_IT_OUT))))


def _draft(data: bytes) -> Draft:
    """The text of a PDF; ``extra`` has the offset of each page. Raises Unreadable when there is none."""
    document = _opened(data)
    pages: list[list[PdfLine]] = []
    lost: list[int] = []
    for number, page in enumerate(document.pages, start=1):
        try:
            pages.append(page_lines(page))
        except Unreadable:
            pages.append([])
            lost.append(number)
    text, starts = text_of_pages(pages)
    if not text and lost:
        raise Unreadable(f"its pages cannot be read: {', '.join(map(str, lost[:10]))}", _TAKE_IT_OUT)
    if not text:
        raise Unreadable("a scan: its pages are pictures, without a layer of text", _READ_IT)
    return Draft(
        text=text,
        title=_title(document, text),
        page_language=_language(document),
        extra={"pages": list(starts)},
        notes=tuple(_notes(pages, lost)),
    )


def _opened(data: bytes) -> Any:
    import pypdf  # takes time to load, and many runs see no PDF

    try:
        document = pypdf.PdfReader(BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            raise Unreadable("it is encrypted", "save it without its password: qpdf --decrypt FILE.pdf OTHER.pdf")
        count = len(document.pages)
    except Unreadable:
        raise
    except Exception as error:
        # a hostile file may make pypdf raise anything, which must not end the run
        what = f"it is damaged, or no PDF ({type(error).__name__})"
        raise Unreadable(what, f"get it again from where it came from, or {_TAKE_IT_OUT}") from error
    if count > MAX_PAGES:
        raise Unreadable(f"{count:,} pages, the most is {MAX_PAGES:,}", "split it into several files")
    return document


def _notes(pages: list[list[PdfLine]], lost: list[int]) -> Iterator[DraftNote]:
    if lost:
        yield DraftNote(f"pages that cannot be read: {', '.join(map(str, lost))}", _TAKE_IT_OUT)
    blank = [str(number) for number, page in enumerate(pages, start=1) if not page and number not in lost]
    if blank:
        yield DraftNote(f"pages without a layer of text, perhaps pictures: {', '.join(blank)}", _READ_IT)


def _title(document: Any, text: str) -> str | None:
    """The title of the document, if it stands in its text, too: many are names of files."""
    title = _stated(lambda: (document.metadata or {}).get("/Title"))
    return title if title and _words(title) in _words(text) else None


def _language(document: Any) -> str | None:
    return _stated(lambda: document.trailer["/Root"].get("/Lang"))


def _stated(look_up: Any) -> str | None:
    """What a part of the file says, None where it is missing or damaged."""
    try:
        found = look_up()
    except Exception:  # noqa: BLE001 - as above
        return None
    return str(found).strip() or None if found else None


def _words(text: str) -> str:
    return " ".join(text.casefold().split())


PDF_DOCUMENT = Reader(name="a PDF", suffixes=(".pdf",), read=_read, recognises=_recognises)
