"""Real servers on this machine that take what is sent: a mail server, and a web server."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, cast

from aiosmtpd.controller import Controller

HOST = "127.0.0.1"


@dataclass
class WebServer:
    """``asked`` are the requests: method, path and body. A path with a number in it is answered with that status."""

    port: int = 0
    asked: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"{HOST}:{self.port}"


@dataclass
class MailServer:
    port: int
    mails: list[EmailMessage] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The address, as Apprise writes it, of a mailbox that this server takes mail for."""
        return f"mailto://{HOST}:{self.port}/?from=dossier@post.example&to=ada@post.example&mode=insecure"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        self.mails.append(cast(EmailMessage, message_from_bytes(envelope.content, policy=policy.default)))
        return "250 taken"


@contextmanager
def web_server() -> Iterator[WebServer]:
    found = WebServer()

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            found.asked.append((self.command, self.path, body))
            numbers = [part for part in self.path.split("/") if part.isdigit()]
            self.send_response(int(numbers[0]) if numbers else 200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_POST = _answer  # noqa: N815 - the library's names

        def log_message(self, *args: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer((HOST, 0), Handler) as server:
        found.port = server.server_address[1]
        thread = Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield found
        server.shutdown()
        thread.join()


@contextmanager
def mail_server() -> Iterator[MailServer]:
    found = MailServer(free_port())
    controller = Controller(found, hostname=HOST, port=found.port)
    controller.start()
    try:
        yield found
    finally:
        controller.stop()


@contextmanager
def dripping_server() -> Iterator[int]:
    """A server that takes whatever is sent and answers a letter in a while, for ever; its port."""
    with socket.create_server((HOST, 0)) as server:

        def drip() -> None:
            from contextlib import suppress
            from time import sleep

            with suppress(OSError):
                line, _ = server.accept()
                with line:
                    for letter in "HTTP/1.1 200 OK\r\n" + "X: y\r\n" * 10_000:
                        line.send(letter.encode())
                        sleep(0.1)

        Thread(target=drip, daemon=True).start()
        yield server.getsockname()[1]


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.create_server((HOST, 0)) as server:
        return int(server.getsockname()[1])
