"""How much a briefing tells: short, standard, full."""

from dataclasses import replace

import pytest
from lxml import html as lxml_html

from dossier.model import Conflict, EventPointer, Link, Reading, Reason, Signal
from dossier.render import DEFAULT_PAGE, Medium, PageOptions, briefing, render_html
from dossier.render.options.length import Length
from dossier.render.wording.grounds import ground_words, strongest


def reason(text: str, weight: float) -> Reason:
    return Reason(Signal.WORDING, weight, text)


@pytest.mark.parametrize(
    ("weights", "most", "kept"),
    [
        ((1, 2, 3, 4), 3, (2, 3, 4)),
        ((4, 1, 3), 3, (4, 1, 3)),
        ((4, -1, 3, 2), 3, (4, -1, 3)),
        ((4, -5, 3, 2), 3, (4, -5, 3)),
        ((1, 2, 3, 4), None, (1, 2, 3, 4)),
        ((), 3, ()),
    ],
)
def test_the_strongest_grounds_are_given_and_one_against(weights, most, kept):
    assert tuple(one.weight for one in strongest([reason("a", weight) for weight in weights], most)) == kept


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2021-03-29 in one, 2021-03-30~ in the other", "29 March 2021 in one, about 30 March 2021 in the other"),
        ("2019-05 in both", "May 2019 in both"),
        ("/2019-05-02 in both", "on or before 2 May 2019 in both"),
        ("2019-05-02/2019-05-04 in both", "2–4 May 2019 in both"),
        ("2019 in both; CVE-2019-0708; 2019-99", "2019 in both; CVE-2019-0708; 2019-99"),
    ],
)
def test_dates_of_grounds_are_in_words(text, words):
    assert ground_words([reason(text, 1)]) == words


@pytest.fixture(scope="module")
def long(desk):
    """Fourteen entries; the third, fourth and ninth matter; on the fourth sources disagree, the last is possible."""
    articles = [desk.article(f"Varga fled {n} times.", ref=str(n)) for n in range(15)]
    events = [
        desk.event(
            desk.evidence(article, "fled", None, desk.dating(str(2000 + n))), importance=0.9 if n in (2, 3, 8) else 0.0
        )
        for n, article in enumerate(articles)
    ]
    conflict = Conflict(events[3].id, "place", (Reading("Orlov", (0,)), Reading("Dravna", (0,))))
    timeline = desk.timeline(articles, events[:14], conflicts=[conflict])
    return replace(timeline, possible=(events[14],))


def page_of(timeline, length: Length, medium: Medium = Medium.PAPER):
    options = PageOptions(length=length)
    return lxml_html.document_fromstring(render_html(timeline, "g", options=options, medium=medium))


def test_a_short_page_has_the_key_events_and_what_they_cite(long):
    told = briefing(long, "g", length=Length.SHORT)
    assert [row.number for row in told.rows] == [3, 4, 9, 14]  # and the latest
    assert [entry.row.number for part in told.chronology for entry in part.entries] == [3, 4, 9, 14]
    assert [note.number for note in told.notes] == [3, 4, 9, 14]
    assert len(told.sources) == 4
    page = page_of(long, Length.SHORT)
    assert "The short version: 4 entries of 14" in page.text_content()
    assert page.xpath("//section/@aria-labelledby") == [
        "bottom-line",
        "glance",
        "conflicts",
        "timeline",
        "notes",
        "sources",
    ]
    assert all(page.get_element_by_id(href[1:]) is not None for href in page.xpath("//a/@href") if href[0] == "#")


@pytest.mark.parametrize(
    ("length", "medium", "is_listed"),
    [
        (Length.SHORT, Medium.SCREEN, False),
        (Length.STANDARD, Medium.SCREEN, True),
        (Length.STANDARD, Medium.PAPER, True),
        (Length.FULL, Medium.PAPER, True),
    ],
)
def test_what_is_only_possible_is_listed_but_on_a_short_page(long, length, medium, is_listed):
    assert ("Varga fled 14 times." in page_of(long, length, medium).text_content()) is is_listed


def test_a_note_gives_three_grounds_and_the_strongest_link_unless_it_is_full(desk, article, make_event):
    others = [desk.article(f"The depot was searched, said {n} men.", ref=str(n)) for n in range(2)]
    pieces = [make_event("searched").evidence[0], *(desk.evidence(other, "searched") for other in others)]
    pointers = [EventPointer(piece.article, piece.trigger) for piece in pieces]
    grounds = tuple(reason(f"ground {n}", n) for n in range(1, 6))
    links = (
        Link(pointers[0], pointers[2], (reason("weak", 1),), True),
        Link(pointers[1], pointers[2], grounds, True),
    )
    timeline = desk.timeline([article, *others], [desk.event(*pieces, links=links)])
    told = {length: briefing(timeline, "g", length=length).notes[2].joined for length in Length}
    assert [(one.note, one.text) for one in told[Length.STANDARD]] == [(2, "ground 3; ground 4; ground 5")]
    assert [(one.note, one.text.count(";")) for one in told[Length.FULL]] == [(2, 4), (1, 0)]


@pytest.mark.parametrize("length", list(Length))
def test_a_manifest_keeps_the_length(length):
    options = PageOptions(length=length)
    assert PageOptions.from_settings(options.settings()) == options
    assert PageOptions.from_settings({"length": "endless"}) == DEFAULT_PAGE


@pytest.mark.parametrize(
    ("length", "medium", "voice", "shown"),
    [
        (Length.STANDARD, Medium.PAPER, None, "[2] Told again, for no. 1. Source 1, characters 12–25."),
        (Length.STANDARD, Medium.PAPER, "Hart", "[2] She had fled. For no. 1."),
        (Length.FULL, Medium.PAPER, None, "[2] She had fled. For no. 1."),
        (Length.STANDARD, Medium.SCREEN, None, "[2] Source 1, characters 12–25. Cited at no. 1. She had fled."),
    ],
    ids=["on paper", "not what somebody else tells", "at full length", "on screen"],
)
def test_what_an_article_tells_again_is_a_note_of_one_line(desk, length, medium, voice, shown):
    article = desk.article("Varga fled. She had fled. Hart fled.")
    first = desk.evidence(article, "fled", "Varga fled.")
    again = desk.evidence(article, "fled", "She had fled.", voice=voice)
    timeline = desk.timeline([article], [desk.event(first, again, summary="Varga fled.")])
    notes = page_of(timeline, length, medium).xpath("//section[@class='notes']//li")
    told = notes[1].text_content().replace("\N{WORD JOINER}", "")
    assert " ".join(told.split()).startswith(shown)


def test_what_an_article_tells_again_and_again_is_one_block(desk):
    article = desk.article("Varga fled. She had fled. Hart saw it. She fled again. And she fled.")
    quotes = ("Varga fled.", "She had fled.", "She fled again.", "And she fled.")
    first, *again = (desk.evidence(article, "fled", quote) for quote in quotes)
    timeline = desk.timeline([article], [desk.event(first, *again, summary="Varga fled.")])
    page = page_of(timeline, Length.STANDARD, Medium.PAPER)
    blocks = [" ".join(one.text_content().split()) for one in page.xpath("//section[@class='notes']//li")]
    assert blocks[1].endswith("Told again, for no. 1. Source 1, characters 12–25, [3] 39–54, [4] 55–68.")
    assert [link.get("id") for link in page.xpath("//section[@class='notes']//*[@id]")][1:] == ["n1", "n2", "n3", "n4"]


@pytest.mark.parametrize(("length", "in_full"), [(Length.STANDARD, 12), (Length.FULL, 14)])
def test_an_entry_that_many_tell_is_quoted_in_full_a_dozen_times(desk, length, in_full):
    articles = [desk.article(f"Varga fled, said man {n}.", ref=str(n)) for n in range(14)]
    event = desk.event(*(desk.evidence(article, "fled") for article in articles), summary="Varga fled.")
    notes = page_of(desk.timeline(articles, [event]), length).xpath("//section[@class='notes']//li")
    assert [" For no." in " ".join(note.text_content().split()) for note in notes].count(True) == in_full
