"""The page that shows what was read: parsed back as a browser would."""

import pytest

from dossier.model import (
    Annotations,
    Published,
)
from dossier.render.article_page import ArticlePage
from tests.reading import TEXT, annotations, article, dead_links, page_of, parsed, shown_text


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
        "C: Mira Osei (person), by description, rule “apposition”, right 93% of the time, not sure"
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
                "by description": "the harbour master (rule “apposition”, right 93% of the time, not sure)",
                "by pronoun": "she 2 (rule “he or she”, right 71% of the time, not sure)",
                "agent of": "leave 2, close 6",
                "source of": "injured 4, killed 5",
            },
        ),
        ("n1-e1", {"agent": "Port Selim police A", "when": "3 March 2019 t1 (stated in the text)"}),
        (
            "n1-e2",
            {
                "line": "stands alone",
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
                "line": "stands alone",
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
                "line": "stands alone",
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
    assert len(page.xpath("//a/@href")) > 50
    assert dead_links(page) == set()


def test_headings_landmarks_and_labels(page):
    assert page.get("lang") == "en"
    assert page.xpath("/html/head/title/text()") == ["Raid in Port Selim – what was read"]
    assert page.xpath("//h1/text()") == ["What was read"]
    assert page.xpath("//h2/text()") == ["Raid in Port Selim"]
    assert [h.text.strip() for h in page.xpath("//h3")] == [
        "Text",
        "Actors",
        "Events",
        "Quotations",
        "Times",
        "Not taken",
    ]
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
    assert dead_links(page) == set()


def test_an_article_in_which_nothing_was_read_says_so():
    of = article()
    assert "Nothing was read in this article." in page_of((of, Annotations(of.id)))


def test_annotations_of_another_article_are_refused():
    with ArticlePage("g") as page, pytest.raises(ValueError, match="do not belong"):
        page.add(article(), Annotations("other"))
