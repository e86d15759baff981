"""The web server: waitress, bound to one address."""

import logging
from dataclasses import dataclass

from flask import Flask
from waitress.server import BaseWSGIServer, create_server

from dossier.serve.guard import MAX_BODY_BYTES

_THREADS = 8
"""Requests that are answered at once. Set by hand: a browser asks for some files of a page at once, in some windows."""


@dataclass(frozen=True, slots=True)
class Listening:
    """A server that listens at a ``port``; ``run`` answers until the process is asked to end."""

    server: BaseWSGIServer
    port: int

    def run(self) -> None:
        """Answer requests, until KeyboardInterrupt or SystemExit."""
        self.server.run()

    def close(self) -> None:
        """Answer no more."""
        self.server.close()


def listen(app: Flask, host: str, port: int) -> Listening:
    """A server for ``app`` that listens at this address; where the port is 0, at any that is free.

    Raises OSError where it cannot.
    """
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that one waits a moment is no news
    server = create_server(
        app,
        host=host,
        port=port,
        threads=_THREADS,
        ident="",  # says nothing of versions
        max_request_body_size=2 * MAX_BODY_BYTES,  # beyond what a page of ours refuses in its own words
        clear_untrusted_proxy_headers=True,
    )
    return Listening(server, server.effective_port)
