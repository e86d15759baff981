"""The HTML of a briefing, parsed as a browser would."""

import json
import re
import subprocess
import sys
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import html as lxml_html

from dossier import render
from dossier.model import (
    WHOLE_CASE,
    Alias,
    Basis,
    Conflict,
    Description,
    Kind,
    Reading,
    Role,
    RolePlayer,
    Setting,
    Timeline,
)
from dossier.render import START_PAGE, render_html


@pytest.fixture(scope="module")
def page(html: str):
    return lxml_html.document_fromstring(html)


def test_every_row_leads_to_its_notes_and_back(page):
    rows = page.xpath("//li[contains(@class, 'row')]")
    assert [row.get("id") for row in rows] == ["r1", "r2", "r3", "r4", "r5"]
    for row in rows:
        refs = row.xpath("p[@class='from']/a[@class='ref']/@href")
        assert refs
        for ref in refs:
            note = page.get_element_by_id(ref.removeprefix("#"))
            assert f"#{row.get('id')}" in note.xpath(".//a/@href")


def test_every_link_within_the_page_resolves(page):
    ids = set(page.xpath("//@id"))
    inner = [href for href in page.xpath("//a/@href") if href.startswith("#")]
    assert inner
    assert {href.removeprefix("#") for href in inner} <= ids
    assert len(ids) == len(page.xpath("//@id"))


def test_every_quote_stands_in_the_page(page, sample: Timeline, squeezed):
    text = squeezed(page.text_content())
    quotes = {piece.quote.exact for event in sample.all_events for piece in event.evidence}
    assert len(quotes) == 6
    assert all(squeezed(quote) in text for quote in quotes)


def test_words_that_were_read_as_events_are_marked(page):
    assert page.xpath("//li[@id='r1']//strong[@class='trigger']/text()") == ["searched", "seized"]


def test_what_is_not_plain_fact_says_so_in_words(page):
    labels = {row.get("id"): row.xpath(".//span[@class='label']/text()") for row in page.xpath("//li[@id]")}
    assert labels["r1"] == ["“seized”: not certain"]
    assert labels["r2"] == ["“fled”: probable"]
    assert labels["r3"] == []
    assert labels["r5"] == ["“paid”: said not to have happened"]


def test_dates_are_in_words(page):
    assert page.xpath("//div[@class='when']/b/text()") == [
        "3 Mar 2019",
        "By 5 Mar 2019",
        "In May–Jul 2019",
        "About 2020",
        "No date",
    ]


def test_a_sign_says_what_it_means_to_those_who_listen_and_in_the_key(page):
    (sign,) = page.xpath("//li[@id='r4']//span[@class='sign']")
    assert (sign.get("title"), sign.text_content()) == (
        "worked out from the publication date",
        "* (worked out from the publication date)",
    )
    assert sign.xpath("span[@aria-hidden]/text()") == ["*"]
    assert "* worked out from the publication date · ‡ inferred" in page.xpath(
        "string(//p[contains(@class, 'legend')])"
    )


def test_what_sources_disagree_on_stands_side_by_side_at_its_entry(page):
    (disputed,) = page.xpath("//li[@id='r1']//p[contains(@class, 'sides')]")
    assert " ".join(disputed.text_content().split()) == (
        "Disputed, “searched the depot”, date: 3 March 2019 [2]; 4 March 2019 [3]"
    )


def test_headings_and_landmarks(page):
    assert page.xpath("//h1/text()") == ["Marek Varga"]
    assert page.xpath("//h2/text()") == [
        "Bottom line",
        "At a glance",
        "Where the sources disagree",
        "Chronology",
        "Undated",
        "How to read this",
        "Source notes",
        "Sources",
        "Method and limits",
    ]
    for section in page.xpath("//section"):
        assert page.get_element_by_id(section.get("aria-labelledby")).tag == "h2"


def test_the_head(page):
    assert page.get("lang") == "en"
    assert page.xpath("/html/head/title/text()") == ["Marek Varga – briefing"]
    assert page.xpath("//meta[@name='dcterms.created']/@content") == ["2021-05-01"]
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy


def test_only_our_own_code_is_allowed(page):
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    allowed = dict(part.split(" ", 1) for part in policy.split("; "))
    for directive, element in (("script-src", "script[not(@type)]"), ("style-src", "style")):
        code = page.xpath(f"//{element}/text()")
        hashes = [b64encode(sha256(text.encode()).digest()).decode() for text in code]
        assert allowed[directive].split() == [f"'sha256-{one}'" for one in hashes]
    assert len(page.xpath("//script[not(@type)]")) == 1


def test_the_contents_name_each_section(page):
    lines = page.xpath("//nav[@class='contents sans small screen-only']//ol//a")
    assert [line.text_content() for line in lines] == [h2.text_content() for h2 in page.xpath("//h2")]
    assert [line.get("href") for line in lines] == [f"#{id_}" for id_ in page.xpath("//h2/@id")]


def test_the_filter_knows_each_entry(page):
    (block,) = page.xpath("//script[@type='application/json']/text()")
    facets = {facet["row"]: facet for facet in json.loads(block)}
    assert [f"r{row}" for row in facets] == page.xpath("//li[contains(@class, 'row')]/@id")
    assert facets[1] == {
        "row": 1, "first": 2019, "last": 2019, "types": ["event"],
        "status": "stated as fact", "sources": [1, 3], "rank": 1, "date": "3 Mar 2019",
    }  # fmt: skip
    assert page.xpath("//li[@id='n1' or @id='n2' or @id='n3']/p/a[1]/@href") == ["#s1", "#s1", "#s3"]
    assert (facets[2]["first"], facets[2]["last"]) == (0, 2019)
    assert (facets[5]["first"], facets[5]["status"]) == (0, "said not to have happened")


def test_a_page_leads_to_the_others_that_it_names(desk):
    article = desk.article("Varga met Stahl in Dravna.")
    people = tuple(
        RolePlayer(name, Role.AGENT, key) for name, key in (("Stahl", "a2"), ("Varga", "a1"), ("Orlov", "a4"))
    )
    event = replace(desk.event(desk.evidence(article, "met")), participants=people, place=Setting("Dravna", "a3"))
    links = {START_PAGE: "../index.html", WHOLE_CASE: "../case/b.html"} | {
        f"a{n}": f"../x{n}/b.html" for n in (1, 2, 3)
    }
    page = lxml_html.document_fromstring(render_html(desk.timeline([article], [event]), "g", None, links))
    led = [(link.text_content(), link.get("href")) for link in page.xpath("//nav//a[not(starts-with(@href, '#'))]")]
    assert led == [
        ("All dossiers", "../index.html"),
        ("The whole case", "../case/b.html"),
        ("Dravna", "../x3/b.html"),
        ("Stahl", "../x2/b.html"),
    ]


def test_it_is_one_file(page):
    assert not page.xpath("//link | //img | //iframe | //object | //embed | //form | //base")
    assert not page.xpath("//@src | //@srcset | //@*[starts-with(name(), 'on')] | //@style")
    assert "fetch" not in page.xpath("string(//script)")
    css = "".join(page.xpath("//style/text()"))
    assert "url(" not in css
    assert "@import" not in css


def test_only_web_addresses_are_links(page):
    assert [href for href in page.xpath("//a/@href") if not href.startswith("#")] == ["https://news.example.org/raid"]
    assert "javascript:alert(1)" in page.xpath("string(//section[@class='sources'])")


def test_the_sources_are_named_with_their_hash(page, sample: Timeline):
    sources = page.xpath("//li[@class='source']")
    assert len(sources) == len(sample.articles)
    assert set(page.xpath("//span[@class='sha']/text()")) == {a.sha256 for a in sample.articles.values()}
    assert "Selim Post, L. Hart, published 5 March 2019 (from the metadata)" in sources[0].text_content()


def test_a_note_names_its_source_by_number(page):
    note = page.get_element_by_id("n2").xpath("p")[0]
    assert " ".join(note.text_content().split()).startswith("Source 1, characters 0–62.")
    assert (note.xpath("a/@href")[0], note.xpath("a/@title")[0]) == ("#s1", "Raid in Port Selim")


def test_an_entry_with_nothing_to_add_has_no_line_for_it(desk):
    article = desk.article("The depot was searched.")
    event = desk.event(desk.evidence(article, "searched", None, desk.dating("2020")))
    page = lxml_html.document_fromstring(render_html(desk.timeline([article], [event]), "g"))
    assert not page.xpath("//p[@class='meta']")


def test_equal_timelines_give_equal_pages(sample: Timeline, html: str):
    assert render_html(sample, "Dossier 0.1") == html


def test_an_empty_timeline_says_so(desk):
    text = lxml_html.document_fromstring(render_html(desk.timeline([], as_of=None), "g")).text_content()
    assert "These articles tell of no event." in text
    assert "As of: not known" in text


def test_undated_events_alone_say_so(desk):
    article = desk.article("The depot was searched.")
    timeline = desk.timeline([article], undated=[desk.event(desk.evidence(article, "searched"))])
    assert "No event in these articles has a date." in render_html(timeline, "g")


HOSTILE = '<script>alert(1)</script>{{ 7*7 }}{% raw %}"onmouseover="x" \'onload=\'y &amp; </title></style><!--'


@pytest.fixture(scope="module")
def attacked(desk) -> str:
    """A page in which every string that comes from outside is an attack."""
    text = f"The {HOSTILE} agent\n\tfled  {'w' * 300} {HOSTILE}."
    article = desk.article(
        text,
        "2020",
        ref=HOSTILE,
        title=HOSTILE,
        publisher=HOSTILE,
        author=HOSTILE,
        url=f"https://example.org/{HOSTILE}",
        language=HOSTILE,
        reliability=HOSTILE,
    )
    piece = desk.evidence(article, "fled", None, desk.dating("2020", Basis.RELATIVE, "t1"), voice=HOSTILE)
    short = desk.evidence(article, HOSTILE, None, desk.dating("2021"))
    first = desk.event(piece, place=Setting(HOSTILE))
    actor = desk.actor(
        HOSTILE + "W" * 300,
        Kind.ORGANIZATION,
        aliases=(Alias(HOSTILE, 1, ("x",)),),
        descriptions=(Description(HOSTILE, article.id, desk.quote(article, HOSTILE)),),
    )
    conflict = Conflict(first.id, HOSTILE, (Reading(HOSTILE, (0,)), Reading("when", (0,))))
    events = [first, desk.event(short, summary=HOSTILE)]
    return render_html(desk.timeline([article], events, [], actor, [conflict]), HOSTILE)


def test_no_element_or_attribute_comes_from_outside(attacked: str):
    page = lxml_html.document_fromstring(attacked)
    known = set(
        "html head meta title style body header main aside footer section h1 h2 p ol ul li dl dt dd div span b strong a"
        " bdi wbr blockquote figure figcaption svg g path rect line text desc circle nav details summary script".split()
    )
    assert [script.get("type") for script in page.xpath("//script")] == [None, "application/json"]
    assert {element.tag for element in page.iter() if isinstance(element.tag, str)} <= known
    assert not page.xpath("//comment()")
    assert not page.xpath("//body//@*[starts-with(name(), 'on')]")
    assert not [href for href in page.xpath("//a/@href") if not href.startswith("#")]
    assert not page.xpath("//bdi/@lang")


def test_nothing_from_outside_is_run_as_a_template(attacked: str):
    page = lxml_html.document_fromstring(attacked)
    text = page.text_content()
    assert text.count("{{ 7*7 }}{% raw %}") == text.count("<script>alert(1)</script>") > 15
    assert page.xpath("string(/html/head/title)").startswith("<script>alert(1)</script>{{ 7*7 }}")


def test_what_no_page_can_hold_is_replaced(desk):
    article = desk.article("He\x00 fled\ud800 \x1b[31m.", title="T\x00\udfff")
    page = render_html(
        desk.timeline([article], [desk.event(desk.evidence(article, "fled", None, desk.dating("2020")))]), "g"
    )
    assert page.encode()
    assert not re.search("[\x00-\x08\x0e-\x1f\ud800-\udfff]", page)
    assert "He\ufffd " in page


def test_directions_do_not_spill(desk):
    arabic, mixed = "قال مسؤولون إن أبو سالم fled.", "أبو سالم fled over the harbour wall, said \u202eofficials."
    articles = [desk.article(arabic, title="\u202eevil", language="ar"), desk.article(mixed, publisher="بغداد")]
    events = [desk.event(desk.evidence(article, "fled", None, desk.dating("2020"))) for article in articles]
    page = lxml_html.document_fromstring(render_html(desk.timeline(articles, events), "g"))
    lines = page.xpath("//p[@class='line']/bdi")
    assert [(line.get("dir"), line.get("lang"), line.text_content()) for line in lines] == [
        ("rtl", "ar", arabic),
        ("ltr", None, mixed),
    ]
    assert {"\u202eevil", "بغداد"} <= set(page.xpath("//bdi/text()"))


def test_the_command_line_need_not_wait():
    heavy = ("jinja2", "altair", "vl_convert", "weasyprint", "fontTools")
    script = f"import sys, dossier.render; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"


def test_each_colour_that_is_drawn_has_another_in_the_dark():
    folder = Path(render.__file__).parent
    drawn = "".join(path.read_text("utf-8") for path in folder.rglob("*.py"))
    dark = (folder.parents[1] / "templates/briefing/dark.css").read_text("utf-8")
    colours = set(re.findall(r'"(#[0-9a-f]{3,6})"', drawn))
    assert len(colours) > 5
    assert [colour for colour in sorted(colours) if f'"{colour}"' not in dark] == []
