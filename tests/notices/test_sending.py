"""Notices through real servers on this machine, and what is said where one does not take them."""

import json
import logging
import subprocess
import sys
from collections.abc import Iterator

import pytest

from dossier.errors import NoticesUnusable
from dossier.notices import sending
from dossier.notices.notice import Notice, NoticeType
from dossier.notices.sending import open_sender
from tests.notices.receivers import MailServer, WebServer, dripping_server, free_port

NOTICE = Notice(NoticeType.FAILURE, "orlov: the build failed", "no room\n  <b>x</b> & *y* :smile: \\n\nlast")


@pytest.fixture
def heard() -> Iterator[list[str]]:
    """What a program hears that listens to all logs, as they are said."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    listener = Listener()
    logging.getLogger().addHandler(listener)
    yield said
    logging.getLogger().removeHandler(listener)


def test_a_mail_is_plain_text(mail: MailServer) -> None:
    assert open_sender(mail.address, {}).send(NOTICE) == ""
    (taken,) = mail.mails
    assert (taken["Subject"], taken["To"], taken.get_content_type()) == (NOTICE.title, "ada@post.example", "text/plain")
    assert taken.get_content().replace("\r\n", "\n").rstrip() == NOTICE.body


def test_a_webhook_gets_the_words_as_they_are(web: WebServer) -> None:
    assert open_sender(f"json://{web.address}/hook", {}).send(NOTICE) == ""
    ((method, path, body),) = web.asked
    assert (method, path) == ("POST", "/hook")
    assert {key: json.loads(body)[key] for key in ("title", "message", "type")} == {
        "title": NOTICE.title,
        "message": NOTICE.body,
        "type": "failure",
    }


def test_a_secret_of_the_environment_reaches_the_server_alone(web: WebServer) -> None:
    sender = open_sender("${HOOK}", {"HOOK": f"json://{web.address}/token-5f3a"})
    assert (sender.send(NOTICE), web.asked[0][1]) == ("", "/token-5f3a")
    assert "5f3a" not in repr(sender)


@pytest.mark.parametrize("status", [403, 500])
def test_what_is_refused_is_said_without_the_address(
    web: WebServer, status: int, heard: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    sender = open_sender(f"json://ada:top-secret@{web.address}/{status}/token-5f3a", {})
    problem = sender.send(NOTICE)
    assert problem.startswith("Failed to send JSON POST notification: ")
    assert (sender.name, web.asked[0][1]) == ("json://****", f"/{status}/token-5f3a")
    shown = problem + "".join(heard) + "".join(capfd.readouterr())
    assert not [word for word in ("ada", "top-secret", "token-5f3a", "127.0.0.1") if word in shown]


def test_nobody_listens() -> None:
    for address in (
        f"json://127.0.0.1:{free_port()}/x",
        f"mailto://127.0.0.1:{free_port()}/?from=a@b.example&to=c@d.example",
    ):
        problem = open_sender(address, {}).send(NOTICE)
        assert "onnection error" in problem
        assert "127.0.0.1" not in problem


def test_a_mail_server_that_wants_another_password(mail: MailServer) -> None:
    address = mail.address.replace("mailto://", "mailto://ada:top-secret@")
    problem = open_sender(address, {}).send(NOTICE)
    assert problem
    assert "top-secret" not in problem
    assert not mail.mails


def test_a_server_that_never_ends_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "SEND_SECONDS", 1.0)
    with dripping_server() as port:
        assert open_sender(f"json://127.0.0.1:{port}/x", {}).send(NOTICE) == "no answer within 1 seconds"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("bogus://secretzz/x", "bogus://****"),
        ("mailto://secretzz", "mailto://****"),
        ("json://", "json://****"),
        ("secretzz", "****"),
        ("${ADDRESS}", "${ADDRESS}"),
    ],
)
def test_what_is_no_address_is_named_without_it(
    written: str, shown: str, heard: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(NoticesUnusable) as raised:
        open_sender(written, {"ADDRESS": "secretzz"})
    assert str(raised.value).startswith(f"{shown} in [notices] is no address")
    assert "secretzz" not in str(raised.value) + raised.value.advice + "".join(heard) + "".join(capfd.readouterr())


def test_where_apprise_is_missing_the_way_out_is_said() -> None:
    lines = ("import sys", "sys.modules['apprise'] = None", "from dossier.notices.sending import open_sender")
    code = "\n".join((*lines, "open_sender('json://hooks.example', {})"))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "NoticesUnusable: Apprise, which sends notices, is not installed" in done.stderr
