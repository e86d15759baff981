"""PDFs, documents of word processors, e-books and tables, from files that other programs wrote."""

import csv
import io
import re
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import product
from pathlib import Path
from shutil import which

import docx
import odfdo
import openpyxl
import pypdf
import pytest
import weasyprint

from dossier.model import Article, Method, Skipped
from dossier.sources import read
from dossier.sources.documents.pdf_lines import PdfLine
from dossier.sources.documents.pdf_text import text_of_pages
from tests.sources.shown import shown

HEAD = "Port chief held over missing cranes"
FIRST = "Omar Haddad was arrested in Tunis on Monday, police said."
SECOND = "The Maritime Bank had dismissed him in 2019."
PARAGRAPHS = [
    f"{name} Haddad was the first officer of the port to say that cranes were missing. {name} told police in Tunis so."
    for name in map(
        "".join, product(("Ada", "Omar", "Lena", "Nadia"), ("", " Aziz", " Brandt", " Ferchichi", " Marsh"))
    )
]
PAGE = f"""<html lang=en><head><title>{HEAD}</title><style>
@page {{ size: A5; margin: 2cm; @top-center {{ content: "THE HARBOUR HERALD, 19 MARCH 2025" }}
  @bottom-center {{ content: "Page " counter(page) }} }}
p {{ margin: 0; text-indent: 1em; hyphens: auto; text-align: justify }}</style></head>
<body><h1>{HEAD}</h1>{"".join(f"<p>{words}</p>" for words in PARAGRAPHS)}</body></html>"""


def article(folder: Path, name: str, data: bytes) -> Article:
    """The one article of a file; notes beside it are passed over."""
    (found,) = (item for item in shown(folder, name, data) if isinstance(item, Article))
    return found


def word_document() -> bytes:
    """A document with a table and a title, by python-docx."""
    document = docx.Document()
    document.core_properties.title = HEAD
    document.add_heading(HEAD, 0)
    document.add_paragraph(FIRST)
    row = document.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "Cranes", "none"
    document.add_paragraph(SECOND)
    return saved(document.save)


def open_document() -> bytes:
    """The same, by odfdo."""
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Header(1, HEAD))
    for words in (FIRST, SECOND):
        document.body.append(odfdo.Paragraph(words))
    return saved(document.save)


def rich_text() -> bytes:
    """The same with curly quotes and a letter beyond the code page, as word processors write them."""
    return rf"{{\rtf1\ansi\ansicpg1252{{\fonttbl{{\f0 Times;}}}}{HEAD}\par {FIRST}\par \'93{SECOND}\'94\par}}".encode()


def e_book() -> bytes:
    """A book of two chapters, packed as EPUB 3 asks for."""
    container = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
    book = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0">
<metadata><dc:title>Cranes</dc:title><dc:publisher>Harbour Press</dc:publisher>
<dc:date>2025-03-19</dc:date><dc:language>en</dc:language>
</metadata><manifest><item id="a" href="text/one.xhtml"/><item id="b" href="text/two%20b.xhtml"/></manifest>
<spine><itemref idref="b"/><itemref idref="a"/></spine></package>"""
    chapter = '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{}</p></body></html>'
    members = {
        "META-INF/container.xml": container,
        "OEBPS/book.opf": book,
        "OEBPS/text/one.xhtml": chapter.format(FIRST),
        "OEBPS/text/two b.xhtml": chapter.format(SECOND),
    }
    return zipped({"mimetype": "application/epub+zip", **members})


def workbook() -> bytes:
    """Two sheets, one with articles, by openpyxl."""
    book = openpyxl.Workbook()
    book.active.append(["Headline", "Body", "Date", "Source"])
    book.active.append([HEAD, FIRST, datetime(2025, 3, 19), "Harbour Herald"])
    book.create_sheet("Notes").append(["Who", "What"])
    return saved(book.save)


def table(separator: str) -> bytes:
    """Two rows of articles, by Python's csv."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator)
    writer.writerows([["title", "text", "date"], [HEAD, f"{FIRST}\n\n{SECOND}", "2025-03-19"], ["", SECOND, ""]])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    """What a library writes into a stream."""
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive with these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "text", "title"),
    [
        ("a.docx", word_document(), f"{HEAD}\n\n{FIRST}\n\nCranes | none\n\n{SECOND}", HEAD),
        ("a", word_document(), f"{HEAD}\n\n{FIRST}\n\nCranes | none\n\n{SECOND}", HEAD),
        ("a.odt", open_document(), f"{HEAD}\n\n{FIRST}\n\n{SECOND}", None),
        ("a.rtf", rich_text(), f"{HEAD}\n\n{FIRST}\n\n“{SECOND}”", None),
    ],
    ids=["Word", "Word without an ending", "OpenDocument", "Rich Text"],
)
def test_a_document_is_one_article(name: str, data: bytes, text: str, title: str | None, tmp_path: Path) -> None:
    found = article(tmp_path, name, data)
    assert (found.text, found.title, found.published.method) == (text, title, Method.UNKNOWN)


def test_words_deleted_while_changes_were_tracked_are_not_read(tmp_path: Path) -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = (
        "<w:p><w:r><w:t>Haddad was </w:t></w:r><w:del><w:r><w:delText>killed</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>arrested</w:t></w:r></w:ins><w:r><w:noBreakHyphen/><w:t>twice.</w:t><w:br/></w:r></w:p>"
    )
    document = f"<w:document {w}><w:body>{body}</w:body></w:document>"
    data = zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document})
    assert article(tmp_path, "a.docx", data).text == "Haddad was arrested-twice."


def test_a_bundle_of_a_press_database_is_its_articles_in_a_document_too(tmp_path: Path) -> None:
    document = docx.Document()
    for row in (Path(__file__).parent / "bundles" / "nexis_ended.txt").read_text("utf-8").split("\n"):
        document.add_paragraph(row)
    found = [one for one in shown(tmp_path, "a.docx", saved(document.save)) if isinstance(one, Article)]
    assert [one.published.when and one.published.when.edtf for one in found] == ["2021-03-16", "2021-04"]


def test_a_cell_far_away_costs_no_time(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["text"])
    book.active.append([FIRST])
    book.active["XFD1048576"] = " "
    assert article(tmp_path, "a.xlsx", saved(book.save)).text == FIRST


def test_each_chapter_of_a_book_is_an_article_of_its_day(tmp_path: Path) -> None:
    found = [item for item in shown(tmp_path, "a.epub", e_book()) if isinstance(item, Article)]
    assert [(one.ref, one.text) for one in found] == [
        ("a.epub/OEBPS/text/two b.xhtml", SECOND),
        ("a.epub/OEBPS/text/one.xhtml", FIRST),
    ]
    assert {(one.publisher, str(one.published.when and one.published.when.edtf)) for one in found} == {
        ("Harbour Press", "2025-03-19")
    }


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_each_row_of_a_table_is_an_article(separator: str, tmp_path: Path) -> None:
    found = [one for one in shown(tmp_path, "a.csv", table(separator)) if isinstance(one, Article)]
    assert [(one.ref, one.title, one.text) for one in found] == [
        ("a.csv:2", HEAD, f"{FIRST}\n\n{SECOND}"),
        ("a.csv:3", None, SECOND),
    ]
    assert [one.published.when and one.published.when.edtf for one in found] == ["2025-03-19", None]


@pytest.mark.parametrize("above", ["sep=;\n", "Articles of March\n\n"])
def test_the_names_of_columns_may_stand_below_other_rows(above: str, tmp_path: Path) -> None:
    found = article(tmp_path, "a.csv", f"{above}title;text\n{HEAD};{FIRST.replace(',', '')}\n".encode())
    assert (found.title, found.text) == (HEAD, FIRST.replace(",", ""))


def test_columns_are_those_that_the_user_names(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"Ran on;What;Said\n2025-03-19;{HEAD};{FIRST}\n")
    columns = {"Ran on": "published", "What": "title", "Said": "text"}
    (found,) = read(["a.csv"], base=tmp_path, columns=columns)
    assert isinstance(found, Article)
    assert (found.title, found.text, found.published.method) == (HEAD, FIRST, Method.GIVEN)


def test_a_workbook_has_articles_in_the_sheets_with_texts(tmp_path: Path) -> None:
    found = article(tmp_path, "a.xlsx", workbook())
    assert (found.ref, found.title, found.text, found.publisher) == ("a.xlsx:Sheet:2", HEAD, FIRST, "Harbour Herald")
    assert found.published.when
    assert found.published.when.edtf == "2025-03-19"


def by_weasyprint() -> bytes:
    return bytes(weasyprint.HTML(string=PAGE).write_pdf())


def by_chromium(folder: Path) -> bytes:
    (folder / "page.html").write_text(PAGE)
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={folder / 'page.pdf'}"]
    subprocess.run([*command, str(folder / "page.html")], check=True, capture_output=True, timeout=180)
    return (folder / "page.pdf").read_bytes()


@pytest.mark.parametrize("program", ["WeasyPrint", "Chromium"])
def test_the_text_of_a_pdf_is_that_of_its_paragraphs(program: str, tmp_path: Path) -> None:
    """Without the heads and feet of its pages, but for the first head: it names the day."""
    if program == "Chromium" and not which("chromium"):
        pytest.skip("no Chromium here")
    found = article(tmp_path, "a.pdf", by_weasyprint() if program == "WeasyPrint" else by_chromium(tmp_path))
    paragraphs = [re.sub(r"-\n(?=[a-z])", "", block).replace("\n", " ") for block in found.text.split("\n\n")]
    assert paragraphs == ["THE HARBOUR HERALD, 19 MARCH 2025", HEAD, *PARAGRAPHS]
    assert found.title == HEAD
    pages = found.extra["pages"]
    assert isinstance(pages, list)
    assert len(pages) > 1
    assert pages == sorted(pages)
    assert found.published.when
    assert found.published.when.edtf == "2025-03-19"


def line(text: str, left: float, height: float, size: float = 10) -> PdfLine:
    return PdfLine(text, left, height, size)


LONG = "words that fill the whole of a line of text"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ([line(LONG, 0, 700), line(LONG, 0, 688), line(LONG, 0, 676)], f"{LONG}\n{LONG}\n{LONG}"),
        ([*[line(LONG, 0, y) for y in (700, 688, 676, 648)]], f"{LONG}\n{LONG}\n{LONG}\n\n{LONG}"),
        ([line("Head", 0, 700, 14), line(LONG, 0, 688), line(LONG, 0, 676)], f"Head\n\n{LONG}\n{LONG}"),
        ([line("End.", 0, 700), line(LONG, 10, 688), line(LONG, 0, 676)], f"End.\n\n{LONG}\n{LONG}"),
        ([line(LONG, 0, 688), line(LONG, 0, 676), line(LONG, 300, 688)], f"{LONG}\n{LONG}\n{LONG}"),
        ([line(LONG, 0, 700), line(LONG, 0, 688), line("- 7 -", 0, 20)], f"{LONG}\n{LONG}"),
    ],
    ids=["one paragraph", "a gap", "a heading", "set in", "the next column", "number of the page"],
)
def test_paragraphs_are_told_by_the_place_of_lines(page: list[PdfLine], text: str) -> None:
    assert text_of_pages([page])[0] == text


def test_sentences_that_end_two_pages_are_no_running_heads() -> None:
    """Though they differ only in their numbers; the head differs so, too."""
    pages = [
        [line("Herald, 19 March", 0, 800), line(LONG, 0, 700), line(f"The court heard {n} men.", 0, 688)]
        for n in (3, 4)
    ]
    text, _ = text_of_pages(pages)
    assert "The court heard 3 men." in text
    assert "The court heard 4 men." in text
    assert text.count("Herald") == 1


def scan() -> bytes:
    """A PDF with pictures alone."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(300, 300)
    return saved(writer.write)


def locked() -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(300, 300)
    writer.encrypt("secret")
    return saved(writer.write)


ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">%s]><x>&k;</x>""" % b"".join(
    b'<!ENTITY %c "%s">' % (letter + 1, b"&%c;" % letter * 10) for letter in b"abcdefghij"
)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.pdf", scan(), "a scan: its pages are pictures, without a layer of text"),
        ("a.pdf", locked(), "it is encrypted"),
        ("a.pdf", b"%PDF-1.7\nnothing", "it is damaged, or no PDF"),
        ("a.docx", b"PK\x03\x04nothing", "it is cut off or damaged"),
        ("a.docx", zipped({"[Content_Types].xml": "y"}), "it has no word/document.xml"),
        ("a.docx", zipped({"word/document.xml": b"0" * 300_000_000}), "it unpacks to more than 200,000,000 bytes"),
        ("a.docx", zipped({"[Content_Types].xml": "", "word/document.xml": ENTITIES}), ""),
        ("a.odt", zipped({"mimetype": "", "content.xml": "<x"}), "its XML is damaged"),
        ("a.odt", zipped({"mimetype": "", "content.xml": "<x/>"}), "no text of a word processor"),
        ("a.rtf", b"plain", "no Rich Text Format, as its name says"),
        (
            "a.epub",
            zipped({"mimetype": "", "META-INF/container.xml": "<x/>"}),
            "it does not say where its chapters are",
        ),
        ("a.xlsx", zipped({"xl/workbook.xml": "<x/>"}), "not a workbook that can be read"),
        ("a.csv", b"who,what\r\na,b\r\n", "a table without a column of texts (who, what)"),
        ("a.csv", b"text\r\n\xff\xfe\xfd\r\n", "not UTF-8: "),
        ("a.csv", b"text\r\n" + b'"' + b"a" * 5_000_000, "no table that can be read"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_says_why_and_what_to_do(name: str, data: bytes, reason: str, tmp_path: Path) -> None:
    (found,) = shown(tmp_path, name, data)
    assert isinstance(found, Skipped)
    assert reason in found.reason
    assert found.advice or "empty" in found.reason or "white space" in found.reason
