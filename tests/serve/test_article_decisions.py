"""The page of an article shows what the analyst decided on it; pages say how their subject is called elsewhere."""

import re

import pytest

from dossier.pipeline.deciding.make_judgements import parse_reference
from tests.serve.conftest import Desk
from tests.serve.test_requests import OWN, enter, get

pytestmark = pytest.mark.slow  # it reads articles

VARGA = "Marek Varga"


def test_what_was_decided_on_an_article_is_listed_and_marked_in_its_text(desk: Desk) -> None:
    csrf = enter(desk)
    resigned = next(one for one in desk.case.now().timeline(desk.key(VARGA)).entries if "resigned" in one.line)
    piece = resigned.evidence[0]
    key, span = piece.article, piece.trigger.span
    text = desk.store.by_id([key])[key].text
    paid = text.index("Varga")
    for form in (
        {"decision": "hide", "about": f"{key}:{span.start}-{span.end}", "why": "he did not"},
        {"decision": "isnt", "about": f"{key}:{paid}-{paid + 5}", "other": VARGA},
    ):
        assert "What the analyst decided here" not in get(desk, f"/article/{key}/").text or form["decision"] == "isnt"
        sent = {"csrf": csrf, "back": "/", **form}
        assert desk.client.post("/decide", data=sent, headers={"Host": "127.0.0.1", **OWN}).status_code == 303
    page = get(desk, f"/article/{key}/").text
    assert re.search(r"“resigned” \([^)]*\) is left out</a></p><p class=\"meta\">ada, [^:]*: he did not</p>", page)
    assert "does not mean “Marek Varga”" in page
    (struck,) = re.findall(r'class="[^"]*judged hidden"[^>]*title="([^"]*)"', page)
    assert "is left out" in struck
    assert page.count('formaction="/preview/undo"') + page.count('action="/preview/undo"') == len(
        desk.store.judgements()
    )


@pytest.mark.parametrize("path", ["/actor/{}", "/dossier/{}/entry/1"])
def test_a_reference_is_one_that_commands_understand(desk: Desk, path: str) -> None:
    enter(desk)
    page = desk.client.get(path.format(desk.key(VARGA)), headers={"Host": "127.0.0.1"}, follow_redirects=True).text
    key, called, written = re.findall(r"<dd><code>(.*?)</code></dd>", page, re.DOTALL)[:3]
    assert re.fullmatch(r"[0-9a-f]{16}", key)
    read = parse_reference(called.replace("&#39;", ""))
    assert (read.span is not None, read.name) == (("entry" in path), "" if "entry" in path else VARGA)
    assert written.startswith("- note: ")


@pytest.mark.parametrize(
    ("decision", "values", "left"),
    [
        ("rename", {"name": "M. V."}, {VARGA: 1, "M. V.": 1}),
        ("reject", {}, {VARGA: 1, "M. V.": 0}),
        ("kind", {"kind": "organization"}, {VARGA: 2, "M. V.": 0}),
    ],
)
def test_of_two_of_one_name_a_decision_means_the_one_on_whose_page_it_is_made(
    desk: Desk, decision: str, values: dict[str, str], left: dict[str, int]
) -> None:
    csrf, sent = enter(desk), {"headers": {"Host": "127.0.0.1", **OWN}}
    told = [f"{VARGA}@{desk.article('dravna.txt')}", f"{VARGA}@{desk.article('post.txt')}"]
    split = {"csrf": csrf, "back": "/", "decision": "split", "all": told, "apart": told[:1]}
    assert desk.client.post("/decide", data=split, **sent).status_code == 303
    one, other = [actor for actor in desk.case.now().case.actors if actor.name == VARGA]
    page = get(desk, f"/actor/{one.id}").text
    assert f"In a form of these pages</dt><dd><code>{told[0]}" in page or f"<code>{told[1]}" in page
    (form,) = re.findall(rf'<form(?:(?!</form>).)*value="{decision}".*?</form>', page, re.DOTALL)
    about = re.findall(r'name="about" value="([^"]+)"', form)
    for meant, is_told in ((VARGA, True), (about, False)):
        asked = {"csrf": csrf, "back": "/", "decision": "rename", "about": meant, "name": "X"}
        preview = desk.client.post("/preview", data=asked, **sent).text
        assert ("is the name of 2 here, and all of them are meant" in preview) is is_told
    data = {"csrf": csrf, "back": "/", "decision": decision, "about": about, **values}
    assert "is one with" not in desk.client.post("/preview", data=data, **sent).text
    assert desk.client.post("/decide", data=data, **sent).status_code == 303
    after = desk.case.now().case.actors
    assert {name: sum(actor.name == name for actor in after) for name in left} == left
    assert next(actor for actor in after if actor.members == other.members).kind is other.kind
