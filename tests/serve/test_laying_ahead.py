"""Dossiers are laid out before they are asked for, again after a decision, and only where they change."""

import time

import pytest

from dossier.model import WHOLE_CASE
from dossier.serve import LayingAhead, Serving, create_app
from dossier.serve import dossier_body as body
from dossier.serve.served_case import CaseSnapshot
from tests.serve.conftest import Desk
from tests.serve.test_requests import OWN, enter, get

pytestmark = pytest.mark.slow  # it reads articles

LEHNER, VARGA = "Anna Lehner", "Marek Varga"


@pytest.fixture
def laid(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the dossiers that are laid out, in their order."""
    found: list[str] = []
    laid_out = body.lay_out

    def noted(held: CaseSnapshot, key: str, links: dict[str, str]) -> str:
        found.append(key)
        return laid_out(held, key, links)

    monkeypatch.setattr(body, "lay_out", noted)
    return found


def waited(ahead: LayingAhead) -> None:
    while ahead.is_at_work:
        time.sleep(0.02)


def test_what_was_seen_last_is_laid_out_first_and_nothing_twice(desk: Desk, laid: list[str]) -> None:
    ahead = LayingAhead(desk.case)
    desk.app = create_app(Serving(case=desk.case, sessions=desk.sessions, by="ada", ahead=ahead))
    csrf = enter(desk)
    waited(ahead)
    active = desk.case.held.case.contents.active
    assert laid == [WHOLE_CASE, *active]
    for name in (VARGA, LEHNER):
        assert get(desk, f"/dossier/{desk.key(name)}/").status_code == 200
    assert len(laid) == len(active) + 1
    laid.clear()
    form = {"csrf": csrf, "decision": "note", "about": LEHNER, "text": "Ask her."}
    assert desk.client.post("/decide", data=form, headers={"Host": "127.0.0.1", **OWN}).status_code == 303
    get(desk, "/names")
    waited(ahead)
    assert laid[0] == desk.key(LEHNER)
    assert desk.key(VARGA) not in laid


def test_one_that_is_stopped_lays_out_nothing_more(desk: Desk, laid: list[str]) -> None:
    ahead = LayingAhead(desk.case)
    ahead.note_request()  # so that it waits for a quiet moment
    ahead.start()
    ahead.stop()
    assert not ahead.is_at_work
    ahead.start()
    assert laid == []


def test_a_page_needs_no_links_but_those_whose_ids_stand_in_its_timeline(desk: Desk) -> None:
    held = desk.case.now()
    for key in (WHOLE_CASE, *held.case.contents.active):
        assert body.lay_out(held, key, held.links_in(key)) == body.lay_out(held, key, dict(held.links))
