"""Who is let in and who is not: requests of other hosts, other pages, other users of the machine, and strange ones."""

import re

import pytest
from werkzeug.test import TestResponse

from tests.serve.conftest import Desk, Start

pytestmark = pytest.mark.slow  # it reads articles

HOST = "127.0.0.1:80"
OWN = {"Origin": "http://127.0.0.1", "Sec-Fetch-Site": "same-origin"}
CSRF = re.compile(r'name="csrf" value="([^"]+)"')


def get(desk: Desk, path: str, **headers: str) -> TestResponse:
    return desk.client.get(path, headers={"Host": "127.0.0.1", **headers})


def enter(desk: Desk) -> str:
    """Let the client in; the token of its forms."""
    assert get(desk, f"/enter?token={desk.sessions.new_token()}").status_code == 200
    found = CSRF.search(get(desk, "/history").text)
    return found[1] if found else ""


def rename(desk: Desk, csrf: str, headers: dict[str, str], path: str = "/decide", **more: str) -> TestResponse:
    form = {"csrf": csrf, "decision": "rename", "about": "Anna Lehner", "name": "A. L.", "back": "/names", **more}
    return desk.client.post(path, data=form, headers={"Host": "127.0.0.1", **headers})


PATHS = ("/", "/names", "/articles", "/history", "/dossier/case/", "/article/x/", "/actor/x", "/nothing")


@pytest.mark.parametrize("path", PATHS)
def test_without_a_session_nothing_is_read(desk: Desk, path: str) -> None:
    answer = get(desk, path)
    assert answer.status_code == 401
    assert "Varga" not in answer.text
    assert "Set-Cookie" not in answer.headers


def test_a_token_works_once_and_for_nobody_else(desk: Desk) -> None:
    token = desk.sessions.new_token()
    assert get(desk, f"/enter?token={token[:-1]}").status_code == 401
    answer = get(desk, f"/enter?token={token}")
    assert answer.status_code == 200
    assert "HttpOnly" in answer.headers["Set-Cookie"]
    assert "SameSite=Strict" in answer.headers["Set-Cookie"]
    assert token not in answer.text
    assert get(desk, "/names").status_code == 200
    desk.client.delete_cookie("dossier-80", domain="127.0.0.1")
    assert get(desk, f"/enter?token={token}").status_code == 401
    assert get(desk, "/names").status_code == 401


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.1", ""])
def test_a_name_that_was_rebound_gets_nothing(desk: Desk, host: str) -> None:
    enter(desk)
    answer = get(desk, "/names", Host=host)
    assert answer.status_code == 400
    assert "Lehner" not in answer.text


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        (OWN, 303),
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Origin": "http://127.0.0.1"}, 303),
        ({}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:9999"}, 403),
        ({"Origin": "https://127.0.0.1"}, 403),
        ({"Origin": "http://127.0.0.1", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
    ],
)
def test_forms_come_from_pages_of_this_server(desk: Desk, headers: dict[str, str], code: int) -> None:
    answer = rename(desk, enter(desk), headers)
    assert answer.status_code == code
    assert len(desk.store.judgements()) == (code == 303)


@pytest.mark.parametrize("csrf", ["", "x", "é", "\ud800"])
def test_forms_have_the_token_of_their_session(desk: Desk, csrf: str) -> None:
    enter(desk)
    with_surrogates_sent = csrf.encode("utf-8", "replace").decode()
    assert rename(desk, with_surrogates_sent, OWN).status_code == 403
    assert desk.store.judgements() == []


def test_another_user_of_the_machine_changes_nothing(desk: Desk) -> None:
    csrf = enter(desk)
    desk.client.delete_cookie("dossier-80", domain="127.0.0.1")
    assert rename(desk, csrf, OWN).status_code == 401
    assert desk.store.judgements() == []


@pytest.mark.parametrize("path", ["/decide", "/undo", "/address", "/leave"])
def test_read_only_refuses_every_form_and_shows_none(start: Start, path: str) -> None:
    desk = start(is_read_only=True)
    enter(desk)
    answer = rename(desk, "", OWN, path)
    assert answer.status_code == 405
    assert desk.store.judgements() == []
    for page in ("/", f"/actor/{desk.key('Anna Lehner')}", "/history"):
        assert 'method="post"' not in get(desk, page).text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/names", "/decide"])
def test_other_methods_do_nothing(desk: Desk, method: str, path: str) -> None:
    enter(desk)
    answer = desk.client.open(path, method=method, headers={"Host": "127.0.0.1", **OWN})
    assert answer.status_code in {400, 403, 405}


CLIMBING = (
    "/styles/../../pyproject.toml",
    "/styles/..%2f..%2fpyproject.toml",
    "/styles/%2e%2e/%2e%2e/etc/passwd",
    "/styles//etc/passwd",
    "/styles/shared.css%00",
    "/article/..%2f..%2fetc%2fpasswd/",
    "/dossier/../case/",
    "/dossier/..%2f/",
    "/actor/%2e%2e",
    "/article/x/words/1-2",
    "/article/x/words/2-1",
    "/dossier/case/entry/0",
    "/dossier/case/entry/99999999999999999999",
    "/dossier/case/at/x/1-2-1",
)


@pytest.mark.parametrize("path", CLIMBING)
def test_no_path_leads_out_of_the_case(desk: Desk, path: str) -> None:
    enter(desk)
    answer = desk.client.get(path, headers={"Host": "127.0.0.1"}, follow_redirects=True)
    assert not re.search(r"root:|\[project\]|Traceback|/dossier/serve", answer.text)
    assert answer.status_code == 404 or "It no longer stands here" in answer.text


def test_words_beyond_the_text_are_none(desk: Desk) -> None:
    enter(desk)
    key = desk.article("dravna.txt")
    for place in ("0-0", "5-2", "0-99999", "1-700"):
        assert get(desk, f"/article/{key}/words/{place}").status_code == 404
    assert "do not stand" in get(desk, f"/article/{key}/words?words=zebra").text


def test_a_body_of_ten_megabytes_is_refused(desk: Desk) -> None:
    csrf = enter(desk)
    assert rename(desk, csrf, OWN, why="x" * 10_000_000).status_code == 413
    assert desk.store.judgements() == []


@pytest.mark.parametrize(
    "form",
    [
        {"decision": "nothing"},
        {"decision": ""},
        {"decision": "date"},
        {"decision": "rename", "name": ""},
        {"about": "Nobody Atall"},
        {"about": ""},
        {"decision": "date", "about": "dravna.txt:9-3", "when": "2021"},
        {"decision": "date", "about": "dravna.txt:1-3", "when": "someday"},
        {"decision": "same", "other": "Anna Lehner"},
    ],
)
def test_what_cannot_be_kept_is_said_on_a_page(desk: Desk, form: dict[str, str]) -> None:
    answer = rename(desk, enter(desk), OWN, **form)
    assert answer.status_code == 409
    assert "This was not kept" in answer.text
    assert desk.store.judgements() == []


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "javascript:alert(1)", "\\\\evil", "/\\evil", "/a\r\nX: y"]
)
def test_the_way_back_stays_here(desk: Desk, back: str) -> None:
    answer = rename(desk, enter(desk), OWN, back=back)
    assert answer.status_code == 303
    assert re.fullmatch(r"/\?done=[0-9a-f]{10}", answer.headers["Location"])


def test_a_password_lets_in_and_a_wrong_one_does_not(start: Start) -> None:
    desk = start(password="a long one")
    headers = {"Host": "127.0.0.1", **OWN}
    assert get(desk, "/names").headers["Location"] == "/password"
    assert get(desk, "/enter?token=").status_code == 401
    wrong = desk.client.post("/password", data={"password": "a wrong one"}, headers=headers)
    assert wrong.status_code == 403
    assert "not the password" in wrong.text
    assert get(desk, "/names").status_code == 302
    assert desk.client.post("/password", data={"password": "a long one"}, headers=headers).status_code == 303
    assert get(desk, "/names").status_code == 200


def test_every_answer_has_the_headers_that_keep_it_here(desk: Desk) -> None:
    enter(desk)
    for path in (*PATHS, "/styles/shared.css"):
        headers = get(desk, path).headers
        assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cache-Control"] == ("private, no-cache" if path.startswith("/styles") else "no-store")


def test_leaving_ends_the_session(desk: Desk) -> None:
    csrf = enter(desk)
    assert rename(desk, csrf, OWN, "/leave").status_code == 200
    assert get(desk, "/names").status_code == 401
