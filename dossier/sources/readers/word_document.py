"""A document of Word (Office Open XML): one article.

Words that somebody deleted while changes were tracked are left out, those that somebody put in are read. Heads, feet,
footnotes and comments are not read.
"""

from collections.abc import Iterator

from dossier.sources.documents.document_archive import MAX_DOCUMENT_BYTES, opened
from dossier.sources.documents.document_properties import title_in_text
from dossier.sources.documents.document_xml import DocumentTags, parsed, text_of
from dossier.sources.draft import Draft
from dossier.sources.press.press_bundles import told_apart
from dossier.sources.reader import InputFile, Part, Reader, numbered

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAGS = DocumentTags(
    paragraphs=frozenset({f"{_W}p"}),
    rows=f"{_W}tr",
    cells=f"{_W}tc",
    words=f"{_W}t",
    signs={f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"},
    left_out=frozenset(
        {
            f"{_W}del",
            f"{_W}moveFrom",
            f"{_W}pPr",
            f"{_W}rPr",
            "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",  # the same words once more
        }
    ),
)


def _read(file: InputFile) -> Iterator[Part]:
    data = file.content(MAX_DOCUMENT_BYTES, "save it as plain text (.txt)")
    with opened(data, file) as archive:
        text = text_of(parsed(archive.member("word/document.xml")), _TAGS)
        yield from numbered(told_apart(Draft(text=text, title=title_in_text(archive, "docProps/core.xml", text))))


def _recognises(start: bytes) -> bool:
    return start.startswith(b"PK\x03\x04") and b"[Content_Types].xml" in start and b"word/" in start


WORD_DOCUMENT = Reader(name="a Word document", suffixes=(".docx",), read=_read, recognises=_recognises)
