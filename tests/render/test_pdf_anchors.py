"""Where links within a PDF lead, with styles shared by elements of one kind and without."""

import io

import pypdf
import pytest

from dossier.render import render_pdf

PAGE = "<html lang=en><head><title>t</title><style>@page {{ size: 100mm; margin: 10mm }} {}</style></head>{}</html>"
LINKS = "<p><a href='#r1'>1</a><a href='#r2'>2</a><a href='#words'>3</a></p>"
PLACES = "<p id=r1>One.</p><p style='break-before: page'>Two: <b id=r2>here</b>.</p><h1 id=words>Three</h1>"
LONG = "<div id=r1>One.<div style='break-before: page'>More of it.</div></div>"
TOP, LEFT = 255, 35
"""Points, within which the text of these pages begins."""


@pytest.mark.parametrize("style", ["", "a::after { content: target-counter(attr(href), page) }"])
@pytest.mark.parametrize(
    ("places", "found"),
    [
        (PLACES, {"r1": (0, False), "r2": (1, True), "words": (1, False)}),
        (PLACES + "<p id=r1>Once more.</p>", {"r1": (0, False), "r2": (1, True), "words": (1, False)}),
        (LONG + PLACES[17:], {"r1": (0, False), "r2": (2, True), "words": (2, False)}),
    ],
    ids=["one each", "one name twice", "over two pages"],
)
def test_links_lead_to_where_the_element_of_that_name_begins(style: str, places: str, found: dict):
    read = pypdf.PdfReader(io.BytesIO(render_pdf(PAGE.format(style, LINKS + places))))
    led = read.named_destinations
    assert {name: (read.get_destination_page_number(at), at["/Left"] > LEFT) for name, at in led.items()} == found
    assert all(at["/Top"] <= TOP for at in led.values())
    links = [link.get_object()["/Dest"] for link in read.pages[0]["/Annots"]]
    assert list(dict.fromkeys(links)) == ["r1", "r2", "words"]
    if style:
        assert f"2{found['r2'][0] + 1}" in read.pages[0].extract_text().replace(" ", "")
