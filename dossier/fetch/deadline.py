"""A time after which a connection is cut, however slowly its other side sends."""

import contextlib
import socket
from collections.abc import Iterator
from threading import Timer


class Deadline:
    """Cuts the connections that were taken up within ``running``, once its time is over."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._sockets: list[socket.socket] = []
        self.is_over = False

    def take_up(self, opened: socket.socket) -> None:
        """Take up a connection; encryption goes on in another object, so the handle is doubled."""
        self._sockets.append(opened.dup())

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """The time that there is; it begins anew each time."""
        self.is_over = False
        timer = Timer(self._seconds, self._cut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            for one in self._sockets:
                one.close()
            self._sockets.clear()

    def _cut(self) -> None:
        self.is_over = True
        for one in self._sockets:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
