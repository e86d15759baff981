"""Underlines and links that are put on a page after it is laid out stand where WeasyPrint would put them."""

import io
import re

import pypdf
import pytest

from dossier.render import render_pdf

PAGE = (
    "<html lang=en><head><title>t</title><style>@page {{ size: 100mm 60mm; margin: 5mm }}"
    " :root {{ --mark: #767676; }}"
    " .trigger {{ font-weight: inherit; text-decoration: underline var(--mark) .5pt; text-underline-offset: .17em; }}"
    " .plain {{ color: inherit; }} a {{ text-decoration: none }} li {{ white-space: pre-wrap; tab-size: 10mm }}"
    " bdi {{ color: #333 }} {} </style></head><body><ul>{}</ul><p id=r1>One.</p><p id=r2>Two.</p></body></html>"
)
BY_WEASYPRINT = ".plain, .trigger { direction: ltr }"
"""More than the shipped styles say of these elements, so that they stay elements."""
FIRST = "<a class=plain href='#r1'>[1]\t</a>Ada Brandt was <strong class=trigger>arrested</strong> in Arvika."
BOTH = "It <strong class=trigger>fell</strong> (<a class=plain href='#r1'>no. 1</a>) and <b>then</b> some <i>it</i> "
BOTH += "<strong class=trigger>rose</strong>, see <a class=plain href='#r2'>no. 2</a>, <a class=plain href='#r1'>1</a>"
LONG = "Word after word " * 12 + "<a class=plain href='https://a.example/b'>https://a.example/b</a> and on it goes."
FOREIGN = "Said <bdi dir=rtl>אבג <strong class=trigger>דהו</strong></bdi> and <a class=plain href='#r2'>two</a>."
ALIKE = "Note <a class=plain href='#r2'>5</a>, told on 5"
DEAD = "<span class=plain>[1]\t</span>Ada Brandt left, see <a class=plain href='#r2'>no. 2</a>."
PAGES = "Over <a class=plain href='#r1'>one</a>. " * 90

Link = tuple[int, str, list[int]]


def read(items: str, more: str = "") -> tuple[list[Link], str, list[str]]:
    """The links with page, target and place, the words, and the tags of what holds the words of links."""
    pdf = pypdf.PdfReader(io.BytesIO(render_pdf(PAGE.format(more, items))))
    links = []
    for number, page in enumerate(pdf.pages):
        for link in (one.get_object() for one in page.get("/Annots", [])):
            target = link.get("/Dest") or link["/A"]["/URI"]
            links.append((number, target, [round(float(side)) for side in link["/Rect"]]))
    words = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    marked = b"".join(page.get_contents().get_data() for page in pdf.pages)
    return links, words.replace("\N{WORD JOINER}", ""), re.findall(rb"([\d.]+ [\d.]+ [\d.]+) rg", marked)


@pytest.mark.parametrize(
    "words",
    [FIRST, BOTH, LONG, FOREIGN, PAGES, ALIKE],
    ids=["number", "both", "long", "foreign", "pages", "a line that ends like its link"],
)
def test_late_marks_stand_where_elements_would(words: str):
    late, told, colours = read(f"<li>{words}</li>")
    early, said, _ = read(f"<li>{words}</li>", BY_WEASYPRINT)
    assert told == said
    assert [(page, to) for page, to, _ in late] == [(page, to) for page, to, _ in early]
    for (_, _, place), (_, _, there) in zip(late, early, strict=True):
        assert place == pytest.approx(there, abs=1)
    is_drawn = any(colour.startswith(b"0.46") for colour in colours)
    assert is_drawn == ("trigger" in words and "bdi" not in words)


@pytest.mark.parametrize("own", [".trigger { font-weight: bold }", ":root { --mark: red }", ".plain { color: blue }"])
def test_styles_of_the_user_win(own: str):
    page = PAGE.format(own, f"<li>{FIRST}</li>")
    assert render_pdf(page) == render_pdf(page.replace("class=", "data-x=x class=").replace(own, own + BY_WEASYPRINT))


def test_a_late_link_holds_its_words():
    pdf = pypdf.PdfReader(io.BytesIO(render_pdf(PAGE.format("", f"<li>{BOTH}</li>"))))
    held, left = [], [pdf.trailer["/Root"]["/StructTreeRoot"]]
    while left:
        element = left.pop()
        kids = element.get("/K", [])
        held += [list(map(type, kids))] if element.get("/S") == "/Link" else []
        left += [kid.get_object() for kid in kids if isinstance(kid.get_object(), dict)]
    assert len(held) == 3
    assert all(pypdf.generic.NumberObject in kinds for kinds in held)
