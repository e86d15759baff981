"""The start page of an output folder."""

from lxml import html as lxml_html

from dossier.render import File, Index, IndexEntry, Refused, render_index

ENTRY = IndexEntry(
    name="Marek Varga",
    kind="Person",
    n_dated=1,
    n_reported=4,
    n_undated=2,
    n_articles=3,
    files=(File("HTML", "marek-varga-1f3a/briefing.html"), File("PDF", "marek-varga-1f3a/briefing.pdf")),
)


def parsed(*entries: IndexEntry, skipped: tuple[Refused, ...] = (), as_of: str = "1 May 2021"):
    return lxml_html.document_fromstring(render_index(Index(as_of, "Dossier 0.1", entries, skipped)))


def test_an_entry_leads_to_its_files():
    page = parsed(ENTRY)
    assert page.xpath("//a/@href") == [ENTRY.files[0].path, ENTRY.files[0].path, ENTRY.files[1].path]
    counts = "1 event with a date or a likely day, 4 by when they were reported, 2 undated"
    assert page.xpath("normalize-space(//p[@class='meta'])") == f"Person · {counts} · 3 articles · HTML · PDF"
    assert page.xpath("//p[contains(., 'As of')]/text()") == ["As of 1 May 2021"]


def test_an_entry_without_files_is_still_listed():
    page = parsed(IndexEntry("Dravna", "Place", 0, 0, 0, 1, ()))
    assert page.xpath("//p[@class='name']/text()") == ["Dravna"]
    assert not page.xpath("//a")


def test_what_was_skipped_is_listed_with_the_reason():
    page = parsed(ENTRY, skipped=(Refused("a.txt", "it is empty"),))
    assert page.xpath("normalize-space(//section[@class='skipped']//li)") == "a.txt: it is empty"
    assert not parsed(ENTRY).xpath("//section[@class='skipped']")


def test_nothing_made_and_nothing_known():
    page = parsed(as_of="")
    assert "No briefing was made." in page.text_content()
    assert "As of: not known" in page.text_content()


def test_everything_is_escaped():
    evil = '<script>x</script>{{ 7*7 }}" onload="y'
    entry = IndexEntry(evil, evil, 1, 1, 1, 1, (File(evil, "javascript:alert(1)"), File("x", f'a/{evil}"')))
    page = parsed(entry, skipped=(Refused(evil, evil),), as_of=evil)
    assert not page.xpath("//body//script")
    assert not page.xpath("//body//@*[starts-with(name(), 'on')]")
    assert not [href for href in page.xpath("//a/@href") if ":" in href]
    assert page.text_content().count("{{ 7*7 }}") == page.text_content().count("<script>") == 6
