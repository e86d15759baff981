"""A preview, and that of the undo, names each dossier whose page prints anything otherwise after the decision."""

import re

import pytest

from tests.serve.conftest import Desk
from tests.serve.test_previews import post
from tests.serve.test_requests import OWN, enter, get

pytestmark = pytest.mark.slow  # it reads articles

_ROW = re.compile(r'<li class="row.*?(?=<li class="row|</ol>|</ul>|</section>)', re.DOTALL)
_NUMBERS = re.compile(r'<a [^>]*>\s*\[?\d+(?:–\d+)?\]?\s*</a>|href="[^"]*"| id="\w+"|value="\d+"')
_NAMED = re.compile(r'<h2 id="effects\d+">(?:<a [^>]*>)?(.*?)(?:</a>)?</h2>')


def printed(desk: Desk) -> dict[str, set[str]]:
    """The rows of each dossier as its page has them, but for numbers."""
    actors = {actor.name: actor.id for actor in desk.case.now().case.actors} | {"The whole case": "case"}
    return {
        name: {_NUMBERS.sub("", row) for row in _ROW.findall(get(desk, f"/dossier/{key}/").text)}
        for name, key in actors.items()
    }


@pytest.mark.parametrize(
    ("decision", "about", "more"),
    [
        ("date", "arrested", {"when": "2021-03-03"}),
        ("line", "opened", {"line": "A branch of the bank opened"}),
        ("certainty", "lost", {"certainty": "possible"}),
        ("polarity", "visited", {"polarity": "negative"}),
        ("type", "released", {"type": "meeting"}),
        ("place", "founded", {"place": "Dravna"}),
        ("role", "visited", {"other": "Tomas Lind", "role": "agent"}),
        ("concerns", "released", {"other": "Anna Lehner"}),
        ("unrelated", "released", {"other": "Marek Varga"}),
        ("is", "He", {"other": "Tomas Lind"}),
        ("hide", "released", {}),
        ("different", "resigned", {}),
    ],
)
def test_a_preview_names_what_the_pages_print_otherwise(
    desk: Desk, decision: str, about: str, more: dict[str, str]
) -> None:
    csrf, before = enter(desk), printed(desk)
    places = [
        f"{key}:{found.start()}-{found.end()}"
        for key, text in desk.store.by_id([desk.article(one) for one in ("dravna.txt", "post.txt")]).items()
        for found in [re.search(rf"\b{about}\b", text.text)]
        if found
    ]
    form = {
        "decision": decision,
        "about": "\t".join(places[: 2 if decision == "different" else 1]),
        "back": "/",
        **more,
    }
    named = set(_NAMED.findall(post(desk, "/preview", csrf, **form)))
    kept = desk.client.post("/decide", data={"csrf": csrf, **form}, headers={"Host": "127.0.0.1", **OWN})
    (done,) = re.findall(r"done=(\w+)", kept.headers["Location"])
    after = printed(desk)
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    assert changed
    assert changed <= named
    assert changed <= set(_NAMED.findall(post(desk, "/preview/undo", csrf, id=done, back="/")))
