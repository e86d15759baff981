"""The queue of doubts and the search: by keys, without JavaScript, light and dark, and against strange requests."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from dossier.model import Verdict
from dossier.pipeline.opened.open_case import open_case
from dossier.pipeline.report import BuildReport
from dossier.pipeline.run import Intake, read_and_annotate
from dossier.store import Store
from tests.browsing import follow, press
from tests.render.browser.conftest import STRIKE
from tests.render.browser.test_pages import VIOLATIONS
from tests.serve.conftest import Desk, Open, Start
from tests.serve.test_requests import OWN, enter, get

pytestmark = pytest.mark.slow  # it reads articles

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
GIVEN = ("Adam", "Boris", "Carl", "David", "Emil", "Felix", "Georg", "Henry", "Ivan", "Jakob", "Karl", "Leon")
SURNAMES = "Arden Brody Calder Dorrit Elgar Farrow Garner Hadley Irving Jarrow Keaton Lowell".split()
ASKED = 20


def trial(n: int) -> str:
    """An article on the trial of one of twelve, in which "he" may mean another."""
    one, other = f"{GIVEN[n]} {SURNAMES[n]}", f"{GIVEN[-n - 1]} {SURNAMES[(n + 5) % 12]}"
    return (
        f"Trial of {one} {STRIKE if n == 0 else ''}\n\n"
        f"{one} met {other} in Dravna on {n + 1} March 2021. He was arrested on {n + 2} March 2021. "
        f"The court said that he had paid {n + 3} million euros. On {n + 4} March 2021 he was released.\n"
    )


@pytest.fixture(scope="module")
def read_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with many doubts, in place of the one of the other tests."""
    folder = tmp_path_factory.mktemp("doubtful")
    for n in range(len(GIVEN)):
        (folder / f"trial{n:02}.txt").write_text(trial(n), "utf-8")
    with Store(folder / "store.db") as store:
        run, _ = read_and_annotate(Intake(sources=[str(folder)]), store, BuildReport())
        open_case(store, run)
    return folder / "store.db"


def left(page: Page) -> int:
    return int(re.findall(r"\d+", page.inner_text(".filters"))[0])


def test_twenty_doubts_are_decided_by_keys_and_one_is_undone(desk: Desk, open_page: Open) -> None:
    page = open_page(desk, "/queue")
    before, asked = left(page), []
    for n in range(ASKED):
        asked.append(page.locator("input[name=doubt]").input_value())
        press(page, "sd"[n % 2])
    assert len(set(asked)) == ASKED
    assert left(page) <= before - ASKED  # a decision settles other doubts, too
    assert len(desk.store.judgements()) == ASKED
    assert {one.by for one in desk.store.judgements()} == {"ada"}
    press(page, "z")
    assert "Undone" in page.inner_text(".done")
    assert len(desk.store.judgements()) == ASKED - 1
    assert page.locator("input[name=doubt]").input_value() == asked[-1]
    assert page.inner_text(".bar [aria-current] + *, .bar a[href='/history']").endswith(str(ASKED - 1))
    assert page.struck == []  # type: ignore[attr-defined]


def test_what_an_answer_changed_is_told_behind_it(desk: Desk, open_page: Open) -> None:
    page = open_page(desk, "/queue?about=pronouns")
    press(page, "s")
    page.locator(".progress a").get_by_text("Show it").wait_for()
    assert re.search(r"\d+ entr(y changes|ies change), in \d+ dossiers?|No entry", page.inner_text(".progress"))
    follow(page.locator(".progress a"))
    assert page.inner_text("h1") == "What it changed"
    assert page.locator(".effects li").count() > 0
    assert page.struck == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("has_script", [True, False])
def test_what_each_answer_would_change_is_told_before_one_is_given(
    desk: Desk, open_page: Open, has_script: bool
) -> None:
    page = open_page(desk, "/queue?about=pronouns", java_script_enabled=has_script)
    if not has_script:
        follow(page.get_by_role("link", name="What would an answer change?"))
    page.locator(".would dd", has_text="put aside").wait_for()
    told = page.locator(".would dd").all_inner_texts()
    assert len(told) == len(page.locator(".answers [name=verdict]").all())
    assert any(re.search(r"\d+ entr(y changes|ies change), in \d+ dossiers?", one) for one in told)
    assert len(set(told)) == len(told)  # by what reads alike nobody can choose
    assert desk.store.stored_judgements() == []
    assert page.struck == []  # type: ignore[attr-defined]


def test_a_pronoun_of_which_one_is_not_sure_is_put_aside_and_taken_up_again(desk: Desk, open_page: Open) -> None:
    page = open_page(desk, "/queue?about=pronouns")
    first, before = page.locator("input[name=doubt]").first.input_value(), left(page)
    press(page, "u")
    assert (page.locator(".answers input[name=doubt]").input_value() != first, left(page)) == (True, before - 1)
    press(page, "z")
    assert (page.locator(".answers input[name=doubt]").input_value(), left(page)) == (first, before)
    assert desk.store.stored_judgements() == []


@pytest.mark.parametrize("first", ["s", "j"])
def test_a_key_pressed_while_the_next_doubt_comes_answers_nothing(desk: Desk, open_page: Open, first: str) -> None:
    page = open_page(desk, "/queue")
    held: list[Route] = []

    def hold(route: Route) -> None:  # Playwright takes no method of a list
        held.append(route)

    asked = page.locator(".answers input[name=doubt]").input_value()
    page.route(re.compile(r"/queue($|\?)"), hold)
    with page.expect_request(lambda request: request.is_navigation_request()):
        page.keyboard.press(first)
    page.keyboard.press("d")
    with page.expect_navigation():
        for one in held:
            one.continue_()
    assert page.locator(".answers input[name=doubt]").input_value() != asked
    assert [one.decision.verdict for one in desk.store.judgements()] == [Verdict.SAME] * (first == "s")


def test_the_keys_stand_in_a_dialog(desk: Desk, open_page: Open) -> None:
    page = open_page(desk, "/queue")
    for by_key in (True, False):
        if by_key:
            page.keyboard.press("?")
        else:
            page.get_by_role("button", name="Keys").click()
        assert "undo the last answer" in page.get_by_role("dialog").inner_text()
        page.keyboard.press("s")  # answers nothing
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
    assert desk.store.stored_judgements() == []


def test_keys_move_without_an_answer_and_are_silent_in_a_field(desk: Desk, open_page: Open) -> None:
    page = open_page(desk, "/queue")
    first = page.inner_text("h1") + page.inner_text(".doubt-sides")
    press(page, "j")
    assert page.inner_text("h1") + page.inner_text(".doubt-sides") != first
    press(page, "p")
    assert page.inner_text("h1") + page.inner_text(".doubt-sides") == first
    page.keyboard.press("w")
    page.keyboard.type("sdu because")
    page.keyboard.press("Enter")
    page.reload()
    assert desk.store.judgements() == []
    page.keyboard.press("w")
    page.keyboard.type("sdu because")
    assert page.locator("[name=why]").input_value() == "sdu because"
    page.keyboard.press("Escape")
    press(page, "s")
    assert [one.why for one in desk.store.judgements()] == ["sdu because"]


def test_without_javascript_doubts_are_decided_and_words_found(desk: Desk, open_page: Open) -> None:
    page = open_page(desk, "/queue", java_script_enabled=False)
    before = left(page)
    follow(page.get_by_role("button", name="Yes"))
    assert left(page) == before - 1
    follow(page.get_by_role("link", name="What did it change?"))
    assert page.inner_text("h1") == "What it changed"
    follow(page.get_by_role("link", name="Search"))
    page.get_by_label("Words").fill("arrested Dravna")
    follow(page.get_by_role("button", name="Search"))
    assert "arrested" in page.locator("mark").all_inner_texts()


@pytest.mark.parametrize("path", ["/queue", "/queue?about=pronouns", "/queue?about=names", "/search?q=arden+trial"])
def test_axe_finds_no_violation_in_light_and_dark(desk: Desk, open_page: Open, path: str) -> None:
    page = open_page(desk, path, 390, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    page.evaluate(AXE)
    for width, scheme in ((390, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert page.evaluate(VIOLATIONS) == [], scheme
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("window.struck") is None


def test_found_names_lines_and_articles_lead_to_where_they_stand(desk: Desk, open_page: Open) -> None:
    for within, words in (("names", "arden"), ("lines", "arrested"), ("articles", '"trial of adam"')):
        page = open_page(desk, f"/search?in={within}&q={words}")
        assert {one.casefold() for one in page.locator(".found mark").all_inner_texts()} >= {
            words.strip('"').split()[0]
        } or (within == "articles")
        follow(page.locator(".found a").first)
        assert page.locator("main").count() == 1
        assert "no such page" not in page.inner_text("main")
        assert page.struck == []  # type: ignore[attr-defined]


HOSTILE = ("", '"', "*", "a AND NOT b", "NEAR(", STRIKE, "x" * 4000, "\x00", "'; DROP TABLE article; --")


@pytest.mark.parametrize("words", HOSTILE)
def test_no_query_fails_and_none_runs(desk: Desk, words: str) -> None:
    enter(desk)
    answered = desk.client.get("/search", query_string={"q": words}, headers={"Host": "127.0.0.1"})
    assert answered.status_code == 200
    assert "<script>window" not in answered.text
    assert "onerror='window" not in answered.text


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"doubt": "none", "verdict": "same"}, 409),
        ({"doubt": "none", "verdict": "maybe"}, 400),
        ({"verdict": "same"}, 409),
        ({"doubt": "none", "verdict": "same", "about": "//evil.example", "next": "\r\nX: y"}, 409),
    ],
)
def test_a_strange_answer_decides_nothing(desk: Desk, form: dict[str, str], code: int) -> None:
    csrf = enter(desk)
    answered = desk.client.post("/queue", data={"csrf": csrf, **form}, headers={"Host": "127.0.0.1", **OWN})
    assert answered.status_code == code
    assert answered.headers.get("Location", "/queue").startswith("/queue")
    assert desk.store.stored_judgements() == []


def test_an_answer_without_the_token_of_the_session_is_refused(desk: Desk) -> None:
    enter(desk)
    for headers in ({"Host": "127.0.0.1"}, {"Host": "127.0.0.1", **OWN}):
        assert desk.client.post("/queue", data={"verdict": "same"}, headers=headers).status_code == 403


def test_who_may_only_read_sees_doubts_without_answers(start: Start) -> None:
    desk = start(is_read_only=True)
    enter(desk)
    page = get(desk, "/queue")
    assert page.status_code == 200
    assert 'class="doubt-sides"' in page.text
    assert "<button" not in page.text


@pytest.mark.parametrize("path", ["/queue", "/search?q=arden", "/effects/x", "/queue/progress/x"])
def test_without_a_session_nothing_is_read(desk: Desk, path: str) -> None:
    assert get(desk, path).status_code == 401
