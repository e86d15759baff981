"""Streams of unpacked bytes: counted against the allowance of the user's file, and with words for what is damaged."""

import io
import lzma
import zlib
from gzip import BadGzipFile
from tarfile import TarError
from typing import Any
from zipfile import BadZipFile

from dossier.sources.allowance import Allowance
from dossier.sources.unreadable import Unreadable

MAX_NESTED_BYTES = 200_000_000
"""Bytes of the largest file within a file that must lie in memory as a whole, such as a ZIP in a ZIP. Set by hand."""
UNPACK_IT = "unpack it, and name the folder"
_DAMAGED = (EOFError, zlib.error, lzma.LZMAError, BadGzipFile, BadZipFile, TarError)


class UnpackedStream(io.RawIOBase):
    """The bytes that come out of a decompressor, one after another.

    ``is_damaged`` says whether they end too early, ``is_unreadable`` whether there are none. ``packed`` is a
    decompressor's file, which gives by ``read1`` what it has. Reading raises AllowanceSpent when they are too many, and
    Unreadable when nothing can be unpacked.
    """

    def __init__(self, packed: Any, allowance: Allowance) -> None:
        self.is_damaged = self.is_unreadable = False
        self._packed = packed
        self._allowance = allowance
        self._count = 0

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def tell(self) -> int:
        """How many bytes have come out: warcio asks for it."""
        return self._count

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with the next bytes; the number of them, 0 at the end."""
        data = self._next(len(buffer))
        self._allowance.take_bytes(len(data))
        self._count += len(data)
        buffer[: len(data)] = data
        return len(data)

    def _next(self, size: int) -> bytes:
        try:
            return bytes(self._packed.read1(size))
        except (OSError, *_DAMAGED) as error:
            # bz2 raises OSError for damaged data, without a number
            if isinstance(error, OSError) and error.errno is not None:
                raise
            if not self._count:
                self.is_unreadable = True
                raise damaged() from error
        self.is_damaged = True
        return b""


def damaged(*, is_begun: bool = False) -> Unreadable:
    """The error for packed data that ends too early or makes no sense; ``is_begun`` where some of it was read."""
    what = "it is cut off or damaged"
    return Unreadable(f"{what}; what came before is read" if is_begun else what, "get it again from where it came from")


def in_memory(stream: "io.BufferedReader[Any]") -> io.BufferedIOBase:
    """The same bytes, in a stream that can go back and forth: the stream itself where it is a file on the disk.

    Raises Unreadable when there are more than ``MAX_NESTED_BYTES``.
    """
    if isinstance(stream.raw, io.FileIO):
        return stream
    data = stream.read(MAX_NESTED_BYTES + 1)
    if len(data) > MAX_NESTED_BYTES:
        raise Unreadable(f"larger than {MAX_NESTED_BYTES:,} bytes within another file", UNPACK_IT)
    return io.BytesIO(data)
