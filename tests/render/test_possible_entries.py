"""What is only possibly about the subject: apart from the entries, with the words that make it doubtful."""

from dataclasses import replace
from io import BytesIO

import pypdf
from lxml import html as lxml_html

from dossier.model import Role, RolePlayer
from dossier.render import Medium, briefing, render_html, render_pdf


def possible_timeline(desk, article, make_event):
    """One certain entry, and one event that "it" ties to the subject."""
    sure, doubtful = make_event("searched"), make_event("hid", "2020", summary="Police hid it.")
    him = RolePlayer("Marek Varga", Role.PATIENT, "a1", 0.8, desk.quote(article, "it"))
    piece = replace(doubtful.evidence[0], participants=(him,))
    doubtful = replace(doubtful, evidence=(piece,), participants=(replace(him, words=None),), importance=1.0)
    return replace(desk.timeline([article], [sure]), possible=(doubtful,))


def test_it_says_which_words_are_doubtful(desk, article, make_event):
    page = briefing(possible_timeline(desk, article, make_event), "g")
    (entry,) = page.possible
    assert (entry.date, entry.line, entry.doubts) == ("2020", "Police hid it.", ("“it”: probably Marek Varga",))
    assert (entry.source, entry.start, entry.end) == (1, 0, 54)


def test_it_counts_nowhere_else(desk, article, make_event):
    timeline = possible_timeline(desk, article, make_event)
    page, without = briefing(timeline, "g"), briefing(replace(timeline, possible=()), "g")
    assert replace(page, possible=(), method=without.method) == without


def test_the_page_lists_it_and_the_pdf_counts_it(desk, article, make_event):
    timeline = possible_timeline(desk, article, make_event)
    page = render_html(timeline, "g")
    (section,) = lxml_html.document_fromstring(page).xpath("//section[@class='possible']")
    assert section.xpath("string(h2)") == "Possibly about Marek Varga"
    assert "“it”: probably Marek Varga" in section.text_content()
    paper = render_html(timeline, "g", medium=Medium.PAPER)
    text = "".join(one.extract_text() for one in pypdf.PdfReader(BytesIO(render_pdf(paper))).pages)
    assert "Possibly about Marek Varga" in text
    assert "probably Marek Varga" not in text
