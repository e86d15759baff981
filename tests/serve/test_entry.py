"""What stands beside an entry: all that it rests on, and how well."""

import re

import pytest

from tests.serve.conftest import Desk
from tests.serve.test_requests import OWN, enter

pytestmark = pytest.mark.slow  # it reads articles


def page(desk: Desk, path: str) -> str:
    answer = desk.client.get(path, headers={"Host": "127.0.0.1"}, follow_redirects=True)
    assert answer.status_code == 200
    return re.sub(r"<[^>]*>", "", answer.text)


def test_an_entry_shows_all_that_it_rests_on(desk: Desk) -> None:
    enter(desk)
    key = desk.key("Marek Varga")
    number = 1 + next(at for at, line in enumerate(desk.lines("Marek Varga")) if "resigned" in line)
    shown = page(desk, f"/dossier/{key}/entry/{number}")
    for words in (
        "Bank chief held in Dravna",
        "Minister questioned",
        "5 Mar 2021",
        "2 independent sources",
        "Taken for the same event: ",
        "Take it apart",
        f"Entry {number}",
    ):
        assert words in shown, words
    doubtful = page(desk, f"/dossier/{key}/possible/1")
    assert "Possibly about Marek Varga" in doubtful
    assert re.search(r"rule “he or she”, right \d+(\.\d)?% of the time, not sure", doubtful)


def test_an_entry_keeps_its_address_when_its_number_changes(desk: Desk) -> None:
    enter(desk)
    key = desk.key("Marek Varga")
    found = desk.client.get(f"/dossier/{key}/entry/2", headers={"Host": "127.0.0.1"})
    assert found.status_code == 302
    assert re.fullmatch(rf"/dossier/{key}/at/[0-9a-f]{{16}}/\d+-\d+-1", found.headers["Location"])


def test_a_note_stands_where_it_was_made(desk: Desk) -> None:
    csrf = enter(desk)
    key = desk.key("Marek Varga")
    entry = f"/dossier/{key}/entry/1"
    shown = desk.client.get(entry, headers={"Host": "127.0.0.1"}, follow_redirects=True).text
    about = re.findall(r'name="decision" value="note">\s*<input type="hidden" name="about" value="([^"]+)"', shown)
    for about_it, path in ((about[0], entry), ("Marek Varga", f"/actor/{key}")):
        form = {"csrf": csrf, "decision": "note", "about": about_it, "text": f"Ask {path}.", "back": path}
        assert desk.client.post("/decide", data=form, headers={"Host": "127.0.0.1", **OWN}).status_code == 303
        assert f"Note: Ask {path}. (ada, " in page(desk, path)
