"""A site on this machine, and a client that may go to it."""

import ipaddress
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

HOME = "127.0.0.1"
PAGE = (
    b"<html><head><title>Port chief held</title></head><body><article><p>Omar Haddad was arrested in Tunis on "
    b"19 March 2025, police said.</p><p>The Maritime Bank had dismissed him in 2019.</p></article></body></html>"
)


class Handler(BaseHTTPRequestHandler):
    """Answers by path; what is asked is written down in ``asked``."""

    asked: ClassVar[list[str]] = []
    pages: ClassVar[dict[str, bytes]] = {}

    def do_GET(self) -> None:
        self.asked.append(self.path)
        name, _, rest = self.path.lstrip("/").partition("/")
        getattr(self, f"_{name}", self._page)(rest)

    def _page(self, _: str) -> None:
        body = self.pages.get(self.path)
        if body is None:
            self.send_error(404)
        elif self.headers.get("If-None-Match") == self._etag(body):
            self.send_response(304)
            self.end_headers()
        else:
            self._send(body, {"ETag": self._etag(body), "Content-Type": "text/html; charset=utf-8"})

    def _etag(self, body: bytes) -> str:
        return f'"{hash(body)}"'

    def _send(self, body: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(200)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _to(self, address: str) -> None:
        self.send_response(302)
        self.send_header("Location", address)
        self.end_headers()

    def _packed(self, _: str) -> None:
        self._send(b"\x1f\x8b", {"Content-Encoding": "gzip"})

    def _large(self, _: str) -> None:
        self._send(b"", {"Content-Length": "1000000000"})

    def _endless(self, _: str) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"a" * 65536)

    def _drips(self, _: str) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"a")
            self.wfile.flush()
            time.sleep(0.05)

    def handle(self) -> None:
        """As usual; a client that has had enough is nothing to report."""
        with suppress(BrokenPipeError, ConnectionResetError):
            super().handle()

    def log_message(self, *_: object) -> None:
        """Write nothing to the terminal."""


@contextmanager
def site(pages: Mapping[str, bytes]) -> Iterator[tuple[str, list[str]]]:
    """The address of a site with these pages by their paths, and the paths that are asked for."""
    asked: list[str] = []
    handler = type("Site", (Handler,), {"pages": dict(pages), "asked": asked})
    server = ThreadingHTTPServer((HOME, 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://{HOME}:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def is_home(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether an address is that of the site: 127.0.0.2, which is this machine too, is another."""
    return str(address) == HOME
