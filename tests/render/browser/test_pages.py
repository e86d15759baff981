"""Pages as a reader uses them: in a real browser, by mouse, by keyboard alone, without JavaScript, light and dark."""

from importlib.resources import files

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import follow
from tests.render.browser.conftest import DEEDS, Open, Site

pytestmark = pytest.mark.slow

NAMES = ("dossier", "case", "index")
AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
VIOLATIONS = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.map(
    (one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).slice(0, 3).join(" | ")}`)"""


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    return page.evaluate(VIOLATIONS)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", [*NAMES, "reading"])
def test_axe_finds_no_violation_in_light_and_dark(open_page: Open, name: str, width: int) -> None:
    page = open_page(name, width)
    if name == "dossier":
        page.locator("#r1 a.ref").first.click()
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == [], scheme
        assert page.evaluate("getComputedStyle(document.body).backgroundColor === 'rgb(255, 255, 255)'") == (
            scheme == "light"
        )
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_axe_finds_what_is_wrong(open_page: Open) -> None:
    page = open_page("dossier")
    page.evaluate("document.querySelector('svg[role=img] title').remove(); document.documentElement.lang = ''")
    assert {"html-has-lang", "svg-img-alt"} <= {found.split(":")[0] for found in violations(page)}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_fetched_and_nothing_of_an_article_runs(open_page: Open, site: Site, name: str) -> None:
    page = open_page(name)
    for ref in page.locator("a.ref").all()[:4]:
        ref.click()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    if page.locator("input[type=search]").count():
        page.locator("input[type=search]").fill("<img src=x onerror=alert(1)>")
    page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    assert page.asked == [site.url(name)]
    assert page.struck == []
    assert page.evaluate("window.struck") is None
    assert page.locator("img, iframe, object, embed, body script:not([type='application/json'])").count() == 0
    assert "window.struck" in page.inner_text("body")


def shown(page: Page) -> list[str]:
    """The numbers of the entries that are seen, in their order."""
    rows = page.locator(":is(li, tr)[id^=r]:visible")
    return rows.evaluate_all("(rows) => rows.map((row) => row.id).filter((id) => /^r[0-9]+$/.test(id))")


def test_entries_are_filtered(open_page: Open) -> None:
    page = open_page("dossier")
    for name, value, left in (
        ("year", "2019", ["r1", "r2", "r3"]),
        ("year", "2020", ["r4", "r5"]),
        ("type", "meeting", ["r3"]),
        ("status", "not established", ["r2", "r4"]),
    ):
        page.select_option(f"select[name={name}]", value)
        assert shown(page) == left
        assert page.inner_text("form.filter p[role=status]") == f"{len(left)} of 6 entries shown"
        page.select_option(f"select[name={name}]", "")


def test_a_table_is_filtered_too_and_has_no_violation(open_page: Open) -> None:
    page = open_page("table", 390)
    page.locator("form.filter summary").click()
    page.select_option("select[name=order]", "rank")
    page.select_option("select[name=status]", "not established")
    assert shown(page) == ["r2", "r4"]
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.select_option("select[name=order]", "")
    assert page.struck == []


def test_by_source_by_text_by_importance_and_back(open_page: Open) -> None:
    page = open_page("dossier")
    every = [f"r{number}" for number in range(1, 7)]
    source = page.locator("select[name=source] option").nth(1).get_attribute("value")
    page.select_option("select[name=source]", source)
    (left,) = shown(page)
    assert page.locator(f"#{left} a.ref").count() > 0
    page.click("button.clear")
    assert shown(page) == every
    page.fill("input[name=text]", "VARGA charged")
    assert shown(page) == ["r5"]
    page.locator("a[href='#r1']").first.click()
    assert shown(page) == every, "a link to an entry that is filtered away shows it"
    before = page.inner_text("main")
    page.select_option("select[name=order]", "rank")
    assert page.inner_text("#r2 .when b") == "4 Mar 2019"
    assert shown(page)[0] == "r1"
    assert sorted(shown(page)) == every
    page.select_option("select[name=order]", "")
    assert shown(page) == every
    assert page.inner_text("main") == before
    assert page.locator(".possible .row:visible").count() == 1


def test_by_keys_alone(open_page: Open) -> None:
    page = open_page("dossier")
    active = "document.activeElement"
    press = page.keyboard.press
    press("/")
    page.keyboard.type("charged")
    assert shown(page) == ["r5"]
    press("Escape")
    press("j")
    assert page.evaluate(f"{active}.id") == "r5"
    page.keyboard.press("/")
    page.locator("input[name=text]").fill("")
    press("Escape")
    for _ in range(3):
        press("j")
    press("k")
    assert page.evaluate(f"{active}.id") == "r2"
    press("e")
    assert page.locator("#r2 .evidence").count() == page.locator("#r2 a.ref").count() > 0
    press("e")
    assert page.locator(".evidence").count() == 0
    press("Tab")
    while not page.evaluate(f"{active}.matches('a.ref')"):
        press("Tab")
    at = page.evaluate("scrollY")
    press("Enter")
    assert page.locator(".evidence").count() == 1
    assert page.evaluate(f"{active}.getAttribute('aria-expanded')") == "true"
    assert page.evaluate("scrollY") == at
    press("Escape")
    assert page.locator(".evidence").count() == 0
    press("?")
    assert page.locator("dialog[open]").count() == 1
    press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_evidence_opens_in_place_with_its_source(open_page: Open) -> None:
    page = open_page("dossier", 390)
    page.locator("#r4 a.ref").first.click()
    said = page.inner_text("#r4 .evidence")
    assert "characters" in said
    assert "On what was paid" in said
    assert "SHA" not in said
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_the_contents_fold_on_a_small_screen_and_hide_no_heading(open_page: Open) -> None:
    page = open_page("dossier", 390)
    assert not page.locator("nav ol").is_visible()
    page.locator("nav summary").click()
    follow(page.locator("nav a[href='#sources']"))
    expect(page.locator("nav ol")).to_be_hidden()
    bar, heading = page.locator("nav").bounding_box(), page.locator("#sources").bounding_box()
    assert bar
    assert heading
    assert heading["y"] >= bar["y"] + bar["height"] - 1


def test_names_are_searched_on_the_start_page(open_page: Open) -> None:
    page = open_page("index")
    page.keyboard.press("/")
    page.keyboard.type("stahl")
    assert page.locator("[data-name]:visible dt").all_inner_texts() == ["Ada Stahl"]
    assert page.locator("[data-group]:visible h3").all_inner_texts() == ["People"]


def test_each_dossier_is_one_click_away_and_back(open_page: Open, site: Site) -> None:
    page = open_page("index")
    follow(page.locator(".people dt a").first)
    assert page.url == site.url("dossier")
    follow(page.locator("text=The whole case").first)
    assert page.url == site.url("case")
    follow(page.locator("nav a[href='../varga/briefing.html']"))
    follow(page.locator("text=All dossiers").first)
    assert page.url == site.url("index")


@pytest.mark.parametrize("name", NAMES)
def test_all_of_it_is_there_without_javascript(open_page: Open, name: str) -> None:
    with_script, without = open_page(name), open_page(name, java_script_enabled=False)
    text = "document.body.textContent"
    told = without.locator("header, main, footer").all_inner_texts()
    assert without.locator("form, dialog, button").count() == 0
    for section in without.locator("section").all():
        assert section.is_visible()
    if name != "index":
        assert without.locator("li[id^=r]:visible").count() == len(DEEDS)
        assert without.locator(".notes li:visible").count() == with_script.locator(".notes li").count() > 5
        follow(without.locator("#r2 a.ref").first)
        assert without.url.endswith(without.locator("#r2 a.ref").first.get_attribute("href") or "none")
    assert all(told)
    assert len(with_script.evaluate(text)) > 0


def test_on_paper_there_is_no_form_and_what_was_filtered_is_said(open_page: Open) -> None:
    page = open_page("dossier")
    page.select_option("select[name=year]", "2019")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("form:visible, nav:visible, button:visible").count() == 0
    assert "3 of 6 entries" in page.inner_text("main")
    assert shown(page) == ["r1", "r2", "r3"]
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(26, 26, 26)"
