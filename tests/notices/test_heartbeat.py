"""The sign of life, asked of a real web server."""

import pytest

from dossier.errors import NoticesUnusable
from dossier.notices import heartbeat
from dossier.notices.heartbeat import heartbeat_address, ping
from tests.notices.receivers import WebServer, dripping_server, free_port


def test_the_address_is_asked_once(web: WebServer) -> None:
    assert ping(f"http://{web.address}/5f3a?x=1") == ""
    assert web.asked == [("GET", "/5f3a?x=1", "")]


@pytest.mark.parametrize(("path", "said"), [("404", "the server answers 404"), ("500/5f3a", "the server answers 500")])
def test_another_answer_is_said(web: WebServer, path: str, said: str) -> None:
    assert ping(f"http://{web.address}/{path}") == said


def test_nobody_listens() -> None:
    assert ping(f"http://127.0.0.1:{free_port()}/5f3a") == "it cannot be reached: Connection refused"


def test_a_server_that_never_ends_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heartbeat, "PING_SECONDS", 1.0)
    with dripping_server() as port:
        assert ping(f"http://127.0.0.1:{port}/5f3a") == "no answer within 1 seconds"


@pytest.mark.parametrize(
    "written", ["https://watch.example/5f3a", "http://[::1]:8000/", "https://watch.example/${ID}", "${BEAT}"]
)
def test_what_is_a_web_address(written: str) -> None:
    assert heartbeat_address(written, {"ID": "5f3a", "BEAT": "https://watch.example/5f3a"})


@pytest.mark.parametrize(
    "written",
    [
        "ftp://watch.example/secretzz",
        "file:///etc/secretzz",
        "watch.example/secretzz",
        "https:///secretzz",
        "https://watch.example:x/secretzz",
        "https://watch.example/secret zz",
        "https://watch.example/secretzz\n",
        "https://wätch.example/secretzz",
        "https://[secretzz/",
    ],
)
def test_what_is_none_is_said_without_it(written: str) -> None:
    with pytest.raises(NoticesUnusable, match="is no web address") as raised:
        heartbeat_address(written, {})
    assert "secret" not in str(raised.value)
