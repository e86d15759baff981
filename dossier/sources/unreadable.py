"""The error for anything that cannot be read.

It stays in this package: an article gives a ``Skipped``, an entry of a watchlist or of judgements an ``Issue``, and a
whole watchlist or file of judgements an error of ``dossier.errors``.
"""

import errno
from collections.abc import Callable

from dossier.model import Marking, Skipped


class Unreadable(Exception):
    """A file, line or page cannot be read. ``reason`` says why, ``advice`` what the user can do.

    ``marking`` is what it says of itself, as far as it could be read.
    """

    def __init__(self, reason: str, advice: str = "", marking: Marking | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice
        self.marking = marking

    def skipped(self, ref: str) -> Skipped:
        """The same as a value; ``ref`` names what cannot be read."""
        return Skipped(ref, self.reason, self.advice, marking=self.marking)


_BY_ERRNO: dict[int, Callable[[], Unreadable]] = {
    errno.EACCES: lambda: Unreadable("permission denied", "make it readable, for example with chmod u+rX"),
    errno.EPERM: lambda: Unreadable("permission denied", "make it readable, for example with chmod u+rX"),
    errno.ELOOP: lambda: Unreadable("a link that leads back to itself", "remove the link"),
    errno.ENOENT: lambda: Unreadable("there is nothing here (any more)", "if it is a link, it leads nowhere"),
}


def explain_failure(kind: str, error: Exception) -> Unreadable:
    """The error for a file of a ``kind`` ("a mail") with which its parser could not go on, whatever it raised."""
    if isinstance(error, RecursionError):
        return Unreadable(f"{kind} whose parts are nested too deeply", "save its text as .txt")
    return Unreadable(f"not {kind} that can be read ({type(error).__name__})", "save its text as .txt")


def explain_os_error(error: OSError) -> Unreadable:
    """An error of the operating system in words for the user."""
    known = _BY_ERRNO.get(error.errno or 0)
    return known() if known else Unreadable(f"it cannot be read: {error.strerror or error}")
