"""How much may come out of one file of the user's, so that no archive can fill the memory or run all night."""

from dossier.sources.unreadable import Unreadable

MAX_DEPTH = 3
"""Files within each other, what is only compressed included: c.txt in b.zip in a.tar in a.tar.gz. Set by hand."""
MAX_MEMBERS = 100_000
"""Members of one file, those of its members included; a large file may have more. Set by hand."""
MAX_MEMBERS_PER_BYTE = 0.001
"""Members of a larger file for each of its bytes: a page of 1,000 bytes is a short one. Set by hand."""
MAX_RATIO = 200
"""Times its size that a file may unpack to. Set by hand: text is packed to a tenth, repetitive lines to a fiftieth."""
MIN_UNPACKED_BYTES = 64_000_000
"""Bytes that any file may unpack to, however small it is. Set by hand."""
MAX_UNPACKED_BYTES = 20_000_000_000
"""Bytes that no file may unpack to more of. Set by hand."""
_ADVICE = "unpack it where that can do no harm, and name the folder"


class AllowanceSpent(Unreadable):
    """A file holds more than may come out of it: nothing more of it is read."""


class Allowance:
    """What may still come out of one file of ``size`` bytes, its members and theirs; each reader takes of it."""

    def __init__(self, size: int) -> None:
        self._members = 0
        self._bytes = 0
        self._max_members = max(int(size * MAX_MEMBERS_PER_BYTE), MAX_MEMBERS)
        self._max_bytes = min(max(size * MAX_RATIO, MIN_UNPACKED_BYTES), MAX_UNPACKED_BYTES)

    def take_member(self) -> None:
        """Count a member. Raises AllowanceSpent when there are too many."""
        self._members += 1
        if self._members > self._max_members:
            raise AllowanceSpent(f"more than {self._max_members:,} files in it; the rest is not read", _ADVICE)

    def take_bytes(self, count: int) -> None:
        """Count bytes that were unpacked. Raises AllowanceSpent when there are too many."""
        self._bytes += count
        if self._bytes > self._max_bytes:
            raise AllowanceSpent(f"it unpacks to more than {self._max_bytes:,} bytes; the rest is not read", _ADVICE)
