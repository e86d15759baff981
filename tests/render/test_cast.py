"""The dossier of a whole case as a page: who is who, and what is said of the events that have no line."""

from collections.abc import Callable

import pytest
from lxml import html as lxml_html

from dossier.model import Description, Event, Kind, MainActor, Overview, Role, RolePlayer, Timeline
from dossier.render import Medium, PageOptions, render_html, render_pdf
from dossier.render.subject.named_in_lines import NameFinder
from tests.render.conftest import Desk
from tests.render.test_pdf import text_of

TEXT = "Marek Varga, a clerk in Dravna, fled. Police searched the depot."
LINKS = {"v": "../marek-varga-v/briefing.html"}


@pytest.fixture(scope="module")
def case(desk: Desk) -> Timeline:
    article = desk.article(TEXT, "2021-05-01", title="Raid in Port Selim")
    fled = desk.event(desk.evidence(article, "fled", "Marek Varga, a clerk in Dravna, fled."), type="escape")
    player = RolePlayer("Marek Varga", Role.AGENT, "v")
    fled = Event(**{**{name: getattr(fled, name) for name in Event.__slots__}, "participants": (player,)})
    search = desk.event(desk.evidence(article, "searched", "Police searched the depot."))
    names = ("Varga", "M. V.", "Marko Varga", "Vargo", "Marek Vraga")
    clerk = Description("a clerk in Dravna", article.id, desk.quote(article, "a clerk in Dravna"))
    actors = (
        MainActor("v", "Marek Varga", Kind.PERSON, names, (clerk,), 12, 5, 4),
        MainActor("p", "<b>Police</b>", Kind.ORGANIZATION, (), (), 1, 1, 1),
    )
    return Timeline(
        None,
        None,
        undated=(search, fled),
        articles={article.id: article.citation},
        overview=Overview(actors, events=7, articles=3),
    )


def squeezed_text(page: lxml_html.HtmlElement) -> str:
    return " ".join(page.text_content().replace("\N{NO-BREAK SPACE}", " ").split())


def test_who_is_who_is_told_and_cited(case: Timeline) -> None:
    page = lxml_html.document_fromstring(render_html(case, "g", links=LINKS))
    varga, police = page.xpath("//section[contains(@class, 'cast')]//div")
    assert squeezed_text(varga) == (
        "Marek VargaPerson, also Varga, M. V., Marko Varga, Vargo: a clerk in Dravna [1] · 12 mentions in 5 articles, "
        "4 independent sources · no. 2 · Dossier"
    )
    assert squeezed_text(police) == "<b>Police</b>Organisation · 1 mention in 1 article"
    assert varga.xpath(".//a/@href") == ["#n1", "#r2", LINKS["v"]]
    assert page.xpath("//li[@id='n1']//a[@href='#w1']")
    assert not page.xpath("//a[@href='#w3']")


BOARD = MainActor("b", "Dravna Trade Board", Kind.ORGANIZATION, ("DTB", "Board"), (), 1, 1, 1)
IDA = MainActor("i", "Ida Roth", Kind.PERSON, ("Roth",), (), 1, 1, 1)
PAUL = MainActor("p", "Paul Roth", Kind.PERSON, ("Roth",), (), 1, 1, 1)
VARGA = MainActor("v", "Marek Varga", Kind.PERSON, ("Varga",), (), 1, 1, 1)
DRAVNA = MainActor("d", "Dravna", Kind.PLACE, (), (), 1, 1, 1)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Police arrested the driver of Marek Varga.", "v"),
        ("Senator Marek Varga left.", "v"),
        ("[Varga], who left, was praised.", "v"),
        ("The wife of Varga, Ida Roth, left.", "iv"),
        ("Lena Varga left.", ""),
        ("Varga Brothers left.", ""),
        ("In Dravna a ship left.", "d"),
        ("A ship left New Dravna.", ""),
        ("The Dravna Trade Board left.", "b"),
        ("DTB Director Hart left.", "b"),
        ("Vargas left.", ""),
        ("Roth left.", ""),
    ],
)
def test_who_is_named_in_a_line(line: str, named: str) -> None:
    assert NameFinder.of((BOARD, IDA, PAUL, VARGA, DRAVNA)).named(line) == frozenset(named)


@pytest.mark.parametrize(("style", "cited"), [("briefing", True), ("chronology", False)])
@pytest.mark.parametrize("medium", list(Medium))
def test_notes_of_who_is_who_stand_beside_it(case: Timeline, style: str, cited: bool, medium: Medium) -> None:
    page = lxml_html.document_fromstring(render_html(case, "g", options=PageOptions(style=style), medium=medium))
    (notes,) = page.xpath("//section[@class='notes']")
    assert ("who is who" in squeezed_text(notes)) is cited


def test_a_case_has_no_names_of_its_own_and_says_what_it_leaves_out(case: Timeline) -> None:
    page = lxml_html.document_fromstring(render_html(case, "g"))
    text = squeezed_text(page)
    assert page.xpath("//h1/text()") == ["The whole case"]
    assert not page.xpath("//h2[@id='who']")
    assert "5 more events stand in case.json" in text
    assert "7 events in 3 articles" in text
    assert "the subject’s part" not in text


def test_a_dossier_of_an_actor_has_no_cast(sample: Timeline) -> None:
    page = lxml_html.document_fromstring(render_html(sample, "g"))
    assert page.xpath("//h2[@id='bottom-line']")
    assert not page.xpath("//h2[@id='cast']")


@pytest.mark.slow
def test_on_paper_no_link_leads_to_another_file(case: Timeline, squeezed: Callable[[str], str]) -> None:
    pdf = render_pdf(render_html(case, "g", links=LINKS))
    text = squeezed(text_of(pdf))
    assert squeezed("12 mentions in 5 articles, 4 independent sources") in text
    assert b"briefing.html" not in pdf
    assert "Dossier" not in text
