"""A text of LibreOffice (OpenDocument): one article. Notes, comments and what was deleted are not read."""

from collections.abc import Iterator

from dossier.sources.documents.document_archive import MAX_DOCUMENT_BYTES, opened
from dossier.sources.documents.document_properties import title_in_text
from dossier.sources.documents.document_xml import DocumentTags, parsed, text_of
from dossier.sources.draft import Draft
from dossier.sources.press.press_bundles import told_apart
from dossier.sources.reader import InputFile, Part, Reader, numbered
from dossier.sources.unreadable import Unreadable

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MIME_TYPE = b"mimetypeapplication/vnd.oasis.opendocument.text"
_TAGS = DocumentTags(
    paragraphs=frozenset({f"{_TEXT}p", f"{_TEXT}h"}),
    rows=f"{_TABLE}table-row",
    cells=f"{_TABLE}table-cell",
    signs={f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"},
    left_out=frozenset({f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation"}),
)


def _recognises(start: bytes) -> bool:
    return start.startswith(b"PK\x03\x04") and _MIME_TYPE in start


def _read(file: InputFile) -> Iterator[Part]:
    data = file.content(MAX_DOCUMENT_BYTES, "save it as plain text (.txt)")
    with opened(data, file) as archive:
        body = parsed(archive.member("content.xml")).find(f".//{_OFFICE}text")
        if body is None:
            raise Unreadable("no text of a word processor", "save what it says as plain text (.txt)")
        text = text_of(body, _TAGS)
        yield from numbered(told_apart(Draft(text=text, title=title_in_text(archive, "meta.xml", text))))


OPEN_DOCUMENT = Reader(name="an OpenDocument text", suffixes=(".odt",), read=_read, recognises=_recognises)
