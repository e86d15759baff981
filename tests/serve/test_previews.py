"""What a decision would change is shown before it is kept, and what it changed after it."""

import re

import pytest

from tests.browsing import follow
from tests.serve.conftest import Desk, Open, Start
from tests.serve.test_requests import OWN, enter, get

pytestmark = pytest.mark.slow  # it reads articles

MERGE = {"decision": "same", "about": "Marek Varga\tTomas Lind", "back": "/names"}


def post(desk: Desk, path: str, csrf: str, **form: str) -> str:
    answered = desk.client.post(path, data={"csrf": csrf, **form}, headers={"Host": "127.0.0.1", **OWN})
    assert answered.status_code == 200, answered.text
    return answered.text


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (MERGE, "is one with"),
        ({"decision": "rename", "about": "Anna Lehner", "name": "A. L."}, "“Anna Lehner” is called “A. L.”"),
        ({"decision": "rename", "about": "Anna Lehner", "name": "A. L."}, "entries only a name is another."),
        ({"decision": "reject", "about": "Anna Lehner"}, "is nobody’s name any more"),
        (
            {"decision": "same", "about": "Marek Varga\tDravna"},
            "is read as a person: they become one all the same",
        ),
        (
            {"decision": "same", "about": "Marek Varga\tDravna"},
            "Dravna (place) and Marek Varga (person) become one, of",
        ),
        (
            {"decision": "rename", "about": "Anna Lehner", "name": "Marek Varga"},
            "Another actor is called “Marek Varga”",
        ),
        ({"decision": "unsure", "about": "Marek Varga\tTomas Lind"}, "No entry of any dossier changes."),
    ],
)
def test_what_a_decision_would_change_is_shown_and_nothing_is_kept(desk: Desk, form: dict[str, str], said: str) -> None:
    page = post(desk, "/preview", enter(desk), **form)
    assert said in page
    assert desk.store.stored_judgements() == []
    assert desk.case.held.revision == 1


def test_a_decision_is_previewed_kept_and_told_of_and_so_is_its_withdrawal(desk: Desk, open_page: Open) -> None:
    key = desk.key("Anna Lehner")
    page = open_page(desk, f"/actor/{key}")
    for way_on in ("Back", ""):
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        form = page.locator("form:has([name=decision][value=rename])")
        form.locator("[name=name]").fill("A. L.")
        follow(form.get_by_role("button", name="Show what it changes"))
        assert "“Anna Lehner” is called “A. L.”" in page.inner_text(".said")
        assert desk.store.judgements() == []
        if way_on:
            follow(page.get_by_role("link", name=way_on))
            assert page.url.endswith(f"/actor/{key}")
    follow(page.get_by_role("button", name="Keep"))
    assert len(desk.store.judgements()) == 1
    follow(page.get_by_role("link", name="What did it change?"))
    assert "Anna Lehner is called “A. L.”." in page.inner_text(".summary")
    page.goto(f"{desk.address}/history")
    follow(page.locator(".decided").get_by_role("button", name="Undo"))
    assert "A. L. is called “Anna Lehner”." in page.inner_text(".summary")
    assert page.inner_text(".said").startswith("Undoing: “Anna Lehner” is called")
    follow(page.locator(".answers").get_by_role("button", name="Undo"))
    assert desk.store.judgements() == []
    assert page.struck == []  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("earlier", "form", "said"),
    [
        (
            {"decision": "unrelated", "about": "EVENT", "other": "Tomas Lind"},
            {"decision": "same", "about": "Marek Varga", "other": "Tomas Lind"},
            "An earlier decision holds for what the two become: “questioned” (",
        ),
        (
            {"decision": "different", "about": "Marek Varga@HERE", "other": "Tomas Lind"},
            {"decision": "same", "about": "Marek Varga", "other": "Tomas Lind"},
            "Look twice.</b> They contradict each other: “Marek Varga” (",
        ),
        (
            {"decision": "different", "about": "Marek Varga", "other": "Tomas Lind"},
            {"decision": "same", "about": "Tomas Lind", "other": "Marek Varga"},
            "Look twice.</b> An earlier decision keeps them apart: “Marek Varga” is not “Tomas Lind”.",
        ),
    ],
)
def test_a_preview_tells_of_earlier_decisions_that_bear_on_it(
    desk: Desk, earlier: dict[str, str], form: dict[str, str], said: str
) -> None:
    csrf, key = enter(desk), desk.article("post.txt")
    start = desk.store.by_id([key])[key].text.index("questioned")
    places = {"EVENT": f"{key}:{start}-{start + len('questioned')}", "HERE": desk.article("dravna.txt")}
    for old, new in places.items():
        earlier = {name: value.replace(old, new) for name, value in earlier.items()}
    assert said not in post(desk, "/preview", csrf, back="/names", **form)
    sent = {"csrf": csrf, "back": "/names", **earlier}
    assert desk.client.post("/decide", data=sent, headers={"Host": "127.0.0.1", **OWN}).status_code == 303
    page = post(desk, "/preview", csrf, back="/names", **form)
    assert said in page
    told = page.partition("The same without these pages")[0]
    assert not re.search(r"judgement [0-9a-f]{10}|dossier review|articles/", told)


@pytest.mark.parametrize("path", ["/preview", "/preview/undo"])
def test_a_preview_is_refused_without_the_token_of_the_session(desk: Desk, path: str) -> None:
    enter(desk)
    answered = desk.client.post(path, data=MERGE, headers={"Host": "127.0.0.1", **OWN})
    assert answered.status_code == 403


@pytest.mark.parametrize(
    "form", [{"decision": "same", "about": "Nobody\tTomas Lind"}, {"decision": "no kind"}, {"decision": "date"}]
)
def test_what_cannot_be_kept_cannot_be_previewed(desk: Desk, form: dict[str, str]) -> None:
    csrf = enter(desk)
    answered = desk.client.post("/preview", data={"csrf": csrf, **form}, headers={"Host": "127.0.0.1", **OWN})
    assert answered.status_code in {200, 409}
    assert re.search("not kept|No entry of any dossier changes", answered.text)


def test_effects_that_nobody_knows_are_said_to_be_unknown(start: Start) -> None:
    desk = start()
    enter(desk)
    assert "no longer known" in get(desk, "/effects/0123456789").text
