"""What PDF/UA-1 and PDF/A-3 ask of a file, as far as a program can tell from it. No validator of either is at hand."""

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NullObject

from dossier.codec import decode_timeline, encode_timeline
from dossier.codec.timeline_forms import Generator
from dossier.model import Timeline
from dossier.render import Paper, render_pdf

pytestmark = pytest.mark.slow

MARKED = re.compile(rb"/(\w+)\s*(<<[^>]*>>)?\s*(BDC|BMC)")
ITEMS = {"/LI": {"/Lbl", "/LBody", "/L", "/NonStruct"}, "/L": {"/LI", "/L", "/Caption"}}
ONE_PAGE = '<meta name="dossier.pages" content="1">'
NAMES = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "part of PDF/A": "{http://www.aiim.org/pdfa/ns/id/}part",
    "part of PDF/UA": "{http://www.aiim.org/pdfua/ns/id/}part",
    "prefix": "{http://www.aiim.org/pdfa/ns/schema#}prefix",
}


@pytest.fixture(scope="module")
def data(sample: Timeline) -> bytes:
    return encode_timeline(sample, Generator(name="Dossier", version="0.1", model="m", config="c"))


@pytest.fixture(scope="module")
def read(html: str, data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(render_pdf(html, data)))


@pytest.fixture(scope="module")
def elements(read: pypdf.PdfReader) -> list[DictionaryObject]:
    """All elements of the structure tree, in reading order."""
    return list(below(read.trailer["/Root"]["/StructTreeRoot"]))


def kids(element: DictionaryObject) -> list[DictionaryObject]:
    held = [kid.get_object() for kid in element.get("/K", [])]
    return [kid for kid in held if isinstance(kid, DictionaryObject) and "/S" in kid]


def below(element: DictionaryObject) -> Iterator[DictionaryObject]:
    for kid in kids(element):
        yield kid
        yield from below(kid)


def test_the_file_declares_both_standards_its_title_and_its_language(read: pypdf.PdfReader):
    root = read.trailer["/Root"]
    packet = ElementTree.fromstring(root["/Metadata"].get_object().get_data())
    found = {name: packet.find(f".//{tag}") for name, tag in NAMES.items()}
    attributes = {key: value for one in packet.iter() for key, value in one.attrib.items()}
    assert "".join(found["title"].itertext()) == "Marek Varga – briefing"
    assert (attributes[NAMES["part of PDF/A"]], found["part of PDF/UA"].text) == ("3", "1")
    assert attributes["{http://www.aiim.org/pdfa/ns/id/}conformance"] == "A"
    assert found["prefix"].text == "pdfuaid", "PDF/A asks that the names of PDF/UA are described"
    assert (root["/Lang"], root["/ViewerPreferences"]["/DisplayDocTitle"]) == ("en", True)
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    assert read.trailer["/ID"]
    assert "/Encrypt" not in read.trailer
    assert not {"/OpenAction", "/AA", "/AcroForm"} & root.keys()


def test_the_outline_has_the_sections_under_the_name(read: pypdf.PdfReader, html: str):
    name, sections = read.outline
    assert name.title == "Marek Varga"
    assert [one.title for one in sections if not isinstance(one, list)] == re.findall(r"<h2[^>]*>([^<]+)</h2>", html)


def test_the_timeline_is_attached_as_data(read: pypdf.PdfReader, data: bytes, sample: Timeline):
    (attached,) = read.trailer["/Root"]["/AF"]
    specification = attached.get_object()
    stream = specification["/EF"]["/F"].get_object()
    assert (specification["/AFRelationship"], specification["/UF"]) == ("/Data", "timeline.json")
    assert (stream["/Subtype"], stream["/Params"]["/ModDate"]) == ("/application/json", "D:20210501000000Z")
    assert stream.get_data() == data
    assert decode_timeline(data)[0] == sample
    assert list(read.attachments) == ["timeline.json"]


def test_equal_pages_with_equal_timelines_give_equal_bytes(html: str, data: bytes, read: pypdf.PdfReader):
    read.stream.seek(0)
    assert render_pdf(html, data) == read.stream.read() != render_pdf(html, data + b" ")


def test_lists_hold_items_and_items_hold_labels_and_bodies(elements: list[DictionaryObject]):
    assert {kid["/S"] for one in elements if one["/S"] == "/L" for kid in kids(one)} <= ITEMS["/L"]
    assert {kid["/S"] for one in elements if one["/S"] == "/LI" for kid in kids(one)} <= ITEMS["/LI"]
    outside = [one for one in elements if one["/S"] == "/LI" and one["/P"]["/S"] != "/L"]
    assert not outside
    labels = [one for one in elements if one["/S"] == "/Lbl"]
    assert len(labels) > 3, "each term of the facts is the label of what is said of it"


def test_every_picture_has_words_that_stand_for_it_and_lies_on_its_page(elements: list[DictionaryObject]):
    figures = [one for one in elements if one["/S"] == "/Figure"]
    assert figures
    for figure in figures:
        assert figure["/Alt"].startswith("Timeline. 3 entries, all with a label.")
        assert figure["/Alt"].count("; no. ") == 2, "each label of the picture is read out"
        left, bottom, right, top = figure["/A"]["/BBox"]
        _, _, width, height = figure["/Pg"]["/MediaBox"]
        assert 0 < left < right < width
        assert 0 < bottom < top < height


def test_text_lies_in_what_says_what_it_is(elements: list[DictionaryObject]):
    needless = [one["/P"]["/S"] for one in elements if one["/S"] == "/NonStruct"]
    assert not set(needless) & {"/LBody", "/Lbl", "/P", "/Link", "/TD", "/TH", "/H1", "/H2", "/H3", "/NonStruct"}


def test_no_element_is_empty_and_each_knows_its_parent(elements: list[DictionaryObject]):
    assert not [one["/S"] for one in elements if not one["/K"]]
    assert not [kid["/S"] for one in elements for kid in kids(one) if kid["/P"].get_object() != one]
    levels = [int(one["/S"][2]) for one in elements if re.fullmatch("/H[1-6]", one["/S"])]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels)), "no level is skipped"


def test_all_content_is_in_the_tree_or_an_artefact(read: pypdf.PdfReader):
    numbers = read.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for number, page in enumerate(read.pages):
        marks = MARKED.findall(page.get_contents().get_data())
        held = [int(found[1]) for _, about, _ in marks if (found := re.search(rb"MCID (\d+)", about))]
        listed = [n for n, owner in enumerate(owners[number]) if not isinstance(owner.get_object(), NullObject)]
        assert sorted(held) == listed
        assert {tag for tag, about, _ in marks if b"MCID" not in about} == {b"Artifact"}
        assert (page["/Tabs"], page["/StructParents"]) == ("/S", number)


def test_running_heads_are_artefacts(read: pypdf.PdfReader, elements: list[DictionaryObject]):
    owned = [one for one in elements if isinstance(one.get("/K"), ArrayObject)]
    assert owned
    content = read.pages[1].get_contents().get_data()
    artefacts = re.findall(rb"/Artifact\s*(?:<<>>\s*)?B[DM]C(.*?)EMC", content, re.DOTALL)
    assert sum(b"Tj" in one or b"TJ" in one for one in artefacts) >= 3, "the name, the day, and the number of the page"


def test_each_link_is_printed_and_says_where_it_leads(read: pypdf.PdfReader):
    links = [link.get_object() for page in read.pages for link in page.get("/Annots", [])]
    assert links
    assert {link["/F"] for link in links} == {4}
    told = {link["/Dest"]: link["/Contents"] for link in links if "/Dest" in link}
    assert (told["n1"], told["r3"]) == ("note 1", "entry 3")
    assert {link["/A"]["/URI"] for link in links if "/A" in link} == {"https://news.example.org/raid"}


def test_each_font_is_embedded_with_what_its_letters_mean(read: pypdf.PdfReader):
    for font in read.pages[0]["/Resources"]["/Font"].values():
        assert "/ToUnicode" in font.get_object()
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & descriptor.keys()


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
@pytest.mark.parametrize(("own", "wins"), [("", False), ("@page { size: 100mm 100mm }", True)])
def test_the_paper_is_the_chosen_one_unless_the_page_names_its_own(paper: Paper, size, own: str, wins: bool):
    page = f"<html lang=en><head><title>t</title><style>{own}</style></head><p>x</p></html>"
    box = pypdf.PdfReader(io.BytesIO(render_pdf(page, paper=paper))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == ((283, 283) if wins else size)


def test_headers_of_a_table_say_whether_they_head_a_column_or_a_row():
    rows = "<thead><tr><th>Who</th><th>When</th></tr></thead><tr><th scope=row>Varga</th><td>2019</td></tr>"
    page = f"<html lang=en><head><title>t</title></head><table>{rows}</table></html>"
    tree = pypdf.PdfReader(io.BytesIO(render_pdf(page))).trailer["/Root"]["/StructTreeRoot"]
    scopes = [one["/A"]["/Scope"] for one in below(tree) if one["/S"] == "/TH"]
    assert scopes == ["/Column", "/Column", "/Row"]
    (cell,) = [one for one in below(tree) if one["/S"] == "/TD"]
    assert len(cell["/A"]["/Headers"]) == 2


@pytest.mark.parametrize(("asks", "lines", "pages"), [("", 66, 2), (ONE_PAGE, 66, 1), (ONE_PAGE, 90, 2)])
def test_a_page_that_asks_for_one_sheet_gets_smaller_type_within_reason(asks: str, lines: int, pages: int):
    style = "@page { margin: 15mm } html { font-size: 9pt } p { font-size: 1rem; line-height: 1.35; margin: 0 }"
    page = (
        f"<html lang=en><head><title>t</title>{asks}<style>{style}</style></head>{'<p>It goes on.</p>' * lines}</html>"
    )
    assert len(pypdf.PdfReader(io.BytesIO(render_pdf(page, paper=Paper.LETTER))).pages) == pages


@pytest.mark.parametrize(
    ("lines", "size", "pages"),
    [(48, "10pt", 1), (52, "10pt", 1), (58, "10pt", 2), (90, "10pt", 2), (37, "14pt", 1), (42, "14pt", 2)],
    ids=["one page", "a little more", "too much more", "a second page", "larger type", "too much of it"],
)
def test_a_last_page_that_holds_little_goes_where_closer_lines_allow_it(lines: int, size: str, pages: int):
    style = f"@page {{ margin: 20mm }} html {{ font-size: {size} }} body {{ line-height: 1.45 }} p {{ margin: 0 }}"
    page = f"<html lang=en><head><title>t</title><style>{style}</style></head>{'<p>It goes on.</p>' * lines}</html>"
    assert len(pypdf.PdfReader(io.BytesIO(render_pdf(page))).pages) == pages
