"""Sections and styles: which are printed, in which order, and what is said of a wrong name."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from lxml import html as lxml_html

from dossier.errors import TemplatesUnusable
from dossier.model import CERTAIN, Certainty, Factuality, Polarity, Timeline
from dossier.render import Medium, PageOptions, briefing_page, render_html, render_pdf
from dossier.render.options.length import Length
from dossier.render.options.sections import chosen_sections, sections, styles
from dossier.render.templating.live_links import without_dead_links

TEMPLATES = Path(__file__).parents[2] / "templates" / "briefing"


def test_each_section_has_a_template_and_stands_in_the_full_style():
    assert [name for name in sections() if not (TEMPLATES / f"{name}.html.j2").is_file()] == []
    assert {name for names in styles().values() for name in names} == set(sections())
    assert [name for name in styles() if name != "briefing" and not (TEMPLATES / f"{name}.css").is_file()] == []


@pytest.mark.parametrize(
    ("style", "names", "chosen"),
    [
        ("briefing", (), styles()["briefing"]),
        ("briefing", ("sources", "chronology"), ("opening", "sources", "chronology")),
        ("briefing", ("notes", "opening", "notes"), ("opening", "notes")),
    ],
)
def test_sections_are_chosen_and_ordered(style, names, chosen):
    assert chosen_sections(style, names) == chosen


@pytest.mark.parametrize(
    ("style", "names", "message"),
    [
        ("missing", (), "there is no style 'missing'"),
        ("../briefing", (), "there is no style '../briefing'"),
        ("briefing", ("sources", "timelines", "../x"), "there is no section timelines, ../x"),
    ],
)
def test_a_wrong_name_is_told_with_the_right_ones(sample: Timeline, style, names, message):
    with pytest.raises(TemplatesUnusable, match=re.escape(message)) as raised:
        render_html(sample, "g", options=PageOptions(style=style, sections=names))
    assert ("briefing" if style != "briefing" else "how-to-read") in raised.value.advice


def test_the_page_has_the_sections_in_their_order(sample: Timeline):
    page = render_html(sample, "g", options=PageOptions(sections=("sources", "chronology")))
    root = lxml_html.document_fromstring(page)
    assert root.xpath("//main/section/@class") == ["sources", "timeline"]
    assert root.xpath("count(//h1)") == 1


@pytest.mark.parametrize("names", [(), ("bottom-line",), ("notes",), ("chronology", "sources")])
def test_no_link_leads_nowhere(sample: Timeline, names):
    root = lxml_html.document_fromstring(render_html(sample, "g", options=PageOptions(sections=names)))
    ids = {f"#{one}" for one in root.xpath("//@id")}
    assert [href for href in root.xpath("//a/@href") if href.startswith("#") and href not in ids] == []


def test_what_a_dead_link_says_stays(sample: Timeline):
    root = lxml_html.document_fromstring(render_html(sample, "g", options=PageOptions(sections=("chronology",))))
    assert root.xpath("string(//span[@class='ref'])").strip("\xa0") == "[1]"


def test_a_page_with_all_its_places_stays_as_it_is(html: str):
    assert without_dead_links(html) == html


@pytest.mark.parametrize("length", list(Length))
def test_a_page_without_notes_cites_its_sources(sample: Timeline, length: Length):
    options = PageOptions(style="one-page", length=length)
    root = lxml_html.document_fromstring(render_html(sample, "g", options=options))
    sources = set(root.xpath("//a[@class='ref']/@href"))
    assert sources
    assert {href[:2] for href in sources} == {"#s"}
    listed = [f"#{one}" for one in root.xpath("//section[@class='sources-in-brief']//li/@id")]
    assert set(listed) == sources


def test_a_short_page_without_notes_cites_the_source_that_says_so(desk):
    told = []
    for number in range(1, 9):
        sentence = f"Hart searched depot {number}."
        article = desk.article(sentence, published=f"2021-03-0{number}", ref=f"{number}.txt")
        piece = desk.evidence(article, "searched", dating=desk.dating(f"2021-03-0{number}"))
        told.append((article, desk.event(piece, importance=0.9 if number == 8 else 0.1)))
    timeline = desk.timeline([article for article, _ in told], [event for _, event in told])
    options = PageOptions(style="one-page", length=Length.SHORT)
    root = lxml_html.document_fromstring(render_html(timeline, "g", options=options))
    (finding,) = root.xpath("//li[b[starts-with(., 'What matters most')]]")
    assert "depot 8" in finding.text_content()
    assert finding.xpath(".//a[@class='ref']/@href") == ["#s8"]


def test_one_page_gives_the_numbers_of_the_entries_that_it_shows(desk):
    vague = Factuality(Certainty.POSSIBLE, Polarity.POSITIVE)
    told = []
    for number in range(1, 9):
        article = desk.article(f"Hart searched depot {number}.", ref=f"{number}.txt")
        sure = CERTAIN if number > 2 else vague
        piece = desk.evidence(article, "searched", dating=desk.dating(f"2021-03-0{number}"), factuality=sure)
        told.append((article, desk.event(piece, importance=0.9 if number > 1 else 0.0)))
    timeline = desk.timeline([article for article, _ in told], [event for _, event in told])
    for style, said in (
        ("one-page", "2 entries of 8: “searched”: possible, no. 2 (“searched”: possible)."),
        ("briefing", "2 entries of 8: no. 1 (“searched”: possible), no. 2 (“searched”: possible)."),
    ):
        root = lxml_html.document_fromstring(render_html(timeline, "g", options=PageOptions(style=style)))
        (line,) = root.xpath("//li[b[starts-with(., 'Not established')]]")
        assert " ".join(line.text_content().split()).endswith(said)


@pytest.mark.parametrize("medium", list(Medium))
def test_the_table_has_all_entries_with_their_notes(sample: Timeline, medium: Medium):
    page = briefing_page(sample, "g")["briefing"]
    html = render_html(sample, "g", options=PageOptions(style="chronology"), medium=medium)
    rows = lxml_html.document_fromstring(html).xpath("//table//tr[td]")
    told = [*page["rows"], *page["undated"], *page["expected"]]
    assert [row.get("id") for row in rows] == [f"r{row['number']}" for row in told]
    assert all(row.xpath("td[5]/a/@href") for row in rows)


def test_words_that_are_quoted_in_no_section_stand_in_the_note(sample: Timeline):
    notes = briefing_page(sample, "g")["briefing"]["notes"]
    assert [note["number"] for note in notes] == list(range(1, len(notes) + 1)), "a template finds a note by its number"
    html = render_html(sample, "g", options=PageOptions(sections=("notes",)))
    quotes = lxml_html.document_fromstring(html).xpath("//li//blockquote")
    described = [note for note in notes if note["quoted_at"] and note["quoted_at"]["anchor"].startswith("d")]
    assert len(quotes) == len(notes) - len(described)


@pytest.mark.parametrize("medium", list(Medium))
@pytest.mark.parametrize("section", ["chronology", "table"])
def test_entries_of_a_page_without_notes_lead_to_their_sources(sample: Timeline, medium: Medium, section: str):
    html = render_html(sample, "g", options=PageOptions(sections=(section, "sources")), medium=medium)
    root = lxml_html.document_fromstring(html)
    numbers = root.xpath("//section[@class='timeline' or @class='table']//a[starts-with(@href, '#s')]")
    rows = briefing_page(sample, "g")["briefing"]["rows"]
    assert len(numbers) >= len(rows)
    assert "source notes" not in root.find("body").text_content()


def test_on_one_page_the_number_of_an_entry_keeps_its_column(desk, article, make_event):
    timeline = desk.timeline([article], [make_event("searched", "2021", importance=0.9)])
    page = render_html(timeline, "g", options=PageOptions(style="one-page"), medium=Medium.PAPER)
    numbers = [item[0] for item in lxml_html.document_fromstring(page).xpath("//section[@class='key-events']//li")]
    assert numbers
    assert [number for number in numbers if number.tag != "i" or not number.text.endswith("\t")] == []


@pytest.mark.parametrize("section", ["chronology", "table"])
@pytest.mark.parametrize("medium", list(Medium))
def test_the_key_of_signs_stands_before_the_rows(sample: Timeline, section, medium):
    page = render_html(sample, "g", options=PageOptions(sections=(section,)), medium=medium)
    (key,) = lxml_html.document_fromstring(page).xpath("//p[contains(@class, 'lead legend')]")
    assert key.xpath("following::*[@id='r1']")


@pytest.mark.parametrize("height", [187, 190, 193, 196])
def test_no_heading_of_the_table_stands_last_on_a_sheet(desk, height: int):
    article = desk.article("Hart searched a depot. A ship will leave.")
    searched, plan = (
        desk.event(desk.evidence(article, word, dating=desk.dating(day)))
        for word, day in (("searched", "2021-03-01"), ("leave", "2021-06-01"))
    )
    timeline = replace(desk.timeline([article], [searched]), expected=(plan,))
    page = render_html(timeline, "g", options=PageOptions(style="chronology"), medium=Medium.PAPER)
    lower = page.replace("<main>", f'<main><div style="height: {height}mm"></div>')
    sheets = [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(render_pdf(lower))).pages]
    assert [sheet for sheet in sheets if "Forecasts and plans" in sheet and "Jun 2021" not in sheet] == []
