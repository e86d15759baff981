"""What is only possibly about the subject: apart from the entries, with the words that make it doubtful."""

from dataclasses import replace
from io import BytesIO

import pypdf
import pytest
from lxml import html as lxml_html

from dossier.model import PartOfSpeech, Role, RolePlayer
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


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("The loss of this captain could badly hurt the club.", ["“could badly hurt”: not stated to have happened"]),
        ("The loss of this captain did hurt the club.", []),
    ],
)
def test_a_noun_of_what_only_could_come_has_a_label(desk, text, labels):
    article = desk.article(text)
    piece = replace(
        desk.evidence(article, "loss"), part_of_speech=PartOfSpeech.NOUN, hangs_on=desk.quote(article, "hurt")
    )
    him = RolePlayer("Marek Varga", Role.PATIENT, "a1", 0.8, desk.quote(article, "this captain"))
    event = desk.event(replace(piece, participants=(him,)), participants=(him,))
    page = briefing(replace(desk.timeline([article], []), possible=(event,)), "g")
    assert [f"{one.about}: {one.text}" for entry in page.possible for one in entry.labels] == labels


@pytest.mark.parametrize(
    ("doubtful", "listed"),
    [
        ("it", []),  # the line tells of the subject by name, and "it" is another thing
        ("Marek Varga", ["Marek Varga hid it."]),  # the name itself may be another's
    ],
)
def test_a_line_that_names_the_subject_is_listed_where_that_name_is_in_doubt(desk, doubtful, listed):
    article = desk.article("Marek Varga hid it.")
    him = RolePlayer("Marek Varga", Role.AGENT, "a1", 0.8, desk.quote(article, doubtful))
    event = desk.event(replace(desk.evidence(article, "hid"), participants=(him,)), participants=(him,))
    page = briefing(replace(desk.timeline([article], []), possible=(event,)), "g")
    assert [entry.line for entry in page.possible] == listed


@pytest.mark.parametrize(
    ("confidence", "printed", "said"),
    [
        (0.8, 1, "1 event only possibly about the subject"),
        (0.6, 0, "1 event only possibly about the subject, too unlikely to be printed"),
    ],
)
def test_what_is_unlikely_is_only_counted(desk, article, make_event, confidence, printed, said):
    (doubtful,) = possible_timeline(desk, article, make_event).possible
    players = tuple(replace(player, confidence=confidence) for player in doubtful.participants)
    doubtful = replace(doubtful, participants=players)
    page = briefing(replace(desk.timeline([article], [make_event("searched")]), possible=(doubtful,)), "g")
    assert len(page.possible) == printed
    assert dict(page.method)["Left out"] == said


def test_it_counts_nowhere_else(desk, article, make_event):
    timeline = possible_timeline(desk, article, make_event)
    page, without = briefing(timeline, "g"), briefing(replace(timeline, possible=()), "g")
    assert replace(page, possible=(), method=without.method) == without


def test_what_stands_in_a_sentence_of_the_subject_comes_last(desk, article, make_event):
    (doubtful,) = possible_timeline(desk, article, make_event).possible
    other = desk.article("Varga fled.", ref="other")
    events = tuple(
        replace(doubtful, id=f"p{n}", summary=f"Police hid ledger {n}.", importance=weight)
        for n, weight in enumerate((0.5, 0.4, 0.3), 1)
    )
    alone = replace(desk.evidence(other, "fled"), participants=doubtful.evidence[0].participants)
    fled = replace(desk.event(alone), importance=0.01)
    timeline = replace(desk.timeline([article, other], [make_event("searched")]), possible=(*events, fled))
    page = briefing(timeline, "g")
    assert [one.line for one in page.possible if one.is_weighty][-1] == "Varga fled."


@pytest.mark.parametrize(
    ("weights", "printed", "rest"),
    [
        ((0.1, 0.4, 0.2, 0.3), [2, 3, 4], "1 event more of less weight stands in the HTML page"),
        ((0.5, 0.1, 0.2, 0.3, 0.4), [1, 4, 5], "2 events more of less weight stand in the HTML page"),
        ((0.1, 0.2), [1, 2], ""),
    ],
)
def test_paper_has_the_three_most_important(desk, article, make_event, weights, printed, rest):
    (doubtful,) = possible_timeline(desk, article, make_event).possible
    events = tuple(
        replace(doubtful, id=f"p{n}", summary=f"Police hid ledger {n}.", importance=weight)
        for n, weight in enumerate(weights, 1)
    )
    timeline = replace(desk.timeline([article], [make_event("searched")]), possible=events)
    page = lxml_html.document_fromstring(render_html(timeline, "g", medium=Medium.PAPER))
    (section,) = page.xpath("//section[@class='possible']")
    text = section.text_content()
    assert [n for n in range(1, 6) if f"Police hid ledger {n}." in text] == printed
    assert text.count("“it”: probably Marek Varga") == len(printed)
    assert rest in text
    assert bool(rest) is ("of less weight" in text)


def test_what_says_no_doubt_goes_last_and_what_is_told_already_is_left_out(desk, article, make_event):
    (doubtful,) = possible_timeline(desk, article, make_event).possible
    told = make_event("searched", summary="Police searched the depot.")
    undoubted = replace(doubtful, evidence=make_event("hid").evidence, summary="Police hid a ship.")
    repeated = replace(doubtful, summary=told.summary)
    light = tuple(replace(doubtful, summary=f"Police hid ledger {n}.", importance=0.0) for n in range(3))
    timeline = replace(desk.timeline([article], [told]), possible=(undoubted, repeated, *light))
    assert [entry.is_weighty for entry in briefing(timeline, "g").possible] == [False, True, True, True]


@pytest.mark.parametrize(
    ("lines", "printed", "numbers"),
    [
        (("Police hid it.", "Police hid it."), ["Police hid it."], [1]),
        (("Police hid it.", "Police seized a ledger and hid it."), ["Police seized a ledger and hid it."], [2]),
        (("Police seized a ledger and hid it.", "Police hid it."), ["Police seized a ledger and hid it."], [1]),
        (("Police hid it.", "Varga fled."), ["Police hid it.", "Varga fled."], [1, 2]),
    ],
)
def test_what_one_sentence_says_twice_stands_once(desk, article, make_event, lines, printed, numbers):
    (doubtful,) = possible_timeline(desk, article, make_event).possible
    events = tuple(replace(doubtful, id=f"p{n}", summary=line) for n, line in enumerate(lines))
    told = briefing(replace(desk.timeline([article], [make_event("searched")]), possible=events), "g").possible
    assert [entry.line for entry in told] == printed
    assert [entry.number for entry in told] == numbers


def test_the_page_lists_it_and_so_does_the_pdf(desk, article, make_event):
    timeline = possible_timeline(desk, article, make_event)
    page = render_html(timeline, "g")
    (section,) = lxml_html.document_fromstring(page).xpath("//section[@class='possible']")
    assert section.xpath("string(h2)") == "Possibly about Marek Varga"
    assert "“it”: probably Marek Varga" in section.text_content()
    paper = render_html(timeline, "g", medium=Medium.PAPER)
    text = "".join(one.extract_text() for one in pypdf.PdfReader(BytesIO(render_pdf(paper))).pages)
    assert "Possibly about Marek Varga" in text
    assert "probably Marek Varga" in text
