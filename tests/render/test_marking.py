"""The marking of a document (TLP 2.0), its status, and the time that its entries tell of."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pypdf
import pytest
from lxml import html as lxml_html

from dossier.model import DocumentStatus, Marking, Stamp, Timeline
from dossier.render import Index, briefing, render_html, render_index, render_pdf
from dossier.render.wording.marking_line import marking_line

COLOURS = {
    Marking.CLEAR: "#FFFFFF",
    Marking.GREEN: "#33FF00",
    Marking.AMBER: "#FFC000",
    Marking.AMBER_STRICT: "#FFC000",
    Marking.RED: "#FF2B2B",
}


def stamped(timeline: Timeline, marking: Marking | None = None, status: DocumentStatus | None = None) -> str:
    return render_html(replace(timeline, stamp=Stamp(marking, status)), "g")


@pytest.mark.parametrize("marking", Marking)
def test_a_page_is_marked_at_its_head_and_its_foot(sample: Timeline, marking: Marking) -> None:
    pages = [stamped(sample, marking), render_index(Index("", "g", (), marking=marking_line(marking)))]
    for page in pages:
        body = lxml_html.document_fromstring(page).body
        assert body.xpath("//p[starts-with(@class, 'tlp ')]/b/text()") == [marking.value] * 2
        assert body.xpath("string(//header)").strip().startswith(marking.value)
        assert body.xpath("string(//footer)").strip().endswith(marking.value)
        assert re.search(rf"\.tlp b {{[^}}]*color: {COLOURS[marking]}; background: #000", page)


def test_nothing_is_marked_that_nobody_marked(sample: Timeline) -> None:
    assert not re.search("tlp", stamped(sample) + render_index(Index("", "g", ())), re.IGNORECASE)


@pytest.mark.slow
def test_each_page_of_the_pdf_is_marked_at_the_right_in_twelve_points(sample: Timeline) -> None:
    pages = pypdf.PdfReader(io.BytesIO(render_pdf(stamped(sample, Marking.AMBER_STRICT)))).pages
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        found = list(words_of(page))
        marks = [(x, y, size) for text, x, y, size in found if "TLP:AMBER+STRICT" in text]
        assert [size >= 12 for *_, size in marks] == [True, True]
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        assert all(x > 0.6 * width for x, _, _ in marks)
        assert sorted(y > height / 2 for _, y, _ in marks) == [False, True]
        assert f"Page {number} of {len(pages)}" in page.extract_text()


def words_of(page: pypdf.PageObject) -> Iterator[tuple[str, float, float, float]]:
    """Each text of a page, with its place from the lower left corner, and its size."""
    found: list[tuple[str, float, float, float]] = []

    def visit(text: str, cm: list[float], tm: list[float], _: object, size: float) -> None:
        x, y = tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5]
        found.append((text, x, y, size * abs(tm[0] * cm[0])))

    page.extract_text(visitor_text=visit)
    return iter(found)


def test_page_one_says_draft_and_of_what_time_it_tells(sample: Timeline) -> None:
    page = lxml_html.document_fromstring(stamped(sample, status=DocumentStatus.DRAFT))
    line = page.xpath("string(//p[contains(@class, 'edition')])")
    assert line == "Draft · Period of the entries: 3 March 2019 to 2020; 1 undated"


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (["2021-02-09", "2021-03-18"], "9 February to 18 March 2021"),
        (["2021-03-18T15:00", "2021-03-18T17:00"], "18 March 2021"),
        (["2019", "/2021-03"], "2019 to March 2021"),
        (["2019/", "2020-05"], "2019 to May 2020"),
        (["2020-01/2021-05", "2021-03"], "January 2020 to May 2021"),
        ([], ""),
    ],
)
def test_the_period_of_the_entries(desk, dates: list[str], words: str) -> None:
    articles = [desk.article(f"{number} men searched it.", ref=f"{number}") for number, _ in enumerate(dates)]
    told = zip(articles, dates, strict=True)
    events = [desk.event(desk.evidence(one, "searched", None, desk.dating(edtf))) for one, edtf in told]
    assert briefing(desk.timeline(articles, events), "g").period == words
