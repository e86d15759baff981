"""The pages as an analyst uses them: in a real browser, by keyboard alone, without JavaScript, in two windows."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dossier.model import AddedEvent, DecisionKind
from dossier.pipeline.deciding.make_judgements import annotated_citations, parse_reference, save_file, save_stated
from dossier.pipeline.opened.open_case import case_anew
from dossier.pipeline.report import BuildReport
from dossier.pipeline.run import Intake, read_and_annotate
from dossier.serve.serving import today
from dossier.sources.stated_judgements import StatedJudgement, as_yaml
from dossier.store import Store
from tests.browsing import follow, press, press_in
from tests.render.browser.conftest import STRIKE
from tests.render.browser.test_pages import violations
from tests.serve.conftest import Desk, Open, Start

pytestmark = pytest.mark.slow  # it starts a browser

VARGA, LIND, LEHNER, BANK = "Marek Varga", "Tomas Lind", "Anna Lehner", "Dravna Savings Bank"


def paths(desk: Desk) -> dict[str, str]:
    """An address of each sort of page."""
    key, article = desk.key(VARGA), desk.article("post.txt")
    return {
        "case": "/",
        "names": "/names",
        "articles": "/articles",
        "history": "/history",
        "whole case": "/dossier/case/",
        "dossier": f"/dossier/{key}/",
        "entry": f"/dossier/{key}/entry/1",
        "gone": f"/dossier/{key}/at/{article}/1-2-1",
        "actor": f"/actor/{key}",
        "article": f"/article/{article}/",
        "words": f"/article/{article}/words/0-9",
        "places": f"/article/{article}/words?words=Dravna",
        "no such page": "/nothing",
    }


def whole(store: Store) -> list[bytes]:
    """All of the case as a build from nothing gives it."""
    run = store.last_run()
    assert run
    case = case_anew(store, run, (), {}, None)
    return [b"".join(case.encoded()), *(case.encoded_timeline(actor.id) for actor in case.actors)]


def decide(page: Page, heading: str, **fields: str) -> None:
    """Open the form with this heading, fill in its fields, and keep the decision."""
    form = page.locator("details.decision", has=page.locator(f"summary:text-is('{heading}')")).first
    if not form.is_visible():
        page.locator("details.rare > summary").first.click()
    if form.get_attribute("open") is None:
        form.locator("summary").click()
    for name, value in fields.items():
        field = form.locator(f"[name={name}]")
        if field.evaluate("(one) => one.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    follow(form.get_by_role("button", name="Show what it changes"))
    follow(page.get_by_role("button", name="Keep"))


def undo_newest(page: Page) -> None:
    """On the page of decisions: look at what it changes to undo the newest, and undo it."""
    follow(page.locator(".decided button", has_text="Undo").first)
    assert page.inner_text("h1") == "What it would change"
    follow(page.locator(".answers").get_by_role("button", name="Undo"))


def to_words(page: Page, words: str) -> None:
    """From an entry to the page on words of its evidence."""
    follow(page.locator(f".piece .words a:text-is('{words}')").first)
    assert page.inner_text("h1") == f"“{words}”"


def entry_of(page: Page, desk: Desk, name: str, line: str) -> None:
    """Open the entry with this line in the dossier of a name, as a reader does."""
    page.goto(f"{desk.address}/dossier/{desk.key(name)}/")
    follow(page.locator("li.row", has_text=line).locator("a.correct"))
    assert line in page.inner_text("main")


def test_axe_finds_no_violation_in_light_and_dark(desk: Desk, open_page: Open) -> None:
    page = open_page(desk)
    for name, path in paths(desk).items():
        page.goto(desk.address + path)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        for scheme, width in (("light", 1280), ("dark", 390)):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 800})
            assert violations(page) == [], (name, scheme)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def attack(desk: Desk) -> None:
    """Judgements in which all that can be typed is an attack."""
    for kind, about, values in (
        (DecisionKind.RENAME, LEHNER, {"name": STRIKE}),
        (DecisionKind.NOTE, VARGA, {"text": STRIKE}),
        (DecisionKind.CHOOSE_DESCRIPTION, VARGA, {"description": STRIKE}),
        (DecisionKind.LINE, f"{VARGA}#1", {"line": STRIKE}),
        (DecisionKind.PLACE, f"{VARGA}#1", {"place": STRIKE}),
        (DecisionKind.SPEAKER, f"{VARGA}#1", {"speaker": STRIKE}),
    ):
        stated = StatedJudgement("", kind, (parse_reference(about),), values, STRIKE, today(), STRIKE)
        assert save_stated(stated, desk.store, desk.case.annotated()).judgements


def test_nothing_of_an_article_runs_and_nothing_is_fetched(desk: Desk, open_page: Open) -> None:
    attack(desk)
    page = open_page(desk)
    for name, path in paths(desk).items():
        page.goto(desk.address + path)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        assert page.evaluate("window.struck") is None, name
        assert (
            page.locator("img, iframe, object, embed, main style, main script:not([type='application/json'])").count()
            == 0
        )
    assert {url.split("/")[2] for url in page.asked} == {desk.address.split("/")[2]}
    assert [one for one in page.struck if "404" not in one] == []


@pytest.mark.parametrize("has_script", [True, False])
def test_a_wrong_he_is_given_to_the_right_person_and_back(desk: Desk, open_page: Open, has_script: bool) -> None:
    before = whole(desk.store)
    page = open_page(desk, f"/dossier/{desk.key(VARGA)}/", java_script_enabled=has_script)
    follow(page.locator("section.possible li.row", has_text="He was arrested").locator("a", has_text="evidence"))
    to_words(page, "He")
    decide(page, "These words mean somebody", other=LIND)
    assert "Decided:" in page.inner_text(".done")
    assert "no longer stands here" in page.inner_text("h1")
    assert any("arrested" in line for line in desk.lines(LIND))
    assert "arrested" not in dossier(page, desk, VARGA)
    assert "arrested" in dossier(page, desk, LIND)
    page.goto(f"{desk.address}/history")
    undo_newest(page)
    assert "Undone:" in page.inner_text(".done")
    assert "arrested" in dossier(page, desk, VARGA)
    assert "arrested" not in dossier(page, desk, LIND)
    assert whole(desk.store) == before


def dossier(page: Page, desk: Desk, name: str) -> str:
    """What the dossier of a name says."""
    page.goto(f"{desk.address}/dossier/{desk.key(name)}/")
    return page.inner_text("main")


CORRECTIONS = (
    (
        VARGA,
        "Your own words for the line",
        {"line": "Varga left the bank."},
        lambda desk: "Varga left the bank." in desk.lines(VARGA),
    ),
    (VARGA, "Another date", {"when": "2021-03-07"}, lambda desk: "2021-03-07" in dates(desk, VARGA)),
    (VARGA, "Leave it out", {}, lambda desk: not resigned(desk, VARGA)),
    (VARGA, f"It is not about {VARGA}", {}, lambda desk: not resigned(desk, VARGA)),
    (VARGA, "Who takes part, and how", {"other": LEHNER, "role": "recipient"}, lambda desk: resigned(desk, LEHNER)),
    (VARGA, "It is about somebody else too", {"other": LEHNER}, lambda desk: resigned(desk, LEHNER)),
    (VARGA, "Whether it happened", {"polarity": "negative"}, lambda desk: resigned(desk, VARGA)),
    (VARGA, "Another place", {"place": "Orlov"}, lambda desk: resigned(desk, VARGA)),
)


def dates(desk: Desk, name: str) -> set[str]:
    entries = desk.case.now().timeline(desk.key(name)).entries
    return {event.dating.when.edtf for event in entries if event.dating.when}


def resigned(desk: Desk, name: str) -> list[str]:
    return [line for line in desk.lines(name) if "resigned" in line]


def test_each_correction_of_an_entry_holds_and_is_undone(desk: Desk, open_page: Open) -> None:
    before = whole(desk.store)
    page = open_page(desk)
    for name, heading, fields, holds in CORRECTIONS:
        assert not holds(desk) or heading.startswith(("Whether", "Another place"))
        entry_of(page, desk, name, "resigned")
        decide(page, heading, **fields)
        assert holds(desk), heading
        assert whole(desk.store) != before, heading
        follow(page.locator(".done button", has_text="Undo"))
        assert whole(desk.store) == before, heading


def test_actors_are_merged_split_renamed_and_their_names_rejected(desk: Desk, open_page: Open) -> None:
    before = whole(desk.store)
    page = open_page(desk)
    for heading, fields, holds in (
        (
            "The same as another",
            {"other": LIND},
            lambda: len({desk.case.now().of_chain[key].id for key in chains(desk)}) == 1,
        ),
        ("Another name", {"name": "M. Varga"}, lambda: desk.key("M. Varga")),
        ("Another kind of actor", {"kind": "organization"}, lambda: kind(desk) == "organization"),
        ("Not one of its names", {"name": "Varga"}, lambda: "Varga" not in aliases(desk)),
        ("A note of yours", {"text": "Ask the bank."}, lambda: True),
    ):
        page.goto(f"{desk.address}/actor/{desk.key(VARGA)}")
        decide(page, heading, **fields)
        assert page.locator(".done").count() or page.goto(f"{desk.address}/history"), heading
        assert holds(), heading
        assert whole(desk.store) != before, heading
        page.goto(f"{desk.address}/history")
        undo_newest(page)
        assert whole(desk.store) == before, heading


def test_a_name_is_split_by_the_articles_that_are_ticked(desk: Desk, open_page: Open) -> None:
    before = whole(desk.store)
    for has_script in (True, False):
        page = open_page(desk, f"/actor/{desk.key(VARGA)}", java_script_enabled=has_script)
        split = page.locator("form.split")
        assert "pleaded" not in split.inner_text()
        assert "was released on 9 March 2021" in split.inner_text() or "resigned on 5 March 2021" in split.inner_text()
        follow(split.get_by_role("button"))
        assert "Tick the articles" in page.inner_text("#fault")
        follow(page.get_by_role("link", name="Back"))
        page.locator("form.split [type=checkbox]").first.check()
        follow(page.locator("form.split").get_by_role("button"))
        assert re.search("set apart from|is not “", page.inner_text(".said"))
        follow(page.get_by_role("button", name="Keep"))
        assert called(desk, VARGA) == len(desk.store.judgements()) + 1
        follow(page.locator(".done button", has_text="Undo"))
        assert whole(desk.store) == before


def called(desk: Desk, name: str) -> int:
    return sum(actor.name == name for actor in desk.case.now().case.actors)


def chains(desk: Desk) -> list[tuple[str, str]]:
    return [
        key
        for key, actor in desk.case.now().of_chain.items()
        if {VARGA, LIND} & {actor.name, *(one.text for one in actor.aliases)}
    ]


def kind(desk: Desk) -> str:
    return desk.case.now().actors[desk.key(VARGA)].kind.value


def aliases(desk: Desk) -> list[str]:
    return [one.text for one in desk.case.now().actors[desk.key(VARGA)].aliases]


def test_an_event_is_added_from_selected_words(desk: Desk, open_page: Open) -> None:
    page = open_page(desk, f"/article/{desk.article('dravna.txt')}/")
    page.evaluate("""() => {
      const walker = document.createTreeWalker(document.querySelector(".words"), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf("the head of");
        if (at >= 0) return getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 11);
      }
    }""")
    follow(page.locator("button.selected-words"))
    assert "the head of" in page.inner_text("h1")
    decide(page, "These words tell of an event", type="appointment", line="Varga became the head of the bank.")
    (added,) = desk.store.judgements()
    assert isinstance(added.decision, AddedEvent)
    assert "Varga became the head of the bank." in b"".join(desk.case.now().case.encoded()).decode()


def test_by_keys_alone(desk: Desk, open_page: Open) -> None:
    page = open_page(desk, f"/actor/{desk.key(LEHNER)}")
    active = "document.activeElement"
    page.keyboard.press("Tab")
    assert page.evaluate(f"{active}.textContent") == "Skip to the page"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(f"{active}.textContent.trim()") == "Another name":
            break
    page.keyboard.press("Enter")
    expect(page.locator(".decision[open] [name=name]")).to_be_focused()
    page.keyboard.type("A. Lehner")
    press(page, "Enter")
    press_in(page.get_by_role("button", name="Keep"), "Enter")
    assert page.inner_text("h1") == "A. Lehner"
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate(f"{active}.textContent") == "Undo":
            break
    press(page, "Enter")
    assert "Undone" in page.inner_text(".done")
    assert desk.store.judgements() == []


def test_two_windows_lose_nothing(desk: Desk, open_page: Open) -> None:
    one, other = open_page(desk, f"/actor/{desk.key(LEHNER)}"), open_page(desk, f"/actor/{desk.key(LEHNER)}")
    decide(one, "Another name", name="A. Lehner")
    decide(other, "Another kind of actor", kind="other")
    assert len(desk.store.judgements()) == 2
    old = open_page(desk, f"/dossier/{desk.key(VARGA)}/entry/1")
    decide(one, "No name at all")
    decide(old, "Another date", when="2021-03-08")
    assert len(desk.store.judgements()) == 4
    assert old.locator(".done").count() == 1


def test_a_nightly_build_while_a_page_is_open(desk: Desk, open_page: Open, tmp_path: Path) -> None:
    page = open_page(desk, f"/actor/{desk.key(LEHNER)}")
    (tmp_path / "late.txt").write_text(
        "Nela Dorn was appointed minister in Dravna on 10 March 2021. Anna Lehner resigned on 11 March 2021.\n", "utf-8"
    )
    with Store(desk.path) as nightly:
        read_and_annotate(Intake(sources=[str(tmp_path / "late.txt")]), nightly, BuildReport())
    decide(page, "Another name", name="A. Lehner")
    assert page.inner_text("h1") == "A. Lehner"
    page.goto(f"{desk.address}/names")
    assert "Nela Dorn" in page.inner_text("main")


def test_judged_in_the_browser_or_by_a_file_gives_the_same_bytes(
    start: Start, open_page: Open, read_store: Path, tmp_path: Path
) -> None:
    desk = start()
    page = open_page(desk)
    entry_of(page, desk, VARGA, "resigned")
    decide(page, "Your own words for the line", line="Varga left.")
    decide(page, "Another date", when="2021-03-07")
    page.goto(f"{desk.address}/actor/{desk.key(LEHNER)}")
    decide(page, "Another name", name="A. L.")
    (tmp_path / "judgements.yaml").write_text(as_yaml(desk.store.judgements(), {}), "utf-8")
    shutil.copy(read_store, tmp_path / "by-file.db")
    with Store(tmp_path / "by-file.db") as other:
        run = other.last_run()
        assert run
        saved = save_file(tmp_path / "judgements.yaml", "ada", today(), other, annotated_citations(other, run))
        assert len(saved.judgements) == 3
        assert whole(other) == whole(desk.store)


def test_a_page_that_shows_to_others_has_no_form(start: Start, open_page: Open) -> None:
    desk = start(is_read_only=True)
    page = open_page(desk)
    for name, path in paths(desk).items():
        page.goto(desk.address + path)
        assert page.locator("form[method=post]").count() == 0, name
