"""The page that shows what was read: parsed back as a browser would."""

import re
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from dossier.model import (
    ActorChain,
    ActorMention,
    Annotations,
    Attribution,
    Cue,
    CueKind,
    EventMention,
    Form,
    Kind,
    Participant,
    Place,
    Published,
    Quantity,
    QuantityKind,
    Quotation,
    Quote,
    Role,
    Span,
    TimeMention,
    TimexType,
)
from dossier.model.mentions import Dating
from dossier.render import prose
from dossier.render.reading import ReadingPage
from tests.reading import TEXT, Finder, annotations, article


def page_of(*pairs):
    with ReadingPage("Dossier 0.1") as page:
        for of, found in pairs:
            page.add(of, found)
        file = BytesIO()
        assert page.write(file) == file.tell()
    return file.getvalue().decode()


def parsed(html: str):
    return lxml_html.document_fromstring(html)


def shown_text(page) -> str:
    """The text with all marks removed."""
    (words,) = page.xpath("//div[@class='words']")
    return words.text_content()


@pytest.fixture(scope="module")
def html() -> str:
    of = article()
    return page_of((of, annotations(of)))


@pytest.fixture(scope="module")
def page(html: str):
    return parsed(html)


def looks(page, words: str) -> list[str]:
    """The classes of each piece of the text that consists of these words."""
    return [it.get("class") for it in page.xpath("//div[@class='words']//*") if it.text_content() == words]


def entry(page, anchor: str) -> dict[str, str]:
    """The fields of an entry by name."""
    return {
        row.xpath("string(dt)"): " ".join(row.xpath("string(dd)").split())
        for row in page.get_element_by_id(anchor).xpath(".//dl/div")
    }


def test_the_text_is_the_articles(page):
    assert shown_text(page) == TEXT


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("Mira Osei", ["actor name hue1"]),
        ("the harbour master", ["actor nominal hue1"]),
        ("she", ["actor pronoun hue1", "actor pronoun hue1"]),
        ("Port Selim", ["actor name hue2", "actor name hue2"]),
        (" police", ["actor name"]),
        ("3 March 2019", ["time"]),
        ("leave", ["event fact"]),
        ("injured", ["event unsure quotation"]),
        ("killed", ["event negated quotation"]),
        ("close", ["event unsure"]),
        ("believe", ["cue quotation"]),
        ("may", ["cue"]),
    ],
)
def test_marks(page, words: str, marked: list[str]):
    assert looks(page, words) == marked


@pytest.mark.parametrize(
    ("words", "sign"),
    [("Mira Osei", "C"), (" police", "A"), ("leave", "2"), ("injured", "4?"), ("killed", "5×"), ("tomorrow", "t2")],
)
def test_a_sign_stands_where_a_mark_ends(page, words: str, sign: str):
    (piece,) = [it for it in page.xpath("//div[@class='words']//*") if it.text_content() == words]
    assert piece.get("data-sign") == sign


def test_the_closing_quotation_mark_leads_to_the_quotation(page):
    closing = page.xpath("//div[@class='words']//a[contains(@class, 'closing')]")
    assert [(it.text_content(), it.get("href"), it.get("data-sign")) for it in closing] == [
        ("”", "#n1-q1", "q1"),
        ("”", "#n1-q2", "q2"),
    ]


def test_a_mark_says_why_in_short(page):
    titles = {it.text_content(): it.get("title") for it in page.xpath("//div[@class='words']//*[@title]")}
    assert titles["the harbour master"] == (
        "C: Mira Osei (person), by description, rule “appositive”, right 93% of the time"
    )
    assert titles["close"] == "6: closure, forecast, possible"
    assert titles["may"] == "modal that bears on 6"


@pytest.mark.parametrize(
    ("anchor", "fields"),
    [
        (
            "n1-a1",
            {"by name": "Port Selim police", "belongs to": "Port Selim B", "agent of": "said 1"},
        ),
        (
            "n1-a3",
            {
                "by name": "Mira Osei, Osei",
                "by description": "the harbour master (rule “appositive”, right 93% of the time)",
                "by pronoun": "she 2 (rule “salience”, right 71% of the time)",
                "agent of": "leave 2, close 6",
                "source of": "injured 4, killed 5",
            },
        ),
        ("n1-e1", {"agent": "Port Selim police A", "when": "3 March 2019 t1 (stated in the text)"}),
        (
            "n1-e2",
            {
                "agent": "Mira Osei C",
                "where": "the depot",
                "said by": "a witness, seen (cue)",
                "as told by": "Port Selim police A, said (cue)",
                "order": "after “fire” 3 (by “after”)",
            },
        ),
        ("n1-e3", {"order": "before “leave” 2 (by “after”)"}),
        (
            "n1-e4",
            {
                "patient": "at least ten people",
                "how many": "at least ten (injured: at least 10)",
                "said by": "she C (Mira Osei, quoted), told (cue)",
                "how sure": "probable, positive, actual",
                "because of": "believe (belief)",
            },
        ),
        (
            "n1-e6",
            {
                "agent": "Osei C",
                "patient": "the port",
                "when": "5 March 2019 t2 (worked out from the publication date, rule “time of its clause”)",
                "how sure": "possible, positive, forecast",
                "because of": "may (modal)",
            },
        ),
        ("n1-q1", {"said by": "she C (Mira Osei, quoted), told (cue)"}),
        ("n1-q2", {"said by": "speaker not found"}),
        (
            "n1-t2",
            {
                "calendar": "5 March 2019 (EDTF 2019-03-05)",
                "TIMEX3": "date 2019-03-05",
                "known as": "worked out from the publication date",
                "rule": "day of reference",
            },
        ),
    ],
)
def test_entries(page, anchor: str, fields: dict[str, str]):
    assert entry(page, anchor) == fields


@pytest.mark.parametrize(
    ("number", "label"),
    [(1, []), (4, ["probable"]), (5, ["said not to have happened"]), (6, ["forecast, possible"]), (7, ["plan"])],
)
def test_an_event_that_is_no_fact_says_so_in_words(page, number: int, label: list[str]):
    event = page.get_element_by_id(f"n1-e{number}")
    assert event.xpath(".//span[contains(@class, 'label')]/text()") == label


def test_the_line_of_an_event(page):
    lines = {it.get("id"): it.xpath("string(p[@class='line'])") for it in page.xpath("//li[@class='entry']")}
    assert lines["n1-e6"] == "Osei may close the port tomorrow."
    assert lines["n1-e1"] == ""


def test_words_of_an_entry_lead_to_their_place_in_the_text(page):
    links = page.get_element_by_id("n1-e6").xpath(".//dd/a[starts-with(@href, '#n1-c')]")
    targets = {a.text_content(): page.get_element_by_id(a.get("href")[1:]).text_content() for a in links}
    assert targets == {"Osei": "Osei", "the port": "the port ", "5 March 2019": "tomorrow", "may": "may"}


def test_every_link_within_the_page_resolves(page):
    ids = page.xpath("//@id")
    assert len(set(ids)) == len(ids)
    links = page.xpath("//a/@href")
    assert links  # at least the one to the first article
    assert {link for link in links if link[1:] not in ids} == set()


def test_headings_landmarks_and_labels(page):
    assert page.get("lang") == "en"
    assert page.xpath("/html/head/title/text()") == ["Raid in Port Selim – what was read"]
    assert page.xpath("//h1/text()") == ["What was read"]
    assert page.xpath("//h2/text()") == ["Raid in Port Selim"]
    assert [h.text.strip() for h in page.xpath("//h3")] == ["Text", "Actors", "Events", "Quotations", "Times"]
    for region in page.xpath("//*[@aria-labelledby]"):
        assert page.get_element_by_id(region.get("aria-labelledby")).text_content().strip()
    assert len(page.xpath("//main")) == 1
    assert all(region.get("aria-label") for region in page.xpath("//nav | //section[@tabindex]"))


def test_it_is_one_file_without_script(page):
    assert not page.xpath("//script | //link | //img | //iframe | //object | //embed | //form | //base")
    assert not page.xpath("//@src | //@srcset | //@*[starts-with(name(), 'on')] | //@style")
    css = "".join(page.xpath("//style/text()"))
    assert "url(" not in css
    assert "@import" not in css
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")


def test_equal_input_gives_equal_pages(html: str):
    of = article()
    assert page_of((of, annotations(of))) == html


def test_several_articles_have_a_list_of_contents_and_ids_of_their_own():
    one, two = article(), article(TEXT, title="The same again", published=Published())
    page = parsed(page_of((one, annotations(one)), (two, annotations(two))))
    assert page.xpath("//h1/text()") == ["What was read in 2 articles"]
    assert [" ".join(li.text_content().split()) for li in page.xpath("//nav[@class='contents']//li")] == [
        (
            "Raid in Port Selim published 4 March 2019 (as given with the article);"
            " 3 actors, 7 events, 2 quotations, 2 times"
        ),
        "The same again publication date not known; 3 actors, 7 events, 2 quotations, 2 times",
    ]
    assert page.xpath("//nav[@class='contents']//a/@href") == ["#n1", "#n2"]
    test_every_link_within_the_page_resolves(page)


def test_an_article_in_which_nothing_was_read_says_so():
    of = article()
    assert "Nothing was read in this article." in page_of((of, Annotations(of.id)))


def test_annotations_of_another_article_are_refused():
    with ReadingPage("g") as page, pytest.raises(ValueError, match="do not belong"):
        page.add(article(), Annotations("other"))


# --- What is overlapped, hostile or strange --------------------------------------------------------------

HOSTILE = '<script>alert(1)</script>{{ 7*7 }}{% raw %}"onmouseover="x" \'onload=\'y &amp; </title></style><!--'


def attacked():
    """An article in which every string that comes from outside is an attack, and all of it is read as everything."""
    text = f"{HOSTILE} fled {'w' * 300}\n\n{HOSTILE}."
    of = article(text, title=HOSTILE, ref=HOSTILE, publisher=HOSTILE, author=HOSTILE, language=HOSTILE)
    words = Finder(text)(HOSTILE)
    spoken = Attribution(words, words, "a1", HOSTILE)
    chain = ActorChain("a1", HOSTILE, Kind.PERSON, (ActorMention(words, Form.NAME, HOSTILE, 0.5),), ("a1",))
    event = EventMention(
        "e1",
        HOSTILE,
        words,
        HOSTILE,
        Span(0, len(text)),
        participants=(Participant(words, Role.AGENT, "a1"),),
        place=Place(words, "a1"),
        attribution=spoken,
        dated_by=HOSTILE,
        cues=(Cue(words, CueKind.HEDGE),),
        quantities=(Quantity(words, QuantityKind.OTHER, 1, 2, HOSTILE),),
        summary=HOSTILE,
    )
    time = TimeMention("t1", words, TimexType.DATE, HOSTILE, Dating(), HOSTILE)
    found = Annotations(of.id, (time,), (chain,), (event,), HOSTILE, (), (Quotation("q1", words, spoken),))
    return of, found


def test_no_element_or_attribute_comes_from_outside():
    page = parsed(page_of(attacked()))
    known = set(
        "html head meta title style body a header h1 details summary ul li span main article h2 p nav div section h3"
        " ol b dl dt dd footer wbr".split()
    )
    assert {element.tag for element in page.iter() if isinstance(element.tag, str)} <= known
    assert not page.xpath("//comment()")
    assert not page.xpath("//body//@*[starts-with(name(), 'on')]")
    assert not [href for href in page.xpath("//a/@href") if not href.startswith("#")]
    assert page.xpath("//@lang") == ["en"]
    assert shown_text(page) == attacked()[0].text
    assert page.text_content().count("{{ 7*7 }}{% raw %}") > 15


def test_what_no_page_can_hold_is_replaced_one_for_one():
    of = article("He\x00 fled\ud800 \x1b[31m.\r\nNext\x0b\x85 line.", title="T\x00\udfff")
    html = page_of((of, Annotations(of.id)))
    assert html.encode()
    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff]", html)
    assert shown_text(parsed(html)) == "He\ufffd fled\ufffd \ufffd[31m. \nNext   line."


def test_directions_do_not_spill():
    of = article("قال مسؤولون إن أبو سالم fled.\n\nIt was أبو سالم who fled over the wall, said \u202eofficials.")
    page = parsed(page_of((of, Annotations(of.id, language="ar"))))
    assert page.xpath("//div[@class='words']/@lang") == ["ar"]
    assert "language ar" in page.xpath("string(//p[@class='about'])")
    assert page.xpath("//div[@class='words']/p/@dir") == ["rtl", "ltr"]


TEXTS = st.text("ab <&\"'>\n\r\t\x00é.؟ب\u202e\U0001f600", min_size=1, max_size=60).filter(str.strip)


@st.composite
def annotated(draw):
    """Any text, with any spans of it read as anything."""
    text = draw(TEXTS)

    def quote():
        start = draw(st.integers(0, len(text) - 1))
        return Quote.cut(text, Span(start, draw(st.integers(start + 1, len(text)))))

    def some(make, most=3):
        return tuple(make(i) for i in range(draw(st.integers(0, most))))

    of = article(text)

    def mention(i):
        return ActorMention(quote(), Form.PRONOUN, "salience", 0.5)

    actors = some(
        lambda i: ActorChain(f"a{i}", f"N{i}", Kind.PERSON, (ActorMention(quote(), Form.NAME), *some(mention)))
    )
    found = Annotations(
        of.id,
        some(lambda i: TimeMention(f"t{i}", quote(), TimexType.DATE, "X", Dating(), "r")),
        actors,
        some(
            lambda i: EventMention(
                f"e{i}",
                "x",
                quote(),
                "x",
                Span(0, len(text)),
                participants=some(lambda j: Participant(quote(), Role.AGENT, actors[0].id if actors else None)),
                cues=some(lambda j: Cue(quote(), CueKind.HEDGE)),
                attribution=Attribution(quote(), quote()),
            )
        ),
        "en",
        (),
        some(lambda i: Quotation(f"q{i}", quote())),
    )
    return of, found


@given(annotated())
def test_any_overlapping_spans_leave_the_text_whole_and_every_link_sound(case):
    of, found = case
    page = parsed(page_of((of, found)))
    assert shown_text(page) == prose.verbatim(of.text)
    test_every_link_within_the_page_resolves(page)


@given(annotated())
def test_every_mark_is_seen_at_each_of_its_characters_that_are_no_space(case):
    of, found = case
    page = parsed(page_of((of, found)))
    at, marked = 0, set()
    for node in page.xpath("//div[@class='words']//text()"):
        piece = node.getparent() if not node.is_tail else node.getparent().getparent()
        if "event" in (piece.get("class") or "").split():
            marked |= {i for i in range(at, at + len(node)) if not of.text[i].isspace()}
        at += len(node)
    read = {i for event in found.events for i in range(event.trigger.span.start, event.trigger.span.end)}
    assert marked == {i for i in read if not of.text[i].isspace()}
