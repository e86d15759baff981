"""Servers that take notices."""

from collections.abc import Iterator

import pytest

from tests.notices.receivers import MailServer, WebServer, mail_server, web_server


@pytest.fixture
def web() -> Iterator[WebServer]:
    with web_server() as server:
        yield server


@pytest.fixture
def mail() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server
