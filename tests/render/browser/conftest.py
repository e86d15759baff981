"""A real browser, and the pages of a small fictional case in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from dossier.model import (
    WHOLE_CASE,
    Alias,
    Basis,
    Certainty,
    Conflict,
    Description,
    Event,
    Factuality,
    Kind,
    MainActor,
    Overview,
    Polarity,
    Reading,
    Role,
    RolePlayer,
    Setting,
    Timeline,
)
from dossier.render import (
    START_PAGE,
    File,
    Index,
    IndexEntry,
    IndexGroup,
    PageOptions,
    Refused,
    render_html,
    render_index,
)
from dossier.render.case_outline import case_events, outlets
from dossier.render.index_context import StartFile
from tests.browsing import PATIENCE
from tests.render.conftest import Desk

STRIKE = (
    "<script>window.struck = 1; alert(1)</script><img src=x onerror='window.struck = 1'>"
    '"><svg onload="window.struck = 1"></title></style></script>'
    "<!--<script>{{ 7*7 }}javascript:alert(1)//]]></textarea><iframe srcdoc='<script>parent.struck = 1</script>'>"
)
"""A text that would run in a page that took it for markup."""
LINKS = {START_PAGE: "../index.html", WHOLE_CASE: "../case/briefing.html", "v": "../varga/briefing.html"}
DENIED = Factuality(Certainty.CERTAIN, Polarity.NEGATIVE)
LIKELY = Factuality(Certainty.PROBABLE, Polarity.POSITIVE)
DEEDS = (
    ("arrested", "arrest", "2019-03-03", Factuality(Certainty.CERTAIN, Polarity.POSITIVE)),
    ("searched", "search", "2019-03-04", LIKELY),
    ("met", "meeting", "2019-11", DENIED),
    ("paid", "payment", "2020", LIKELY),
    ("charged", "charge", "2020-05-06", Factuality(Certainty.CERTAIN, Polarity.POSITIVE)),
    ("fled", "escape", "2021-01-02", Factuality(Certainty.CERTAIN, Polarity.POSITIVE)),
)


def events(desk: Desk, who: str) -> list[tuple[Event, str]]:
    """The deeds of the case, one sentence in one article each; the first are also told by a second one."""
    told = []
    for number, (word, kind, day, factuality) in enumerate(DEEDS):
        article = desk.article(
            f"{who} was {word} in Dravna, the police said. A clerk in Dravna saw {word} things.",
            "2021-02-01",
            title=f"On what was {word} {STRIKE if number == 1 else ''}",
            publisher=f"Selim Post {STRIKE if number == 2 else ''}",
            url="https://news.example.org/a" if number else f"javascript:alert('{STRIKE}')",
        )
        piece = desk.evidence(article, word, article.text.split(". ")[0] + ".", desk.dating(day), factuality)
        again = desk.evidence(article, word, article.text.split(". ")[1], desk.dating(day, Basis.RELATIVE), LIKELY)
        event = desk.event(piece, again, type=kind, importance=round(0.9 - 0.1 * number, 1), place=Setting(STRIKE))
        players = (RolePlayer(who, Role.PATIENT, "v"), RolePlayer("Ada Stahl", Role.AGENT, "s"))
        told.append((replace(event, participants=players), article))
    return told


@dataclass(frozen=True)
class Site:
    """The folder of a build: a dossier, that of the case, and the start page."""

    folder: Path

    def url(self, name: str) -> str:
        path = {
            "index": "index.html",
            "reading": "reading.html",
            "case": "case/briefing.html",
            "dossier": "varga/briefing.html",
            "table": "table/briefing.html",
        }[name]
        return (self.folder / path).as_uri()


@pytest.fixture(scope="package")
def site(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("site")
    told = events(desk, "Marek Varga")
    articles = [article for _, article in told]
    own = desk.actor(
        f"Marek Varga {STRIKE}",
        id="v",
        aliases=(Alias(STRIKE, 2, (articles[0].id,)),),
        descriptions=(Description("a clerk in Dravna", articles[0].id, desk.quote(articles[0], "A clerk in Dravna")),),
    )
    first = told[0][0]
    conflict = Conflict(first.id, "when", (Reading("2019-03-03", (0,)), Reading("2019-03-04", (1,))))
    dossier = desk.timeline(articles, [event for event, _ in told[:5]], [told[5][0]], own, [conflict])
    dossier = replace(
        dossier, possible=(desk.event(desk.evidence(articles[0], "saw"), summary=f"A clerk saw x{STRIKE}"),)
    )
    people = (
        MainActor("v", own.name, Kind.PERSON, (STRIKE,), own.descriptions, 9, 6, 6),
        MainActor("s", "Ada Stahl", Kind.PERSON, (), (), 3, 3, 3),
    )
    case = Timeline(
        None,
        dossier.as_of,
        events=dossier.events,
        undated=dossier.undated,
        articles=dossier.articles,
        overview=Overview(people, events=9, articles=6),
    )
    pages = {"varga": render_html(dossier, "g", links=LINKS), "case": render_html(case, "g", links=LINKS)}
    pages["table"] = render_html(dossier, "g", options=PageOptions(style="chronology"))
    for name, page in pages.items():
        (folder / name).mkdir()
        (folder / name / "briefing.html").write_text(page, "utf-8")
    for file in StartFile:
        (folder / file).write_text(render_index(start(case), name=file), "utf-8")
    return Site(folder)


def start(case: Timeline) -> Index:
    files = (File("HTML", "varga/briefing.html"), File("PDF", "varga/briefing.pdf"))
    varga = IndexEntry("Marek Varga", 5, 0, 1, 6, files, aliases=(STRIKE,), description=STRIKE)
    stahl = IndexEntry("Ada Stahl", 0, 0, 0, 3, (), in_cast=2)
    return Index(
        "1 May 2021",
        "g",
        (IndexGroup("People", (varga, stahl)), IndexGroup("Places", (IndexEntry("Dravna", 1, 0, 0, 1, ()),))),
        skipped=(Refused(STRIKE, STRIKE),),
        whole=replace(varga, name="The whole case", files=(File("HTML", "case/briefing.html"),)),
        whole_page="case/briefing.html",
        events=case_events(case),
        outlets=outlets(case.articles),
    )


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, site: Site) -> Iterator[Open]:
    """A function that opens a page of the site in a window of its own, which notes what it asks for and what fails.

    ``page.asked`` are the addresses that it asked for, ``page.struck`` the dialogs and errors.
    """
    contexts = []

    def opened(name: str, width: int = 1280, **about: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, **about)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.asked, page.struck = [], []  # type: ignore[attr-defined]

        def note(route: Route) -> None:
            page.asked.append(route.request.url)  # type: ignore[attr-defined]
            route.continue_()

        page.route("**/*", note)
        page.on("dialog", lambda dialog: (page.struck.append(dialog.message), dialog.dismiss()))  # type: ignore[attr-defined]
        page.on("pageerror", lambda error: page.struck.append(str(error)))  # type: ignore[attr-defined]
        page.on("console", lambda said: said.type == "error" and page.struck.append(said.text))  # type: ignore[attr-defined]
        page.goto(site.url(name))
        return page

    yield opened
    for context in contexts:
        context.close()
