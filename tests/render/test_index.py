"""The start page of an output folder."""

from dataclasses import replace

from lxml import html as lxml_html

from dossier.render import File, Index, IndexEntry, IndexGroup, Refused, render_index
from dossier.render.case_outline import CaseEvent, OutletCount, case_events, outlets
from dossier.render.page_values.row_context import Remark
from tests.render.conftest import Desk

ENTRY = IndexEntry(
    name="Marek Varga",
    n_dated=1,
    n_reported=4,
    n_undated=2,
    n_articles=3,
    files=(File("HTML", "marek-varga-1f3a/briefing.html"), File("PDF", "marek-varga-1f3a/briefing.pdf")),
    aliases=("Varga", "M. V."),
    description="a clerk in Dravna",
)
STAHL = IndexEntry("Ada Stahl", 0, 0, 0, 2, (), in_cast=3)
PEOPLE = IndexGroup("People", (ENTRY, STAHL))


def parsed(*groups: IndexGroup, as_of: str = "1 May 2021", **about: object):
    return lxml_html.document_fromstring(render_index(Index(as_of, "Dossier 0.1", groups, **about)))


def squeezed(page, path: str) -> str:
    return page.xpath(f"normalize-space({path})")


def test_an_entry_leads_to_its_files():
    page = parsed(PEOPLE)
    assert page.xpath("//section[@class='people']//a/@href") == [file.path for file in (ENTRY.files[0], *ENTRY.files)]
    assert squeezed(page, "//dd[1]/span[@class='said']") == "a clerk in Dravna"
    counts = "7 entries, 4 by when reported, 2 undated, in 3 articles"
    assert squeezed(page, "//dd[1]/span[@class='meta']") == f"{counts} · HTML · PDF"
    assert page.xpath("//p[contains(., 'As of')]/text()") == ["As of 1 May 2021"]


def test_those_without_a_dossier_lead_to_that_of_the_case():
    page = parsed(PEOPLE, whole_page="case/briefing.html")
    assert page.xpath("//a[.='Ada Stahl']/@href") == ["case/briefing.html#w3"]
    assert not parsed(PEOPLE).xpath("//a[.='Ada Stahl']")


def test_an_entry_without_files_is_still_listed():
    page = parsed(IndexGroup("Places", (IndexEntry("Dravna", 0, 0, 0, 1, ()),)))
    assert squeezed(page, "//dt") == "Dravna"
    assert squeezed(page, "//h3") == "Places"
    assert not page.xpath("//section//a")


def test_events_are_cited_in_the_dossier_of_the_case():
    event = CaseEvent(7, "3 Mar 2019", "Varga fled.", (Remark("probable", "“fled”"),))
    page = parsed(whole_page="case/briefing.html", events=(event,))
    assert squeezed(
        page, "//section[@class='case-events']//li"
    ) == "3 Mar 2019 Varga fled. “fled”: probable no. 7".replace("no. ", "no.\N{NO-BREAK SPACE}")
    assert page.xpath("//section[@class='case-events']//a/@href") == ["case/briefing.html#r7"]


def test_the_main_events_of_a_case(sample, desk: Desk):
    told = case_events(desk.timeline([], []))
    assert told == ()
    rows = [(event.row, event.date) for event in case_events(_weighed(sample))]
    assert rows == [(1, "3 Mar 2019"), (3, "May–Jul 2019")]


def _weighed(timeline):
    weights = {1: 0.9, 3: 0.4}
    events = tuple(
        (at, replace(event, importance=weights.get(n, 0))) for n, (at, event) in enumerate(timeline.events, 1)
    )
    return replace(timeline, events=events)


def test_outlets_are_counted(desk: Desk):
    days = {"Post": ["2019-03-05", "2019-02-01", None], "Dravna <b>News</b>": ["2020"], "": [None]}
    made = [
        desk.article(f"{name} {day}.", day, publisher=name or None, title=f"{name} {day}")
        for name, published in days.items()
        for day in published
    ]
    citations = {article.id: article.citation for article in made}
    assert outlets(citations) == (
        OutletCount("Post", 3, 0, "1 Feb to 5 Mar 2019"),
        OutletCount("Dravna <b>News</b>", 1, 0, "2020"),
        OutletCount("no outlet named", 1, 0, ""),
    )
    page = parsed(outlets=outlets(citations))
    assert [squeezed(row, ".") for row in page.xpath("//tbody/tr")] == [
        "Post3–1 Feb to 5 Mar 2019",
        "Dravna <b>News</b>1–2020",
        "no outlet named1–day not known",
    ]


def test_problems_are_listed_with_the_reason():
    page = parsed(PEOPLE, skipped=(Refused("a.txt", "it is empty"),), nobody=(Refused("Stal", "nobody has this name"),))
    assert [squeezed(item, ".") for item in page.xpath("//section[@class='skipped']//li")] == [
        "Stal: nobody has this name",
        "a.txt: it is empty",
    ]
    assert not parsed(PEOPLE).xpath("//section[@class='skipped']")


def test_nothing_made_and_nothing_known():
    page = parsed(as_of="")
    assert "No dossier was made." in page.text_content()
    assert "As of: not known" in page.text_content()


def test_everything_is_escaped():
    evil = '<script>x</script>{{ 7*7 }}" onload="y'
    files = (File(evil, "javascript:alert(1)"), File("x", f'a/{evil}"'))
    entry = IndexEntry(evil, 1, 1, 1, 1, files, evil, (evil,), evil)
    page = parsed(
        IndexGroup(evil, (entry,)),
        as_of=evil,
        skipped=(Refused(evil, evil),),
        nobody=(Refused(evil, evil),),
        whole=entry,
        whole_page="javascript:alert(1)",
        events=(CaseEvent(1, evil, evil, (Remark(evil, evil),)),),
        outlets=(OutletCount(evil, 1, 1, evil),),
    )
    assert not page.xpath("//body//script")
    assert not page.xpath("//body//@*[starts-with(name(), 'on')]")
    assert not [href for href in page.xpath("//a/@href") if ":" in href]
    assert page.text_content().count("{{ 7*7 }}") == page.text_content().count("<script>") == 19
