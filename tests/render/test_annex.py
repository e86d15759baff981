"""The annex of a dossier: its sources with what was used of each, its method, and how to read it."""

from dataclasses import replace

import pytest
from lxml import html as lxml_html

from dossier.model import Description, LeftOut, LeftOutReason, Overview, Timeline
from dossier.render import START_PAGE, Index, Medium, render_html, render_index
from dossier.render.entries.entry_groups import entry_groups, rows_by_article
from dossier.render.index_context import StartFile
from dossier.render.subject.method import method


def words(element) -> str:
    return " ".join(element.text_content().split())


def test_each_source_says_which_entries_rest_on_it(sample: Timeline, html: str) -> None:
    page = lxml_html.document_fromstring(html)
    used = rows_by_article(entry_groups(sample).all)
    entries = page.xpath("//li[@class='source']")
    listed = {words(one): one.xpath(".//a[starts-with(@href, '#r')]/text()") for one in entries}
    assert sorted(map(len, listed.values())) == sorted(map(len, used.values()))
    for text, rows in listed.items():
        assert rows == sorted(rows, key=int)
        assert ("Cited in nos." if len(rows) > 1 else "Cited in no.") in text
        assert len(text.partition("SHA-256 ")[2]) == 64


def test_a_source_that_no_entry_rests_on_says_so(desk, article, make_event) -> None:
    other = desk.article("Varga was seen.", ref="other.txt")
    page = lxml_html.document_fromstring(render_html(desk.timeline([article, other], [make_event("searched")]), "g"))
    (lead,) = page.xpath("//p[contains(@class, 'unused')]")
    assert words(lead) == "Read, but nothing here rests on them."
    (told,) = lead.xpath("following-sibling::ol[1]/li")
    assert "other" in words(told)
    assert len(words(told).partition("SHA-256 ")[2]) == 64


def test_on_paper_such_sources_have_a_line_each_without_hashes(desk, article, make_event) -> None:
    others = [desk.article(f"Varga was seen {n} times.", ref=f"other-{n}.txt") for n in (2, 3)]
    timeline = desk.timeline([article, *others], [make_event("searched")])
    page = lxml_html.document_fromstring(render_html(timeline, "g", medium=Medium.PAPER))
    (section,) = page.xpath("//section[@class='sources']")
    (listed,) = section.xpath("p[contains(@class, 'unused')]/following-sibling::ol")
    assert [words(one) for one in listed] == [
        f"{n} “Varga was seen {n} times.”, publication date not known" for n in (2, 3)
    ]
    assert listed.xpath("li/b/@id") == ["s2", "s3"]
    assert words(section).count("SHA-256") == 1


def test_what_a_note_cites_is_listed_in_full(desk, article, make_event) -> None:
    other = desk.article("Marek Varga, a clerk in Dravna, was seen.", ref="other.txt")
    clerk = Description("a clerk in Dravna", other.id, desk.quote(other, "a clerk in Dravna"))
    timeline = desk.timeline([article, other], [make_event("searched")])
    timeline = replace(timeline, actor=replace(timeline.actor, descriptions=(clerk,)))
    page = lxml_html.document_fromstring(render_html(timeline, "g", medium=Medium.PAPER))
    (section,) = page.xpath("//section[@class='sources']")
    assert words(section).count("SHA-256") == 2
    assert not section.xpath("p[contains(@class, 'unused')]")


def test_what_was_left_out_is_counted_by_reason(desk, article, make_event) -> None:
    left = tuple(
        LeftOut(make_event(trigger), reason)
        for trigger, reason in (
            ("searched", LeftOutReason.TALK),
            ("seized", LeftOutReason.ROUTINE),
            ("hid", LeftOutReason.ROUTINE),
        )
    )
    found = dict(method(replace(desk.timeline([article]), left_out=left), "Dossier 1, m"))
    assert found["Left out"] == "3 events not worth a line: 2 of everyday routine, 1 of talk only"
    assert found["Languages"] == "not stated by 1 article"
    assert found["Read by"].startswith("Dossier 1, m, without a network")
    assert "Left out" not in dict(method(desk.timeline([article]), "g"))


def test_languages_are_counted(desk) -> None:
    stated = [None, "en", "en-GB", "fr", "xx"]
    articles = [replace(desk.article("It fled.", ref=str(n)), language=tag) for n, tag in enumerate(stated)]
    found = dict(method(desk.timeline(articles), "g"))
    assert found["Languages"] == "English (2), French (1), xx (1); not stated by 1 article"


@pytest.mark.parametrize("medium", Medium)
def test_a_dossier_has_the_key_in_short_and_leads_to_the_whole(sample: Timeline, medium: Medium) -> None:
    page = lxml_html.document_fromstring(render_html(sample, "g", links={START_PAGE: "../index.html"}, medium=medium))
    (section,) = page.xpath("//section[@class='how']")
    assert len(words(section)) < 8 * 110, "eight lines"
    assert bool(section.xpath(".//a[@href='../reading.html']")) == (medium is Medium.SCREEN)


def test_the_whole_stands_on_a_page_of_its_own_and_at_the_end_of_the_printed_case(desk) -> None:
    case = replace(desk.timeline([]), actor=None, overview=Overview((), events=7, articles=3))
    reading = render_index(Index("", "g", (), articles=3), name=StartFile.READING)
    printed, shown = (render_html(case, "g", medium=medium) for medium in (Medium.PAPER, Medium.SCREEN))
    told = "of such days at least 80 in 100 are right"
    assert [told in page for page in (reading, printed, shown)] == [True, True, False]
    assert "How to read a dossier" in lxml_html.document_fromstring(printed).xpath("//h2")[-1].text
    assert "3 articles" in words(lxml_html.document_fromstring(reading).body)
