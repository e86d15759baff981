"""Numbers of notes as a reader sees them: one by one, or many as ranges, and each bracket closed once."""

import pytest
from lxml import html as lxml_html

from dossier.render import Medium, render_html
from dossier.render.options.page_options import PageOptions
from dossier.render.wording.note_ranges import in_short, note_refs


@pytest.mark.parametrize(
    ("numbers", "words", "firsts"),
    [
        ((), "", []),
        ((4,), "4", [4]),
        ((6, 7, 4), "4, 6, 7", [4, 6, 7]),
        ((9, 1, 2, 3, 4, 5, 6, 8), "1–6, 8–9", [1, 8]),
    ],
)
def test_few_numbers_stand_alone_and_many_as_ranges(numbers, words, firsts):
    refs = note_refs(numbers)
    assert [ref["first"] for ref in refs] == firsts
    assert ", ".join(ref["words"] for ref in refs) == words


def test_numbers_in_a_row_are_a_range():
    assert in_short((1, 2, 3, 5, 8, 9)) == "1–3, 5, 8–9"


@pytest.mark.parametrize(
    ("style", "where", "shown"),
    [
        ("briefing", "//section[@class='bottom-line']//li[1]", "[1, 3–4]"),
        ("one-page", "//section[@class='bottom-line']//li[1]", "[1, 3, 4]"),
        ("chronology", "//table/tbody/tr[2]/td[5]", "1, 3–4"),
    ],
)
def test_notes_of_an_entry_stand_apart(desk, make_event, style, where, shown):
    articles = [
        desk.article(f"The depot was searched, said {n} men.", f"2020-05-0{n}", ref=str(n)) for n in (1, 2, 3, 4)
    ]
    said = [desk.evidence(articles[n], "said", articles[n].text) for n in (0, 1)]
    pieces = [desk.evidence(articles[n], "searched") for n in (0, 2, 3)]
    other, main = desk.event(*said, summary="Men said so."), desk.event(*pieces, summary="A raid.", importance=1.0)
    timeline = desk.timeline(articles, [other, main])
    html = render_html(timeline, "g", options=PageOptions(style=style), medium=Medium.PAPER)
    (place,) = lxml_html.document_fromstring(html).xpath(where)
    assert shown in " ".join(place.text_content().split())
