"""What a form keeps when it is refused, what an undo says the second time, and where an old address leads."""

import re
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dossier.pipeline.opened.live_case import LiveCase
from dossier.pipeline.opened.open_case import open_case
from dossier.pipeline.report import BuildReport
from dossier.pipeline.run import Intake, read_and_annotate
from dossier.serve import ServedCase, Serving, Sessions, create_app
from dossier.store import Store
from tests.browsing import follow, press
from tests.render.browser.test_pages import violations
from tests.serve.conftest import Desk, Open
from tests.serve.test_requests import OWN, enter, get

pytestmark = pytest.mark.slow  # it reads articles

VARGA, LIND, LEHNER = "Marek Varga", "Tomas Lind", "Anna Lehner"


def post(desk: Desk, path: str, csrf: str, **form: str) -> tuple[int, str, str]:
    answer = desk.client.post(path, data={"csrf": csrf, "back": "/names", **form}, headers={"Host": "127.0.0.1", **OWN})
    return answer.status_code, answer.text, answer.headers.get("Location", "")


def start_anew(desk: Desk) -> Desk:
    """Another server on the same store."""
    return served(desk.store, desk.path, desk.opened)


def served(store: Store, path: Path, opened: ExitStack) -> Desk:
    case, sessions = ServedCase(LiveCase(store), store), Sessions()
    return Desk(create_app(Serving(case=case, sessions=sessions, by="ada")), sessions, case, path, opened)


SPLITS: tuple[dict[str, list[str]], ...] = (
    {},
    {"all": ["Marek Varga@x", "Tomas Lind@y"], "apart": ["Marek Varga@x"]},
    {"all": ["Marek Varga", "Tomas Lind"], "apart": ["Marek Varga"]},
    {"all": ["ARTICLE:1-999999999", "ARTICLE:1-3"], "apart": ["ARTICLE:1-3"]},
    {"all": ["ARTICLE:1-3", "ARTICLE:5-9"], "apart": ["ARTICLE:1-3"]},
    {"all": ["Nobody@ARTICLE", "Zebra@ARTICLE"], "apart": ["Zebra@ARTICLE"]},
    {"all": ["ARTICLE:9-3", "\x00@ARTICLE"], "apart": ["\x00@ARTICLE"]},
    {"all": ["Marek Varga@ARTICLE"] * 3, "apart": ["Marek Varga@ARTICLE"]},
)


def test_a_split_that_is_previewed_can_be_said_otherwise(desk: Desk) -> None:
    csrf, first, second = (
        enter(desk),
        f"Marek Varga@{desk.article('dravna.txt')}",
        f"Mr Varga@{desk.article('post.txt')}",
    )
    form = {"csrf": csrf, "decision": "split", "all": [first, second], "apart": [second], "why": "another"}
    answer = desk.client.post("/preview", data=form, headers={"Host": "127.0.0.1", **OWN})
    again = answer.text.partition("Say it otherwise")[2]
    assert f'name="apart" value="{first}">' in again
    assert f'name="apart" value="{second}" checked>' in again
    assert 'name="why" value="another"' in again
    assert desk.store.stored_judgements() == []


def test_what_each_of_many_decisions_changed_can_be_asked(desk: Desk) -> None:
    csrf, done = enter(desk), []
    for n in range(6):
        done.append(
            post(desk, "/decide", csrf, decision="rename", about=LEHNER, name=f"Lehner {n}")[2].rpartition("=")[2]
        )
        desk.case.now()
    for n, one in enumerate(done):
        assert f"is called “Lehner {n}”" in get(desk, f"/effects/{one}").text


@pytest.mark.parametrize("path", ["/preview", "/decide"])
def test_a_strange_split_decides_nothing(desk: Desk, path: str) -> None:
    csrf, article = enter(desk), desk.article("post.txt")
    for form in SPLITS:
        sent = {name: [one.replace("ARTICLE", article) for one in values] for name, values in form.items()}
        data = {"csrf": csrf, "decision": "split", **sent}
        answer = desk.client.post(path, data=data, headers={"Host": "127.0.0.1", **OWN})
        assert (answer.status_code, "This was not kept" in answer.text) == (409, True), form
    assert desk.store.stored_judgements() == []


def event(desk: Desk) -> str:
    """The reference to the first event of a dossier."""
    piece = desk.case.now().timeline(desk.key(VARGA)).entries[0].evidence[0]
    return f"{piece.article}:{piece.trigger.span.start}-{piece.trigger.span.end}"


FAULTS = (
    ({"decision": "same", "about": VARGA, "other": "Tomas Lindt"}, "other", "is called “Tomas Lindt”", "“Tomas Lind”"),
    ({"decision": "same", "about": VARGA, "other": "Zebra"}, "other", "is called “Zebra” in these articles", ""),
    ({"decision": "same", "about": VARGA, "other": ""}, "other", "Write here who or what the other one is", ""),
    ({"decision": "same", "about": VARGA, "other": VARGA}, "other", "the same already", ""),
    ({"decision": "same", "about": VARGA, "other": f"{LIND}#1"}, "other", "A name and an entry cannot be one", ""),
    ({"decision": "same", "about": "EVENT", "other": f"{LIND}#2"}, "other", "may be another one by now", ""),
    ({"decision": "same", "about": "EVENT", "other": "/dossier/0/at/0a/9-3-1"}, "other", "is called", ""),
    ({"decision": "same", "about": "EVENT", "other": "http://h/dossier/0a/entry/5"}, "other", "number of an entry", ""),
    ({"decision": "date", "about": "EVENT", "when": "someday"}, "when", "no date that can be read", "someday"),
    ({"decision": "date", "about": "EVENT", "when": "31 Feb 2021"}, "when", "no date that can be read", "31 Feb 2021"),
    ({"decision": "type", "about": "EVENT", "type": "arest"}, "type", "No kind of event is called “arest”", "“arrest”"),
    ({"decision": "mark", "about": "EVENT", "tlp": "blue"}, "tlp", "Write clear, green, amber", "blue"),
    ({"decision": "kind", "about": VARGA, "kind": "ship"}, "kind", "Choose one of the list", ""),
    ({"decision": "rename", "about": VARGA, "name": " "}, "name", "Write something here", ""),
    ({"decision": "rename", "about": "Nobody Atall", "name": "X"}, "", "no longer there as it was", ""),
)


@pytest.mark.parametrize("path", ["/preview", "/decide"])
def test_a_form_that_is_refused_says_why_in_plain_words_and_keeps_what_was_typed(desk: Desk, path: str) -> None:
    csrf = enter(desk)
    for form, field, said, also in FAULTS:
        given = {**form, "about": form["about"].replace("EVENT", event(desk)), "why": "seen on television"}
        code, page, _ = post(desk, path, csrf, **given)
        assert code == 409, form
        assert said in page, form
        assert also in page, form
        assert 'value="seen on television"' in page
        told = re.findall(r'id="fault".*?</p>', page)[0]
        assert not re.search(r"review|entities|[0-9a-f]{10}", told), form
        wrong = re.findall(r'name="(\w+)"[^>]*aria-invalid="true" aria-describedby="fault" autofocus', page)
        assert wrong == [field] * bool(field), form
    assert desk.store.stored_judgements() == []


def test_a_name_that_is_said_of_several_is_asked_for_anew(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for name in ("Ada", "Omar"):
        text = f"{name} Brandt visited Dravna on 2 March 2021. Brandt resigned on 4 March 2021. Eva Sand was arrested."
        (texts / f"{name}.txt").write_text(text, "utf-8")
    with Store(tmp_path / "s.db") as store, ExitStack() as opened:
        open_case(store, read_and_annotate(Intake(sources=[str(texts)]), store, BuildReport())[0])
        desk = served(store, tmp_path, opened)
        code, page, _ = post(desk, "/preview", enter(desk), decision="same", about="Eva Sand", other="Brandt")
    assert code == 409
    assert "Whom do you mean: “Ada Brandt” or “Omar Brandt”?" in page


def test_a_day_is_typed_as_the_pages_write_it(desk: Desk) -> None:
    csrf = enter(desk)
    for typed, read in (("7 Mar 2021", "7 Mar 2021"), ("March 8, 2021", "8 Mar 2021"), ("2021-03-09", "9 Mar 2021")):
        page = post(desk, "/preview", csrf, decision="date", about=event(desk), when=typed)[1]
        assert f"is dated {read}" in page


def test_the_focus_is_where_the_form_has_to_be_mended(desk: Desk, open_page: Open) -> None:
    page = open_page(desk, f"/actor/{desk.key(VARGA)}")
    form = page.locator("details.decision", has_text="The same as another").first
    form.locator("summary").click()
    form.locator("[name=other]").fill("Tomas Lindt")
    press(page, "Enter")
    assert page.locator("#fault").count() == 1
    typed = page.locator("[name=other][aria-invalid]")
    expect(typed).to_be_focused()
    assert typed.input_value() == "Tomas Lindt"
    assert_accessible(page)
    page.keyboard.press("End")
    page.keyboard.press("Backspace")
    press(page, "Enter")
    assert "is one with" in page.inner_text(".summary")
    expect(page.get_by_role("button", name="Keep")).to_be_focused()
    assert_accessible(page)
    page.locator(".change > summary").click()
    assert page.locator(".change [name=other]").input_value() == "Tomas Lind"
    follow(page.get_by_role("link", name="Back"))
    assert page.url.endswith(f"/actor/{desk.key(VARGA)}")


def assert_accessible(page: Page) -> None:
    """axe finds nothing, and nothing is wider than the screen, also on a phone in the dark."""
    for scheme, width in (("dark", 390), ("light", 1280)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 800})
        assert violations(page) == [], scheme
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_warning_has_the_focus_before_keep(desk: Desk, open_page: Open) -> None:
    page = open_page(desk, f"/actor/{desk.key(VARGA)}")
    page.locator("details.decision > summary").first.click()
    page.locator("[name=other]").first.fill("Dravna")
    press(page, "Enter")
    warning = page.locator(".fault", has_text="Look twice. These are of different kinds: ")
    expect(warning).to_be_focused()
    assert_accessible(page)
    page.keyboard.press("Enter")
    assert desk.store.judgements() == []


def test_a_second_undo_says_that_it_is_undone(desk: Desk) -> None:
    csrf = enter(desk)
    _, _, address = post(desk, "/decide", csrf, decision="rename", about=LEHNER, name="A. L.")
    done = address.rpartition("=")[2]
    assert "Decided:" in get(desk, address).text
    assert (
        "Decided already:"
        in get(desk, post(desk, "/decide", csrf, decision="rename", about=LEHNER, name="A. L.")[2]).text
    )
    for path, said in (("/undo", "Undone:"), ("/undo", "Already undone:"), ("/preview/undo", "Already undone:")):
        code, _, address = post(desk, path, csrf, id=done)
        assert code == 303
        assert said in get(desk, address).text
    assert post(desk, "/undo", csrf, id="0123456789")[0] == 404


def test_the_old_address_of_somebody_who_is_merged_leads_to_who_it_is_now(desk: Desk) -> None:
    csrf = enter(desk)
    old = {name: desk.key(name) for name in (VARGA, LIND)}
    post(desk, "/decide", csrf, decision="same", about=VARGA, other=LIND)
    (heir,) = {one.id for one in desk.case.now().case.actors if one.id in old.values()}
    (gone,) = set(old.values()) - {heir}
    for path in ("/actor/{}", "/dossier/{}/", "/dossier/{}/entry/1"):
        answer = get(desk, path.format(gone))
        assert answer.headers["Location"] == path.format(heir)
    anew = start_anew(desk)
    enter(anew)
    assert get(anew, f"/actor/{gone}").headers["Location"] == f"/actor/{heir}"
    assert get(desk, "/actor/0123456789abcdef").status_code == 404


def test_two_of_different_kinds_are_merged_with_a_warning(desk: Desk) -> None:
    csrf = enter(desk)
    assert (
        "These are of different kinds: "
        in post(desk, "/preview", csrf, decision="same", about=VARGA, other="Dravna")[1]
    )
    assert "Look twice" not in post(desk, "/preview", csrf, decision="same", about=VARGA, other=LIND)[1]


def test_an_earlier_decision_that_no_longer_holds_is_told_once_in_plain_words(desk: Desk) -> None:
    csrf = enter(desk)
    post(desk, "/decide", csrf, decision="rename", about=LEHNER, name="A. Lehner")
    page = post(desk, "/preview", csrf, decision="rename", about=LEHNER, name="Ann Lehner")[1]
    assert page.count("It holds in place of an earlier decision: “Anna Lehner” is called “A. Lehner”.") == 1
    assert "Look twice" not in page


def test_the_page_of_a_name_that_is_gone_leads_to_the_names_with_an_undo(desk: Desk) -> None:
    csrf, key = enter(desk), desk.key(LEHNER)
    for back in (f"/actor/{key}", f"/dossier/{key}/"):
        _, _, address = post(desk, "/decide", csrf, decision="reject", about=LEHNER, back=back)
        answer = desk.client.get(address, headers={"Host": "127.0.0.1"}, follow_redirects=True)
        assert (answer.status_code, answer.request.path) == (200, "/names")
        assert "Decided" in answer.text.partition('class="done')[2]
        assert 'action="/undo"' in answer.text
    anew = start_anew(desk)
    enter(anew)
    for gone in (get(desk, f"/actor/{key}"), get(desk, f"/dossier/{key}/"), get(anew, f"/actor/{key}")):
        assert gone.status_code == 404
        assert "Anna Lehner is nobody here" in gone.text
        assert 'href="/history"' in gone.text
        assert 'action="/preview/undo"' in gone.text
    assert f'href="/actor/{key}"' not in get(desk, f"/effects/{address.partition('done=')[2][:10]}").text


ENDED = (
    ({"decision": "reject", "about": LEHNER}, {"decision": "rename", "about": LEHNER, "name": "X"}, "nobody’s name"),
    ({"decision": "reject", "about": LEHNER}, {"decision": "same", "about": VARGA, "other": LEHNER}, "nobody’s name"),
    ({"decision": "hide", "about": "EVENT"}, {"decision": "line", "about": "EVENT", "line": "X."}, "is left out"),
    ({"decision": "hide", "about": "EVENT"}, {"decision": "date", "about": "EVENT", "when": "2021"}, "is left out"),
)


@pytest.mark.parametrize(("first", "then", "said"), ENDED)
def test_of_what_is_gone_meanwhile_nothing_is_kept(
    desk: Desk, first: dict[str, str], then: dict[str, str], said: str
) -> None:
    csrf, place = enter(desk), event(desk)
    first, then = ({**one, "about": one["about"].replace("EVENT", place)} for one in (first, then))
    assert post(desk, "/preview", csrf, **then)[0] == 200
    assert post(desk, "/decide", csrf, **first)[0] == 303
    held = desk.store.judgements()
    for path in ("/preview", "/decide"):
        code, page, _ = post(desk, path, csrf, **then)
        assert (code, said in page, desk.store.judgements() == held) == (409, True, True)
    for one in held:
        post(desk, "/undo", csrf, id=one.id)
    assert post(desk, "/decide", csrf, **then)[0] == 303
